package org.fractalgoals.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;

import org.fractalgoals.domain.entity.EntityRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What was purged does not come back with another file, and files that were imported lack just that. */
class PurgedRowsTest {

  private static final String GOAL = "kind = 'goal' AND id <> root_id AND EXISTS "
      + "(SELECT 1 FROM entity WHERE parent_kind = 'goal' AND parent_id = thing.id)";
  private static final String ACTIVITY = "kind = 'activity' AND EXISTS "
      + "(SELECT 1 FROM entity WHERE kind = 'metric' AND parent_id = thing.id)";
  private static final String SESSION = "kind = 'session' AND EXISTS "
      + "(SELECT 1 FROM entity WHERE kind = 'instance' AND parent_id = thing.id)";
  private static final String FRACTAL = "kind = 'goal' AND id = root_id AND EXISTS "
      + "(SELECT 1 FROM entity WHERE kind = 'session' AND root_id = thing.id)";

  @TempDir Path folder;

  private DataDirectory directory = new DataDirectory(Path.of(""));
  private PurgedData data = new PurgedData(directory);

  private Path copy(Path source) throws Exception {
    directory = new DataDirectory(folder);
    data = new PurgedData(directory);
    return Files.copy(source, folder.resolve("legacy.db"));
  }

  /** A session that serves a goal below a goal, with notes, in a fractal with other things. */
  private Path file() throws Exception {
    directory = new DataDirectory(folder);
    data = new PurgedData(directory);
    var file = folder.resolve("legacy.db");
    try (var legacy = SyntheticLegacy.at(16, file)) {
      legacy.fractal().goal("above", "root", "description", "secret-above")
          .goal("below", "above", "description", "secret-below")
          .session("session", "root", "description", "secret-session")
          .instance("instance", "session", "notes", "secret-instance")
          .instance("other", "session", "notes", "plain").value("value", "instance", 60.5)
          .row("session_goals", "session_id", "session", "goal_id", "below", "goal_type",
              "short_term")
          .session("elsewhere", "root");
      note(legacy, "of-goal", "goal", "above");
      note(legacy, "of-session", "session", "session");
      note(legacy, "of-instance", "activity_instance", "instance");
    }
    return file;
  }

  private static void note(SyntheticLegacy legacy, String id, String type, String context)
      throws Exception {
    legacy.row("notes", "id", id, "root_id", "root", "context_type", type, "context_id", context,
        "content", "secret-note-" + id);
  }

