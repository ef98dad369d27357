package org.fractalgoals.projections;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.fractalgoals.projections.fixture.ActivityFacts.activity;
import static org.fractalgoals.projections.fixture.ActivityFacts.activityDeleted;
import static org.fractalgoals.projections.fixture.ActivityFacts.group;
import static org.fractalgoals.projections.fixture.ActivityFacts.groupDeleted;
import static org.fractalgoals.projections.fixture.ActivityFacts.metric;
import static org.fractalgoals.projections.fixture.ActivityFacts.split;
import static org.fractalgoals.projections.fixture.ActivityFacts.template;
import static org.fractalgoals.projections.fixture.ActivityFacts.templateDeleted;
import static org.fractalgoals.projections.fixture.GoalFacts.completed;
import static org.fractalgoals.projections.fixture.GoalFacts.created;
import static org.fractalgoals.projections.fixture.GoalFacts.deleted;
import static org.fractalgoals.projections.fixture.GoalFacts.fractal;
import static org.fractalgoals.projections.fixture.GoalFacts.goal;
import static org.fractalgoals.projections.fixture.GoalFacts.moved;
import static org.fractalgoals.projections.fixture.GoalFacts.renamed;
import static org.fractalgoals.projections.fixture.GoalFacts.restored;
import static org.fractalgoals.projections.fixture.NoteFacts.note;
import static org.fractalgoals.projections.fixture.NoteFacts.noteDeleted;
import static org.fractalgoals.projections.fixture.NoteFacts.noteRestored;
import static org.fractalgoals.projections.fixture.ProgramFacts.block;
import static org.fractalgoals.projections.fixture.ProgramFacts.blockRemoved;
import static org.fractalgoals.projections.fixture.ProgramFacts.day;
import static org.fractalgoals.projections.fixture.ProgramFacts.dayRemoved;
import static org.fractalgoals.projections.fixture.ProgramFacts.planned;
import static org.fractalgoals.projections.fixture.ProgramFacts.program;
import static org.fractalgoals.projections.fixture.ProgramFacts.programDeleted;
import static org.fractalgoals.projections.fixture.SessionFacts.instance;
import static org.fractalgoals.projections.fixture.SessionFacts.instanceDeleted;
import static org.fractalgoals.projections.fixture.SessionFacts.recorded;
import static org.fractalgoals.projections.fixture.SessionFacts.session;
import static org.fractalgoals.projections.fixture.SessionFacts.sessionDeleted;
import static org.fractalgoals.projections.fixture.SessionFacts.sessionMoved;
import static org.fractalgoals.projections.fixture.SessionFacts.sessionRestored;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.sql.DataSource;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.projections.activity.ActivityQueries;
import org.fractalgoals.projections.activitygroup.GroupQueries;
import org.fractalgoals.projections.file.Schema;
import org.fractalgoals.projections.fixture.Projected;
import org.fractalgoals.projections.fixture.SqlRecorder;
import org.fractalgoals.projections.goal.GoalQueries;
import org.fractalgoals.projections.naming.NameQueries;
import org.fractalgoals.projections.note.NoteQueries;
import org.fractalgoals.projections.paging.Cursor;
import org.fractalgoals.projections.program.ProgramQueries;
import org.fractalgoals.projections.session.InstanceQueries;
import org.fractalgoals.projections.session.MetricQueries;
import org.fractalgoals.projections.template.TemplateQueries;
import org.fractalgoals.projections.trash.TrashQueries;
import org.fractalgoals.projections.tree.TreeQueries;
import org.fractalgoals.projections.version.VersionQueries;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How SQLite goes about each statement, on a filled database without statistics, as the product's is. */
class QueryPlanTest {

  private static final Pattern SCAN = Pattern.compile("SCAN (\\w+)(?: USING .*INDEX (\\w+))?.*");

  @TempDir Path directory;

  private final SqlRecorder recorder = new SqlRecorder();
  private Projected projected;

  @BeforeEach
  void fill() throws Exception {
    projected = new Projected(directory);
    for (int number = 0; number < 20; number++) {
      fill("r" + number);
    }
  }

