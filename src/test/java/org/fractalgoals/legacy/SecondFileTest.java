package org.fractalgoals.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;

import org.fractalgoals.process.ServerHere;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A newer file of an owner who has changed things here meanwhile: nothing is overwritten silently. */
class SecondFileTest {

  @TempDir Path folder;

  private DataDirectory directory = new DataDirectory(Path.of(""));
  private Path file = Path.of("");

  @BeforeEach
  void aFirstFile() throws Exception {
    directory = new DataDirectory(folder);
    file = StageCases.all().getLast().write(folder);
    directory.migrate(file);
  }

  private void changeFile(String sql) throws Exception {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private void changeHere(String method, String path, String body) throws Exception {
    try (var server = ServerHere.on(directory.data())) {
      server.ask(method, path, body);
    }
  }

  private String nameOfGoal() throws Exception {
    try (var server = ServerHere.on(directory.data())) {
      return server.get("/api/root/goals/goal").get("name").asString();
    }
  }

  @Test
  void what_changed_only_there_is_taken() throws Exception {
    changeFile("UPDATE goals SET name = 'Changed there' WHERE id = 'goal'");

    var report = directory.migrate(file);

    assertThat(report.get("conflicts")).isEmpty();
    assertThat(nameOfGoal()).isEqualTo("Changed there");
    directory.requireTheSameFileBack(report.get("importId").asString(), file);
  }

  @Test
  void what_changed_only_here_stays() throws Exception {
    changeHere("PUT", "/api/root/goals/goal", "{\"name\":\"Changed here\"}");
    changeFile("INSERT INTO goals (id, type, name, parent_id, root_id) "
        + "VALUES ('new', 'ShortTermGoal', 'New', 'root', 'root')");

    var report = directory.migrate(file);

    assertThat(report.get("conflicts")).isEmpty();
    assertThat(nameOfGoal()).isEqualTo("Changed here");
    assertThat(directory.shown().goals()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({"report, Changed here, false", "update, Changed there, true"})
  void what_changed_on_both_sides_is_a_conflict(String onConflict, String name, boolean taken)
      throws Exception {
    changeHere("PUT", "/api/root/goals/goal", "{\"name\":\"Changed here\"}");
    changeFile("UPDATE goals SET name = 'Changed there' WHERE id = 'goal'");

    var report = directory.migrate(file, "--on-conflict", onConflict);

    assertThat(report.get("conflicts")).singleElement().satisfies(conflict -> {
      assertThat(conflict.get("thing").asString()).contains("goal");
      assertThat(conflict.get("field").asString()).contains("name");
      assertThat(conflict.get("taken").asBoolean()).isEqualTo(taken);
    });
    assertThat(nameOfGoal()).isEqualTo(name);
    directory.requireTheSameFileBack(report.get("importId").asString(), file);
  }

  @Test
  void what_was_deleted_here_stays_deleted() throws Exception {
    changeHere("DELETE", "/api/root/goals/goal", "");
    changeFile("UPDATE goals SET name = 'Changed there' WHERE id = 'goal'");

    directory.migrate(file);

    assertThat(directory.shown().goals()).isEqualTo(1);
  }

  private void aGoalBelowAMissingOne() throws Exception {
    changeFile("INSERT INTO goals (id, type, name, parent_id) "
        + "VALUES ('below', 'ShortTermGoal', 'Below', 'missing')");
    directory.migrate(file);
    assertThat(directory.shown().goals()).isEqualTo(2);
  }

  @Test
  void what_was_missing_and_comes_later_fills_its_place() throws Exception {
    aGoalBelowAMissingOne();
    changeFile("INSERT INTO goals (id, type, name) VALUES ('missing', 'UltimateGoal', 'Found')");

    directory.migrate(file);

    assertThat(directory.shown()).isEqualTo(new Shown(2, 4, 1, 1, 1));
  }

  @Test
  void what_comes_later_in_another_place_than_was_thought_is_not_lost() throws Exception {
    aGoalBelowAMissingOne();
    changeFile("INSERT INTO goals (id, type, name, parent_id) "
        + "VALUES ('missing', 'LongTermGoal', 'Found', 'root')");

    var report = directory.migrate(file);

    assertThat(directory.shown().goals()).isEqualTo(4);
    directory.requireTheSameFileBack(report.get("importId").asString(), file);
  }
}
