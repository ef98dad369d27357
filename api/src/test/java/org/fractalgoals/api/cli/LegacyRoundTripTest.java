package org.fractalgoals.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is migrated, exported for the legacy application and migrated again is what it was. */
@EnabledIfEnvironmentVariable(named = "FRACTAL_LEGACY_FIXTURES", matches = ".+")
class LegacyRoundTripTest {

  private static final List<String> QUESTIONS = List.of("""
    SELECT id, root_id, parent_id, type, name, description, deadline, completed, targets,
           created_at, deleted_at IS NULL, placeholder
      FROM goals
    """, """
    SELECT id, root_id, parent_id, name, session_data, duration_minutes, session_start,
           session_end, completed, created_at, deleted_at IS NULL, placeholder
      FROM sessions
    """, """
    SELECT id, session_id, activity_definition_id, sets, notes, time_start, time_stop, sort_order
      FROM activity_instances
    """, """
    SELECT activity_instance_id, metric_definition_id, split_definition_id, value
      FROM metric_values
    """);

  @TempDir private Path directory = Path.of("");

  @ParameterizedTest
  @ValueSource(strings = {"stage-08.db", "stage-12.db", "stage-16.db"})
  void goals_sessions_performances_and_values_are_the_same(String fixture) throws Exception {
    var source = Path.of(System.getenv("FRACTAL_LEGACY_FIXTURES")).resolve(fixture);
    var today = directory.resolve("today.db");
    run("first", "migrate", source.toString());
    run("first", "export", "--legacy", today.toString());
    run("second", "migrate", today.toString());
    for (var question : QUESTIONS) {
      assertThat(answers("second", question)).isNotEmpty()
          .containsExactlyInAnyOrderElementsOf(answers("first", question));
    }
  }

  private void run(String data, String command, String... arguments) {
    var all = new ArrayList<>(List.of("--data", directory.resolve(data).toString(), command));
    all.addAll(List.of(arguments));
    var outcome = new Shell().run(all.toArray(String[]::new));
    assertThat(outcome.code()).as(outcome.err()).isZero();
  }

  private List<String> answers(String data, String question) throws Exception {
    var answers = new ArrayList<String>();
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + readModel(data));
        var statement = connection.createStatement();
        var found = statement.executeQuery(question)) {
      while (found.next()) {
        var cells = new ArrayList<String>();
        for (int column = 1; column <= found.getMetaData().getColumnCount(); column++) {
          cells.add(String.valueOf(found.getString(column)));
        }
        answers.add(String.join("|", cells));
      }
    }
    return answers;
  }

  private Path readModel(String data) throws Exception {
    try (var files = Files.newDirectoryStream(directory.resolve(data), "read-model-*.db")) {
      return files.iterator().next();
    }
  }
}