  private void fill(String root) throws Exception {
    projected
        .when(root, root + "-made", fractal(root), goal(root + "a", root, root),
            goal(root + "b", root, root + "a"), completed(root + "b"),
            session(root + "s", root, root + "b", root + "a"), session(root + "o", root, null),
            created(root + "i", root, EntityRef.session(root + "s"), "ImmediateGoal", 0),
            goal(root + "c", root, root), renamed(root + "c", "gone"),
            group(root + "g", root, "x"), template(root + "t", root, "x"),
            activity(root, root), activity(root + "x", root), metric(root + "m", root + "x"),
            split(root + "p", root + "x"), instance(root + "1", root + "s", root + "x"),
            instance(root + "2", root + "s", root + "x"),
            recorded(root + "v", root + "s", root + "1", root + "m", root + "p", 1),
            note(root + "n", root, EntityRef.goal(root)),
            note(root + "w", root, EntityRef.instance(root + "1")),
            template(root + "u", root, "y"), program(root + "p", root, root + "a"),
            block(root + "p", root + "k", root + "a"), block(root + "p", root + "l"),
            day(root + "p", root + "k", root + "d"), day(root + "p", root + "k", root + "e"),
            planned(root + "p", root + "d", root + "h", root + "u"),
            program(root + "q", root))
        .when(root, root + "-goal", deleted(root + "c"))
        .when(root, root + "-group", groupDeleted(root + "g"))
        .when(root, root + "-template", templateDeleted(root + "t"))
        .when(root, root + "-activity", activityDeleted(root + "x"))
        .when(root, root + "-instance", instanceDeleted(root + "2", root + "s"))
        .when(root, root + "-note", noteDeleted(root + "n"))
        .when(root, root + "-program", programDeleted(root + "q"))
        .when(root, root + "-block", blockRemoved(root + "p", root + "l"))
        .when(root, root + "-day", dayRemoved(root + "p", root + "e"));
  }

  @AfterEach
  void close() throws SQLException {
    projected.close();
  }

  private static List<Object> classes(DataSource readers) {
    return List.of(new GoalQueries(readers), new TreeQueries(readers), new InstanceQueries(readers),
        new MetricQueries(readers), new GroupQueries(readers), new ActivityQueries(readers),
        new TemplateQueries(readers), new NoteQueries(readers), new ProgramQueries(readers),
        new TrashQueries(readers), new NameQueries(readers), new VersionQueries(readers));
  }

  /** Asks every question there is. */
  private void ask() throws ReflectiveOperationException {
    for (var queries : classes(recorder.listeningTo(projected.readers()))) {
      for (var question : questions(queries.getClass())) {
        question.invoke(queries, arguments(question));
      }
    }
  }

  private static List<Method> questions(Class<?> type) {
    return Stream.of(type.getDeclaredMethods())
        .filter(method -> Modifier.isPublic(method.getModifiers())).toList();
  }

  private static Object[] arguments(Method question) {
    return Arrays.stream(question.getParameterTypes()).map(QueryPlanTest::argument).toArray();
  }

  private static Object argument(Class<?> type) {
    if (type == Instant.class) {
      return Instant.EPOCH;
    }
    if (type == EntityRef.class) {
      return EntityRef.goal("r1");
    }
    if (type == Cursor.class) {
      return new Cursor(Instant.EPOCH, "v");
    }
    return type == int.class ? (Object) 10 : "r1";
  }

  private Map<String, List<String>> plans(SqlRecorder recorder) throws SQLException {
    var plans = new LinkedHashMap<String, List<String>>();
    for (var sql : recorder.prepared()) {
      plans.put(sql, texts("EXPLAIN QUERY PLAN " + sql, "detail"));
    }
    return plans;
  }

  private List<String> texts(String sql, String column) throws SQLException {
    return projected.rows(sql).stream().map(row -> String.valueOf(row.get(column))).toList();
  }

  private List<String> tables() throws SQLException {
    return texts("SELECT name FROM sqlite_schema WHERE type = 'table'", "name").stream()
        .filter(table -> !table.equals("projection")).toList();
  }

  private List<String> partialIndexes() throws SQLException {
    return texts("""
      SELECT list.name
      FROM sqlite_schema AS tables, pragma_index_list(tables.name) AS list
      WHERE tables.type = 'table' AND list.partial
      """, "name");
  }

  /** Reading all of a partial index is reading what was asked for; reading a whole table never is. */
  private void assertNoFullScan(SqlRecorder recorder) throws SQLException {
    var partial = partialIndexes();
    var tables = tables();
    plans(recorder).forEach((sql, plan) -> {
      for (var step : plan) {
        var scan = SCAN.matcher(step);
        if (scan.matches() && isTable(tables, sql, scan.group(1))) {
          assertThat(partial).as("%s%n%s", sql, String.join("\n", plan)).contains(scan.group(2));
        }
      }
    });
  }

