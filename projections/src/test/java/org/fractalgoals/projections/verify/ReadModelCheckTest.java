package org.fractalgoals.projections.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.fractalgoals.projections.fixture.ActivityFacts.activity;
import static org.fractalgoals.projections.fixture.ActivityFacts.group;
import static org.fractalgoals.projections.fixture.ActivityFacts.metric;
import static org.fractalgoals.projections.fixture.ActivityFacts.split;
import static org.fractalgoals.projections.fixture.ActivityFacts.template;
import static org.fractalgoals.projections.fixture.GoalFacts.fractal;
import static org.fractalgoals.projections.fixture.GoalFacts.goal;
import static org.fractalgoals.projections.fixture.GoalFacts.json;
import static org.fractalgoals.projections.fixture.GoalFacts.renamed;
import static org.fractalgoals.projections.fixture.MissingFacts.missing;
import static org.fractalgoals.projections.fixture.NoteFacts.note;
import static org.fractalgoals.projections.fixture.ProgramFacts.block;
import static org.fractalgoals.projections.fixture.ProgramFacts.day;
import static org.fractalgoals.projections.fixture.ProgramFacts.planned;
import static org.fractalgoals.projections.fixture.ProgramFacts.program;
import static org.fractalgoals.projections.fixture.SessionFacts.instance;
import static org.fractalgoals.projections.fixture.SessionFacts.recorded;
import static org.fractalgoals.projections.fixture.SessionFacts.session;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.session.SessionEvent.SessionDataChanged;
import org.fractalgoals.projections.ReadModel;
import org.fractalgoals.projections.file.ReadModelFault;
import org.fractalgoals.projections.fixture.EventLog;
import org.fractalgoals.projections.verify.RowDifference.EventPlace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadModelCheckTest {

  private static final int MOST = 100;

  @TempDir Path directory;

  private final EventLog events = new EventLog();

  private void appendSome() {
    events.append("r", "a-1", fractal("r"), goal("g", "r", "r"), renamed("g", "Own a boat"),
        group("k", "r", "Knots"), activity("a", "r"), metric("m", "a"), split("l", "a"),
        template("t", "r", "Dry run"), session("s", "r", "r", "g"), instance("i", "s", "a"),
        recorded("v", "s", "i", "m", "l", 2), note("n", "r", EntityRef.goal("g")),
        program("p", "r", "g"), block("p", "b", "g"), day("p", "b", "d"),
        planned("p", "d", "c", "t"));
  }

  private Path built(String name) {
    var place = directory.resolve(name);
    ReadModel.build(place, events, "none", Clock.systemUTC(), progress -> {});
    return file(place);
  }

  private static Path file(Path place) {
    return ReadModel.peek(place, "none").orElseThrow().file();
  }

  private static void alter(Path file, String... statements) throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement()) {
      for (var sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private Comparison compare(Path kept) {
    return compare(kept, MOST);
  }

  private Comparison compare(Path kept, int most) {
    try (var check = ReadModelCheck.open(kept)) {
      return check.against(built("made"), most);
    }
  }

  private Comparison afterAltering(String... statements) throws SQLException {
    appendSome();
    var kept = built("kept");
    alter(kept, statements);
    return compare(kept);
  }

  @Test
  void what_the_events_make_twice_is_the_same() {
    appendSome();

    var comparison = compare(built("kept"));

    assertThat(comparison.first()).isEmpty();
    assertThat(comparison.count()).isZero();
    assertThat(comparison.tables()).isEqualTo(16);
    assertThat(comparison.rows()).isEqualTo(17);
  }

  @Test
  void without_events_there_is_nothing_to_differ() {
    var comparison = compare(built("kept"));

    assertThat(comparison.count()).isZero();
    assertThat(comparison.rows()).isZero();
  }

  @Test
  void placeholders_are_rows_like_others() throws SQLException {
    events.append("r", "a-1", missing(EntityRef.goal("r"), "r"));
    var kept = built("kept");
    assertThat(compare(kept).count()).isZero();

    alter(kept, "UPDATE goals SET placeholder = 0");

    assertThat(compare(kept).first()).containsExactly(new RowDifference("goals", "id \"r\"",
        "placeholder", "0", "1", new EventPlace("goal/r", 0)));
  }

  @Test
  void an_altered_cell_is_named_with_both_values_and_the_last_event() throws SQLException {
    assertThat(afterAltering("UPDATE goals SET name = 'Own a plane' WHERE id = 'g'").first())
        .containsExactly(new RowDifference("goals", "id \"g\"", "name", "\"Own a plane\"",
            "\"Own a boat\"", new EventPlace("goal/g", 1)));
  }

  @Test
  void a_cell_that_became_null_or_is_no_longer_is_told_as_such() throws SQLException {
    assertThat(afterAltering("UPDATE metric_values SET split_definition_id = NULL, value = 2.5",
        "UPDATE sessions SET session_end = ''").first())
        .extracting(RowDifference::column, RowDifference::kept, RowDifference::fromEvents)
        .containsExactlyInAnyOrder(tuple("split_definition_id",
            "null", "\"l\""), tuple("value", "2.5", "2.0"),
            tuple("session_end", "\"\"", "null"));
  }

  @Test
  void an_equal_number_of_another_storage_class_is_a_difference() throws SQLException {
    var differences = afterAltering("PRAGMA writable_schema = ON", """
      UPDATE sqlite_schema
         SET sql = replace(replace(sql, 'value REAL', 'value'), ') STRICT', ')')
       WHERE name = 'metric_values'
      """, "PRAGMA writable_schema = RESET", "UPDATE metric_values SET value = 2").first();

    assertThat(differences).filteredOn(difference -> difference.key() == null)
        .extracting(RowDifference::table).containsExactly("metric_values");
    assertThat(differences).filteredOn(difference -> difference.key() != null)
        .containsExactly(new RowDifference("metric_values", "id \"v\"", "value", "2", "2.0",
            new EventPlace("session/s", 2)));
  }

  @Test
  void a_row_that_was_deleted_is_missing() throws SQLException {
    assertThat(afterAltering("DELETE FROM session_goals").first()).containsExactly(
        new RowDifference("session_goals", "session_id \"s\", goal_id \"g\"", null, null, "a row",
            new EventPlace("session/s", Long.MAX_VALUE)));
  }

  @Test
  void a_row_that_was_added_is_too_many() throws SQLException {
    assertThat(afterAltering("""
      INSERT INTO activity_groups
      SELECT 'x', root_id, 'Bends', description, sort_order, created_at, updated_at, deleted_at,
             deleted_by, deleted_position, version, imported_as_is, placeholder
        FROM activity_groups
      """).first()).containsExactly(new RowDifference("activity_groups", "id \"x\"", null,
        "a row", null, new EventPlace("group/x", 0)));
  }

  @Test
  void tables_and_indexes_are_compared_as_well() throws SQLException {
    assertThat(afterAltering("DROP INDEX idx_goals_type", "DROP TABLE program_day_templates",
        "CREATE TABLE more (id TEXT)").first())
        .filteredOn(difference -> difference.key() == null).extracting(RowDifference::table)
        .contains("idx_goals_type", "program_day_templates", "more");
  }

  @Test
  void all_differences_are_counted_and_the_first_are_told() throws SQLException {
    appendSome();
    var kept = built("kept");
    alter(kept, "UPDATE goals SET name = 'x', description = 'y'");

    var comparison = compare(kept, 3);

    assertThat(comparison.count()).isEqualTo(4);
    assertThat(comparison.first()).hasSize(3);
  }

  @Test
  void of_long_texts_the_place_where_they_differ_is_shown() throws SQLException {
    var text = "[\"" + "x".repeat(5000) + "\"]";
    events.append("r", "a-1", fractal("r"), session("s", "r", "r"),
        new SessionDataChanged("s", json(text), Instant.EPOCH));
    var kept = built("kept");
    alter(kept, "UPDATE sessions SET session_data = substr(session_data, 1, 4000)");

    assertThat(compare(kept).first()).singleElement().satisfies(difference -> {
      assertThat(difference.kept()).isEqualTo("…\"" + "x".repeat(20) + "\"");
      assertThat(difference.fromEvents()).isEqualTo("…\"" + "x".repeat(100) + "\"…");
    });
  }

  @ParameterizedTest
  @CsvSource({"goals, goal/g, 1", "sessions, session/s, 0", "activity_groups, group/k, 0",
      "activity_definitions, activity/a, 2", "metric_definitions, activity/a, 1",
      "split_definitions, activity/a, 2", "activity_instances, session/s, 2",
      "metric_values, session/s, 2", "session_templates, template/t, 0", "notes, note/n, 0",
      "programs, program/p, 3", "program_blocks, program/p, 1", "program_days, program/p, 3",
      "scheduled_sessions, program/p, 3"})
  void the_last_event_is_known_for_each_table(String table, String stream, long sequence)
      throws SQLException {
    assertThat(afterAltering("""
      UPDATE %s SET updated_at = updated_at + 1 WHERE id <> root_id
      """.formatted(table)).first()).singleElement().satisfies(difference -> {
      assertThat(difference.table()).isEqualTo(table);
      assertThat(difference.event()).isEqualTo(new EventPlace(stream, sequence));
    });
  }

  @Test
  void it_is_known_for_the_templates_of_a_day_too() throws SQLException {
    assertThat(afterAltering("UPDATE program_day_templates SET sort_order = 7").first())
        .extracting(RowDifference::event)
        .containsExactly(new EventPlace("program/p", Long.MAX_VALUE));
  }

  @Test
  void everything_is_in_the_fractal_of_what_it_stands_under() {
    appendSome();

    try (var check = ReadModelCheck.open(built("kept"))) {
      var parents = check.parents(MOST);
      assertThat(parents.count()).isZero();
      assertThat(parents.links()).isPositive();
    }
  }

  @Test
  void what_is_in_another_fractal_than_what_it_stands_under_is_named() throws SQLException {
    appendSome();
    events.append("q", "a-2", fractal("q"));
    var kept = built("kept");
    alter(kept, "UPDATE metric_values SET root_id = 'q'");

    try (var check = ReadModelCheck.open(kept)) {
      var parents = check.parents(MOST);
      assertThat(parents.count()).isEqualTo(1);
      assertThat(parents.first()).containsExactly(new Misplaced("metric_values", "id \"v\"", "q",
          "activity_instance_id", "i", "r"));
      assertThat(check.parents(0).first()).isEmpty();
    }
  }

  @Test
  void what_is_only_mentioned_may_be_in_another_fractal() {
    appendSome();
    events.append("q", "a-2", fractal("q"), session("z", "q", "q", "g"), instance("j", "z", "a"));

    try (var check = ReadModelCheck.open(built("kept"))) {
      assertThat(check.parents(MOST).first()).isEmpty();
    }
  }

  @Test
  void it_sees_the_file_as_it_was_in_the_beginning() throws Exception {
    appendSome();
    var place = directory.resolve("kept");
    ReadModel.build(place, events, "none", Clock.systemUTC(), progress -> {});
    var made = built("made");
    try (var readModel = ReadModel.open(place, events, "none", Clock.systemUTC());
        var check = ReadModelCheck.open(file(place))) {
      readModel.start();
      long position = events.append("r", "a-2", renamed("g", "Own two boats"));
      assertThat(readModel.await(position, Duration.ofSeconds(30))).isTrue();

      assertThat(check.position().position()).isEqualTo(position - 1);
      assertThat(check.against(made, MOST).first()).isEmpty();
    }
  }

  @Test
  void a_sound_file_has_no_faults_and_a_missing_index_entry_is_one() throws SQLException {
    appendSome();
    var kept = built("kept");
    try (var check = ReadModelCheck.open(kept)) {
      assertThat(check.integrity(MOST)).isEmpty();
    }

    alter(kept, "PRAGMA writable_schema = ON", """
      UPDATE sqlite_schema
         SET sql = replace(sql, 'deleted_by IS NOT NULL', 'deleted_by IS NULL')
       WHERE name = 'idx_goals_trash'
      """, "PRAGMA writable_schema = RESET");

    try (var check = ReadModelCheck.open(kept)) {
      assertThat(check.integrity(MOST)).isNotEmpty()
          .allSatisfy(fault -> assertThat(fault).contains("idx_goals_trash"));
      assertThat(check.integrity(1)).hasSize(1);
    }
  }

  @Test
  void a_file_that_is_not_there_is_not_made() {
    var file = directory.resolve("none.db");

    assertThatThrownBy(() -> ReadModelCheck.open(file)).isInstanceOf(ReadModelFault.class)
        .hasMessageContaining("none.db");
    assertThat(file).doesNotExist();
    assertThat(List.of(directory.toFile().list())).isEmpty();
  }
}
