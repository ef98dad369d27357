package org.fractalgoals.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fractalgoals.projections.fixture.GoalFacts.completed;
import static org.fractalgoals.projections.fixture.GoalFacts.created;
import static org.fractalgoals.projections.fixture.GoalFacts.deleted;
import static org.fractalgoals.projections.fixture.GoalFacts.fractal;
import static org.fractalgoals.projections.fixture.GoalFacts.goal;
import static org.fractalgoals.projections.fixture.GoalFacts.moved;
import static org.fractalgoals.projections.fixture.GoalFacts.renamed;
import static org.fractalgoals.projections.fixture.GoalFacts.restored;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.projections.fixture.Projected;
import org.fractalgoals.projections.fixture.SqlRecorder;
import org.fractalgoals.projections.goal.GoalQueries;
import org.fractalgoals.projections.trash.TrashQueries;
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
    projected.session("s");
    for (int number = 0; number < 20; number++) {
      var root = "r" + number;
      projected.when(root, "made" + number, fractal(root), goal(root + "a", root, root),
          goal(root + "b", root, root + "a"), completed(root + "b"),
          created(root + "s", root, EntityRef.session("s"), "ImmediateGoal", 0),
          goal(root + "c", root, root), renamed(root + "c", "gone"))
          .when(root, "gone" + number, deleted(root + "c"));
    }
  }

  @AfterEach
  void close() throws SQLException {
    projected.close();
  }

  /** Asks every question there is. */
  private void ask() throws ReflectiveOperationException {
    var readers = recorder.listeningTo(projected.readers());
    for (var queries : List.of(new GoalQueries(readers), new TrashQueries(readers))) {
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
    return Arrays.stream(question.getParameterTypes())
        .map(type -> type == Instant.class ? (Object) Instant.EPOCH : "r1").toArray();
  }

  private Map<String, List<String>> plans(SqlRecorder recorder) throws SQLException {
    var plans = new LinkedHashMap<String, List<String>>();
    for (var sql : recorder.prepared()) {
      plans.put(sql, projected.rows("EXPLAIN QUERY PLAN " + sql).stream()
          .map(row -> String.valueOf(row.get("detail"))).toList());
    }
    return plans;
  }

  private List<String> partialIndexes() throws SQLException {
    return projected.rows("SELECT name FROM pragma_index_list('goals') WHERE partial").stream()
        .map(row -> String.valueOf(row.get("name"))).toList();
  }

  /** Reading all of a partial index is reading what was asked for; reading a whole table never is. */
  private void assertNoFullScan(SqlRecorder recorder) throws SQLException {
    var partial = partialIndexes();
    plans(recorder).forEach((sql, plan) -> {
      for (var step : plan) {
        var scan = SCAN.matcher(step);
        if (scan.matches() && isTable(sql, scan.group(1))) {
          assertThat(partial).as("%s%n%s", sql, step).contains(scan.group(2));
        }
      }
    });
  }

  /** Whether a name in a plan is the table or an alias of it, and not a part of the statement itself. */
  private static boolean isTable(String sql, String name) {
    return name.equals("goals") || sql.contains("goals AS " + name);
  }

  @Test
  void no_question_reads_the_whole_table() throws Exception {
    ask();

    assertThat(recorder.prepared()).hasSizeGreaterThanOrEqualTo(
        questions(GoalQueries.class).size());
    assertNoFullScan(recorder);
  }

  @Test
  void no_event_reads_the_whole_table() throws Exception {
    projected.when("r1", "a-1", moved("r1b", "r1"), deleted("r1a"),
        restored("r1a"),
        goal("r1d", "r1", "r1a"), renamed("r1d", "x"));

    assertThat(projected.recorder().prepared()).anyMatch(sql -> sql.contains("below"));
    assertNoFullScan(projected.recorder());
  }

  @Test
  void every_index_is_used_by_a_question() throws Exception {
    ask();
    var steps = plans(recorder).values().stream().flatMap(List::stream).toList();

    for (var index : projected.rows("SELECT name FROM sqlite_schema WHERE type = 'index'")) {
      var name = String.valueOf(index.get("name"));
      if (name.startsWith("idx_")) {
        assertThat(steps).as(name).anyMatch(step -> step.matches(".* INDEX " + name + "\\b.*"));
      }
    }
  }

  @Test
  void every_foreign_key_has_a_full_index_that_begins_with_it() throws Exception {
    var keys = projected.rows("SELECT \"from\" FROM pragma_foreign_key_list('goals')");
    assertThat(keys).hasSize(3);
    for (var key : keys) {
      var column = String.valueOf(key.get("from"));
      assertThat(projected.rows("""
        SELECT list.name
        FROM pragma_index_list('goals') AS list, pragma_index_info(list.name) AS info
        WHERE NOT list.partial AND info.seqno = 0 AND info.name = '%s'
        """.formatted(column))).as(column).isNotEmpty();
    }
  }
}
