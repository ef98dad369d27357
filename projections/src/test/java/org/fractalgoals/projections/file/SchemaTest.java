package org.fractalgoals.projections.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fractalgoals.projections.fixture.ActivityFacts.activity;
import static org.fractalgoals.projections.fixture.ActivityFacts.metric;
import static org.fractalgoals.projections.fixture.GoalFacts.fractal;
import static org.fractalgoals.projections.fixture.SessionFacts.instance;
import static org.fractalgoals.projections.fixture.SessionFacts.recorded;
import static org.fractalgoals.projections.fixture.SessionFacts.session;

import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;

import org.fractalgoals.projections.fixture.Projected;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the database itself refuses. */
class SchemaTest {

  @TempDir Path directory;

  private Projected projected;

  @BeforeEach
  void open() throws Exception {
    projected = new Projected(directory);
    projected.when("r", "a-1", fractal("r"), session("s", "r", "r"), activity("x", "r"),
        metric("m", "x"), instance("i", "s", "x"), recorded("v", "s", "i", "m", null, 1));
  }

  @AfterEach
  void close() throws SQLException {
    projected.close();
  }

  private void insert(String columns, String values) throws SQLException {
    projected.execute("""
      INSERT INTO goals (id, root_id, type, name, description, sort_order, created_at, updated_at,
        created_day, visible, version, imported_as_is %s)
      VALUES ('g', 'r', '', '', '', 0, 0, 0, '2026-01-10', 1, 0, 0 %s)
      """.formatted(columns, values));
  }

  @Test
  void a_row_that_breaks_no_rule_is_accepted() {
    assertThatCode(() -> insert(", parent_id, deadline", ", 'r', '2026-01-10'"))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {
      ", parent_id, parent_session_id| , 'r', 's'",
      ", deadline| , '2026-01-09'",
      ", completed| , 2",
      ", completed_at| , 5",
      ", deleted_at| , 5",
      ", deleted_by| , 'a-1'",
      ", deleted_position| , 5",
      ", deleted_at, deleted_by| , 5, 'a-1'",
      ", deleted_at, deleted_by, deleted_position| , 5, 'a-1', 1",
      ", placeholder| , 7",
      ", targets| , x'00'"})
  void a_row_that_breaks_a_rule_is_refused(String columnsAndValues) {
    var parts = columnsAndValues.split("\\|", -1);
    assertThatThrownBy(() -> insert(parts[0], parts[1])).isInstanceOf(SQLException.class)
        .hasMessageMatching("(?s).*(CHECK constraint failed|cannot store BLOB).*");
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "UPDATE goals SET visible = 2",
      "UPDATE goals SET imported_as_is = 3",
      "UPDATE goals SET version = -1",
      "UPDATE goals SET parent_session_id = 's' WHERE id = root_id",
      "UPDATE goals SET name = NULL",
      "UPDATE goals SET root_id = NULL",
      "UPDATE sessions SET deadline = '2026-01-09'",
      "UPDATE sessions SET duration_minutes = -1",
      "UPDATE sessions SET completed_at = 5",
      "UPDATE sessions SET deleted_at = 5",
      "UPDATE sessions SET parent_id = 'nowhere'",
      "UPDATE activity_instances SET time_start = 5, time_stop = 4",
      "UPDATE activity_instances SET duration_seconds = -1",
      "UPDATE activity_instances SET session_id = 'nowhere'",
      "UPDATE activity_instances SET activity_definition_id = 'nowhere'",
      "UPDATE metric_values SET value = -1",
      "UPDATE metric_values SET split_definition_id = 'nowhere'",
      "UPDATE projection SET position = -1",
      "INSERT INTO projection SELECT 2, store_id, fingerprint, 0, hash FROM projection"})
  void no_row_can_be_changed_into_one_that_breaks_a_rule(String sql) {
    assertThatThrownBy(() -> projected.execute(sql)).isInstanceOf(SQLException.class)
        .hasMessageContaining("constraint failed");
  }

  @ParameterizedTest
  @ValueSource(strings = {", parent_id| , 'nowhere'", ", parent_session_id| , 'nowhere'"})
  void what_a_row_refers_to_must_be_there(String columnsAndValues) {
    var parts = columnsAndValues.split("\\|", -1);
    assertThatThrownBy(() -> insert(parts[0], parts[1])).isInstanceOf(SQLException.class)
        .hasMessageContaining("FOREIGN KEY constraint failed");
    assertThatThrownBy(() -> projected.execute("UPDATE goals SET root_id = 'nowhere'"))
        .hasMessageContaining("FOREIGN KEY constraint failed");
  }

  @Test
  void the_connection_that_writes_has_the_pragmas_it_needs() throws SQLException {
    try (var writer = Connections.writer(directory.resolve("other.db"));
        var statement = writer.createStatement()) {
      assertThat(pragma(statement, "foreign_keys")).isEqualTo("1");
      assertThat(pragma(statement, "journal_mode")).isEqualTo("wal");
      assertThat(pragma(statement, "synchronous")).isEqualTo("1");
      assertThat(pragma(statement, "busy_timeout")).isEqualTo("10000");
    }
  }

  private static String pragma(Statement statement, String name) throws SQLException {
    try (var row = statement.executeQuery("PRAGMA " + name)) {
      return row.getString(1);
    }
  }

  @Test
  void the_connections_that_read_cannot_write() throws SQLException {
    try (var reader = projected.readers().getConnection();
        var statement = reader.createStatement()) {
      assertThatThrownBy(() -> statement.execute("UPDATE goals SET name = ''"))
          .isInstanceOf(SQLException.class).hasMessageContaining("readonly");
    }
  }
}