  private static void change(Path file, String... statements) throws Exception {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement()) {
      for (var sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static List<String> things(JsonNode report) {
    return report.at("/skipped/things").valueStream().map(JsonNode::asString).toList();
  }

  private static long skipped(JsonNode report, String table) {
    return report.get("tables").valueStream()
        .filter(found -> found.get("table").asString().equals(table))
        .mapToLong(found -> found.get("skipped").asLong()).sum();
  }

  /** Each file comes back without the rows of what was purged, nothing else is wrong, and it is not imported again. */
  private void requireJustTheRest(JsonNode report, Path file) throws Exception {
    var importId = report.get("importId").asString();
    var rest = data.without(file, "rest of " + importId);
    directory.requireTheSameFileBack(importId, rest);
    data.requireForgotten(file, rest);
    directory.migrateAgain(file);
  }

  @Test
  void people_are_told_what_was_skipped() throws Exception {
    var file = file();
    directory.migrate(file);
    data.purge(EntityRef.goal("below"));
    change(file, "UPDATE notes SET content = content || '-changed'");

    var told = directory.run("migrate", file.toString()).output();
    var verified = directory.run("verify", "--deep").output();

    assertThat(told.lines().filter(line -> line.startsWith("goals ")))
        .singleElement().asString().matches("goals +4 +0 +0 +3 +1");
    assertThat(told).contains("Skipped: nothing of the row is in the store", "goal/below",
        "lacks just the 8 skipped rows");
    assertThat(verified).contains("; 8 more rows purged");
  }

  private void requireSound() {
    var verified = directory.run("verify", "--deep");
    assertThat(verified.exitCode()).as(verified.output() + verified.errors()).isZero();
  }

  @Test
  void a_changed_file_brings_nothing_back() throws Exception {
    var file = file();
    var first = directory.migrate(file);
    var old = Files.copy(file, folder.resolve("old.db"));
    data.purge(EntityRef.goal("above"));
    change(file, "UPDATE goals SET name = name || ' changed'",
        "UPDATE sessions SET name = 'changed'",
        "UPDATE activity_instances SET notes = notes || ' and more'",
        "UPDATE notes SET content = content || '-changed'");

    var second = directory.migrate(file);

    assertThat(skipped(second, "goals")).isEqualTo(2);
    assertThat(skipped(second, "sessions")).isEqualTo(1);
    assertThat(skipped(second, "activity_instances")).isEqualTo(2);
    assertThat(skipped(second, "metric_values")).isEqualTo(1);
    assertThat(skipped(second, "session_goals")).isEqualTo(1);
    assertThat(skipped(second, "notes")).isEqualTo(3);
    assertThat(second.at("/skipped/rows").asLong()).isEqualTo(10);
    assertThat(things(second)).contains("goal/above", "goal/below", "session/session",
        "instance/instance", "note/of-instance");
    assertThat(second.get("conflicts")).isEmpty();
    assertThat(second.at("/proof/purged").asLong()).isEqualTo(10);
    requireSound();
    for (var report : List.of(first, second)) {
      var exported = directory.run("export", "--as-imported", "--import",
          report.get("importId").asString(),
          folder.resolve(report.get("importId").asString()).toString());
      assertThat(exported.output()).contains("10 more rows were purged");
    }
    requireJustTheRest(first, old);
    requireJustTheRest(second, file);
  }

  @Test
  void nor_does_it_bring_anything_new_below() throws Exception {
    var file = file();
    directory.migrate(file);
    data.purge(EntityRef.goal("above"));
    change(file,
        "INSERT INTO goals (id, type, name, parent_id, root_id) VALUES ('new', 'ShortTermGoal', 'secret-new', 'below', 'root')",
        "INSERT INTO activity_instances (id, root_id, session_id, activity_definition_id, notes) VALUES ('new', 'root', 'session', 'activity', 'secret-performed')",
        "INSERT INTO sessions (id, root_id, name) VALUES ('new', 'root', 'secret-new-session')",
        "INSERT INTO session_goals (session_id, goal_id, goal_type) VALUES ('new', 'new', 'short_term')",
        "INSERT INTO session_goals (session_id, goal_id, goal_type) VALUES ('elsewhere', 'new', 'short_term')",
        "INSERT INTO notes (id, root_id, context_type, context_id, content) VALUES ('new', 'root', 'goal', 'new', 'secret-new-note')",
        "INSERT INTO notes (id, root_id, context_type, context_id, content) VALUES ('about', 'root', 'activity_instance', 'instance', 'secret-about')",
        "INSERT INTO goals (id, type, name, parent_id, root_id) VALUES ('beside', 'ShortTermGoal', 'beside', 'root', 'root')");

    var report = directory.migrate(file);

    assertThat(things(report)).contains("goal/new", "instance/new", "session/new", "note/new",
        "note/about");
    assertThat(report.at("/skipped/rows").asLong()).isEqualTo(16);
    assertThat(directory.shown().goals()).isEqualTo(3);
    assertThat(report.get("placeholders").asLong()).as("five that were purged, and goal/new")
        .isEqualTo(6);
    requireSound();
    change(file, "UPDATE goals SET name = name || '-changed'");
    assertThat(things(directory.migrate(file))).contains("goal/new");
    requireSound();
    change(file, "UPDATE goals SET name = replace(name, '-changed', '')");
    change(file, "DELETE FROM goals WHERE id = 'new'",
        "DELETE FROM notes WHERE id IN ('new', 'about')",
        "DELETE FROM sessions WHERE id = 'new'", "DELETE FROM activity_instances WHERE id = 'new'",
        "DELETE FROM session_goals WHERE session_id = 'new'");
    directory.requireTheSameFileBack(report.get("importId").asString(),
        data.without(file, "rest.db"));
  }

  @Test
  void nor_anything_new_in_its_fractal() throws Exception {
    var file = file();
    directory.migrate(file);
    data.purge(EntityRef.goal("root"));
    change(file,
        "INSERT INTO goals (id, type, name, parent_id, root_id) VALUES ('new', 'ShortTermGoal', 'secret', 'root', 'root')",
        "INSERT INTO activity_groups (id, root_id, name) VALUES ('new', 'root', 'secret')",
        "INSERT INTO activity_definitions (id, root_id, name) VALUES ('new', 'root', 'secret')",
        "INSERT INTO split_definitions (id, activity_id, name, \"order\") VALUES ('new', 'new', 'secret', 1)",
        "INSERT INTO session_templates (id, root_id, name, template_data) VALUES ('new', 'root', 'secret', '{}')",
        "INSERT INTO programs (id, root_id, name, start_date, end_date, created_at, updated_at, goal_ids, weekly_schedule) VALUES ('new', 'root', 'secret', '2026-03-01', '2026-03-02', '2026-01-02', '2026-01-02', '[]', '[]')",
        "INSERT INTO program_blocks (id, program_id, name, start_date, end_date, color) VALUES ('new', 'new', 'secret', '2026-03-01', '2026-03-02', 'red')",
        "INSERT INTO program_days (id, block_id, day_number, name) VALUES ('new', 'new', 1, 'secret')",
        "INSERT INTO program_day_templates (program_day_id, session_template_id) VALUES ('new', 'new')",
        "INSERT INTO sessions (id, root_id, name) VALUES ('new', 'root', 'secret')",
        "INSERT INTO notes (id, root_id, context_type, context_id, content) VALUES ('new', 'root', 'root', 'root', 'secret')",
        "INSERT INTO goals (id, type, name) VALUES ('beside', 'UltimateGoal', 'beside')");

    var report = directory.migrate(file);

    assertThat(report.get("tables")).allSatisfy(table -> assertThat(table.get("skipped").asLong())
        .as(table.toString()).isEqualTo(
            table.get("read").asLong() - (table.get("table").asString().equals("goals") ? 1 : 0)));
    assertThat(things(report)).contains("goal/root", "goal/new", "group/new", "activity/new",
        "split/new", "template/new", "program/new", "block/new", "day/new", "session/new",
        "note/new");
    assertThat(report.get("placeholders").asLong()).as("what was purged").isEqualTo(10);
    assertThat(directory.shown().fractals()).isEqualTo(1);
    requireSound();
  }

  @Test
  void nor_does_a_file_that_has_lost_the_whole_bring_back_parts() throws Exception {
    var file = file();
    directory.migrate(file);
    data.purge(EntityRef.session("session"));
    change(file, "DELETE FROM sessions WHERE id = 'session'",
        "UPDATE activity_instances SET notes = 'secret-again'",
        "INSERT INTO activity_instances (id, root_id, session_id, activity_definition_id, notes) VALUES ('new', 'root', 'session', 'activity', 'secret-new')",
        "DELETE FROM activity_instances WHERE id = 'instance'");

    var report = directory.migrate(file);

    assertThat(skipped(report, "activity_instances")).isEqualTo(2);
    assertThat(skipped(report, "metric_values")).isEqualTo(1);
    assertThat(skipped(report, "notes")).isEqualTo(2);
    requireSound();
  }

  @Test
  void what_is_damaged_beside_it_is_found() throws Exception {
    var file = file();
    directory.migrate(file);
    data.purge(EntityRef.goal("above"));
    requireSound();
    try (var connection = DriverManager
        .getConnection("jdbc:sqlite:" + directory.data().resolve("events.db"));
        var statement = connection.createStatement()) {
      statement.execute(
          "UPDATE events SET source_row = NULL WHERE stream = 'goal/goal' AND source_row IS NOT NULL");
    }

    var verified = directory.run("verify", "--deep");

    assertThat(verified.exitCode()).isNotZero();
    assertThat(verified.output()).contains("the content of event");
  }

  @Test
  void what_refers_to_it_stays_where_it_is() throws Exception {
    var file = file();
    directory.migrate(file);
    data.purge(EntityRef.activity("activity"));
    change(file, "UPDATE metric_values SET value = 70",
        "UPDATE activity_instances SET notes = 'more'",
        "INSERT INTO metric_definitions (id, activity_id, name, unit) VALUES ('new', 'activity', 'secret-metric', 'm')",
        "INSERT INTO metric_values (id, activity_instance_id, metric_definition_id, value) VALUES ('new', 'instance', 'new', 3)");

    var report = directory.migrate(file);

    assertThat(things(report)).containsExactlyInAnyOrder("activity/activity", "metric/metric",
        "metric/new");
    assertThat(report.at("/skipped/rows").asLong()).isEqualTo(3);
    requireSound();
    directory.requireTheSameFileBack(report.get("importId").asString(),
        data.without(file, "rest.db"));
  }

  @Test
  void rows_that_repeat_its_id_or_have_none_go_with_it() throws Exception {
    var file = folder.resolve("odd.db");
    directory = new DataDirectory(folder);
    data = new PurgedData(directory);
    try (var legacy = SyntheticLegacy.at(16, file)) {
      legacy.loosen("notes", "activity_instances").fractal()
          .session("session", "root", "description", "secret-session");
      note(legacy, "twice", "session", "session");
      legacy.row("notes", "id", "twice", "content", "secret-twice")
          .row("notes", "id", null, "context_type", "session", "context_id", "session",
              "content", "secret-nameless")
          .row("activity_instances", "id", null, "session_id", "session", "notes",
              "secret-performance");
    }
    var first = directory.migrate(file);

    data.purge(EntityRef.session("session"));

    requireSound();
    var rest = Files.copy(file, folder.resolve("rest.db"));
    change(rest, "DELETE FROM notes", "DELETE FROM activity_instances", "DELETE FROM sessions");
    directory.requireTheSameFileBack(first.get("importId").asString(), rest);
    data.requireForgotten(file, rest);
    change(file, "UPDATE notes SET content = content || '-changed'");
    var second = directory.migrate(file);
    assertThat(second.at("/skipped/rows").asLong()).isEqualTo(5);
    data.requireForgotten(file, rest);
  }

  @ParameterizedTest
  @CsvSource({"stage-01.db, session", "stage-01.db, activity", "stage-08.db, goal",
      "stage-08.db, fractal", "stage-11.db, session", "stage-11.db, fractal",
      "stage-12.db, goal", "stage-12.db, activity", "stage-15.db, fractal", "stage-15.db, session",
      "stage-16.db, goal", "stage-16.db, activity", "stage-16.db, session", "stage-16.db, note",
      "stage-15.db, metric", "stage-16.db, instance", "stage-16.db, program",
      "stage-11.db, group", "stage-08.db, template",
      "stage-16.db, fractal"})
  void so_it_is_with_real_files(String name, String what) throws Exception {
    var file = copy(Fixtures.file(name));
    PurgedData.mark(file, "before");
    var first = directory.migrate(file);
    var old = Files.copy(file, folder.resolve("old.db"));
    data.purge(data.find(switch (what) {
      case "goal" -> GOAL;
      case "activity" -> ACTIVITY;
      case "session" -> SESSION;
      case "fractal" -> FRACTAL;
      default -> "kind = '%s'".formatted(what);
    }));
    requireSound();
    PurgedData.mark(file, "since");

    var second = directory.migrate(file);

    assertThat(second.at("/skipped/rows").asLong()).isPositive()
        .isEqualTo(second.at("/proof/purged").asLong());
    requireSound();
    requireJustTheRest(first, old);
    requireJustTheRest(second, file);
  }
}