  /** Whether a name in a plan is a table or an alias of one, and not a part of the statement itself. */
  private static boolean isTable(List<String> tables, String sql, String name) {
    return tables.contains(name)
        || tables.stream().anyMatch(table -> sql.contains(table + " AS " + name));
  }

  @Test
  void the_questions_of_the_read_model_are_all_asked() {
    var offered = Arrays.stream(ReadModel.class.getMethods())
        .map(method -> method.getReturnType().getSimpleName())
        .filter(name -> name.endsWith("Queries")).toList();

    assertThat(classes(projected.readers()))
        .extracting(queries -> queries.getClass().getSimpleName())
        .containsExactlyInAnyOrderElementsOf(offered);
  }

  @Test
  void no_question_reads_a_whole_table() throws Exception {
    ask();

    assertThat(recorder.prepared()).hasSizeGreaterThan(30);
    assertNoFullScan(recorder);
  }

  @Test
  void no_event_reads_a_whole_table() throws Exception {
    changeAll();

    assertThat(projected.recorder().prepared()).anyMatch(sql -> sql.contains("RETURNING"))
        .anyMatch(sql -> sql.contains("INTO metric_values"));
    assertNoFullScan(projected.recorder());
  }

  @Test
  void no_event_reads_a_whole_table_before_the_indexes_of_queries_are_made() throws Exception {
    changeAll();
    for (var index : indexesOfQueries()) {
      projected.execute("DROP INDEX " + index);
    }

    assertNoFullScan(projected.recorder());
    assertThat(plans(projected.recorder()).values()).flatExtracting(plan -> plan)
        .noneMatch(step -> step.contains("AUTOMATIC"));
  }

  private static List<String> indexesOfQueries() throws IOException {
    try (var made = requireNonNull(Schema.class.getResourceAsStream("indexes.sql"))) {
      return Pattern.compile("CREATE INDEX (\\w+)")
          .matcher(new String(made.readAllBytes(), StandardCharsets.UTF_8)).results()
          .map(index -> index.group(1)).toList();
    }
  }

  private void changeAll() throws Exception {
    projected.when("r1", "a-1", moved("r1b", "r1"), deleted("r1a"), restored("r1a"),
        sessionMoved("r1s", "r1"), sessionDeleted("r1s"), sessionRestored("r1s"),
        goal("r1d", "r1", "r1a"), renamed("r1d", "x"),
        recorded("r1w", "r1s", "r11", "r1m", null, 2), noteRestored("r1n"));
  }

  /** Unique ones hold a rule, and those of one column a foreign key. */
  @Test
  void every_other_index_is_used_by_a_question_or_an_event() throws Exception {
    ask();
    var steps = Stream.of(plans(recorder), plans(projected.recorder()))
        .flatMap(plans -> plans.values().stream()).flatMap(List::stream)
        .collect(Collectors.joining("\n"));

    var indexes = texts("""
      SELECT list.name
      FROM sqlite_schema AS tables, pragma_index_list(tables.name) AS list
      WHERE tables.type = 'table' AND list.origin = 'c' AND NOT list."unique"
        AND (list.partial OR (SELECT count(*) FROM pragma_index_info(list.name)) > 1
          OR (SELECT name FROM pragma_index_info(list.name)) NOT IN (
            SELECT "from" FROM pragma_foreign_key_list(tables.name)))
      """, "name");
    assertThat(indexes).contains("idx_goals_type", "idx_goals_created", "idx_goals_parent_type",
        "idx_goals_root_type", "idx_goals_completed", "idx_sessions_live",
        "idx_activity_instances_root_date", "idx_activity_instances_session_created",
        "idx_metric_values_root_metric", "idx_metric_definitions_active");
    for (var index : indexes) {
      assertThat(steps).containsPattern(" INDEX " + index + "\\b");
    }
  }

  @Test
  void every_foreign_key_has_a_full_index_that_begins_with_it() throws Exception {
    int keys = 0;
    for (var table : tables()) {
      var indexed = texts("""
        SELECT info.name
        FROM pragma_index_list('%1$s') AS list, pragma_index_info(list.name) AS info
        WHERE NOT list.partial AND info.seqno = 0
        """.formatted(table), "name");
      for (var key : texts("SELECT \"from\" FROM pragma_foreign_key_list('%s')".formatted(table),
          "from")) {
        assertThat(indexed).as(table).contains(key);
        keys++;
      }
      assertThat(texts("SELECT name FROM pragma_table_info('%s')".formatted(table), "name"))
          .as(table).contains("root_id");
    }
    assertThat(keys).isEqualTo(39);
  }
}
