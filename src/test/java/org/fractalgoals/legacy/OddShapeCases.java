package org.fractalgoals.legacy;

import java.sql.SQLException;
import java.util.List;

/** Tables, keys and references that no known file has and the next one may have. */
final class OddShapeCases {

  private static final String[] ALL_TABLES = {"goals", "sessions", "session_goals",
      "session_templates", "activity_groups", "activity_definitions", "metric_definitions",
      "split_definitions", "activity_instances", "metric_values", "programs", "program_blocks",
      "program_days", "program_day_templates", "notes"};

  private OddShapeCases() {}

  static List<LegacyCase> all() {
    return List.of(
        new LegacyCase("F10: NULL where there must be something", 16, null, OddShapeCases::nulls),
        new LegacyCase("F10: ids twice and more", 16, null, OddShapeCases::duplicates),
        new LegacyCase("F10: one id for things of all kinds", 16, new Shown(1, 2, 1, 1, 1),
            OddShapeCases::oneIdForAll),
        new LegacyCase("references of every kind that lead nowhere", 16, null,
            OddShapeCases::dangling),
        new LegacyCase("F10: cycles of goals", 12, null, OddShapeCases::cycles),
        new LegacyCase("F10: goals below sessions", 12, new Shown(1, 4, 2, 0, 0),
            file -> file.fractal().session("s", "root", "parent_id", "goal")
                .goal("below", "s", "type", "ImmediateGoal").goal("deeper", "below")
                .session("deep", "root", "parent_id", "deeper")),
        new LegacyCase("F10: ten thousand goals, each below the one before", 16, null,
            OddShapeCases::longChain),
        new LegacyCase("unknown types, columns and states", 16, null,
            OddShapeCases::unknownColumns),
        new LegacyCase("unknown tables of every shape", 16, new Shown(1, 2, 0, 0, 0),
            OddShapeCases::unknownTables),
        new LegacyCase("a virtual table", 16, new Shown(1, 2, 0, 0, 0),
            file -> file.fractal().execute("CREATE VIRTUAL TABLE words USING fts5(text)")
                .execute("INSERT INTO words VALUES ('Sail the sea'), ('Tie knots')")),
        new LegacyCase("known tables without rowids", 16, new Shown(1, 2, 0, 0, 0),
            file -> file.execute("DROP TABLE activity_groups")
                .execute("CREATE TABLE activity_groups (id VARCHAR NOT NULL PRIMARY KEY, "
                    + "root_id VARCHAR, name VARCHAR) WITHOUT ROWID")
                .fractal().row("activity_groups", "id", "g", "root_id", "root", "name", "G")
                .row("activity_groups", "id", "a", "root_id", "root", "name", "A")),
        new LegacyCase("a file without most of its tables", 5, new Shown(1, 2, 0, 0, 0),
            file -> file.goal("root", null).goal("goal", "root")
                .execute("DROP TABLE activity_instances").execute("DROP TABLE metric_values")
                .execute("DROP TABLE practice_session_goals")
                .execute("DROP TABLE session_templates")),
        new LegacyCase("a file without rows", 16, new Shown(0, 0, 0, 0, 0), file -> {}));
  }

  private static void nulls(SyntheticLegacy file) throws SQLException {
    file.loosen(ALL_TABLES).fractal();
    for (var table : ALL_TABLES) {
      file.execute("INSERT INTO %s DEFAULT VALUES".formatted(table))
          .execute("INSERT INTO %s DEFAULT VALUES".formatted(table));
    }
    for (var table : List.of("goals", "sessions", "activity_definitions", "activity_groups",
        "metric_definitions", "activity_instances", "metric_values", "programs", "program_blocks",
        "program_days", "session_templates", "split_definitions", "notes")) {
      file.row(table, "id", "only an id in " + table);
    }
    file.row("session_goals", "session_id", "only an id in sessions")
        .row("session_goals", "goal_id", "root")
        .row("activity_instances", "id", "i", "session_id", "only an id in sessions")
        .row("metric_values", "id", "v", "activity_instance_id", "i")
        .row("goals", "id", "typeless", "parent_id", "root");
  }

  private static void duplicates(SyntheticLegacy file) throws SQLException {
    file.loosen(ALL_TABLES).fractal();
    for (int copy = 0; copy < 3; copy++) {
      file.goal("g", "root", "name", "Copy " + copy).session("s", "root", "name", "Copy " + copy)
          .instance("i", "s", "notes", "Copy " + copy).value("v", "i", copy)
          .row("activity_definitions", "id", "a", "root_id", "root", "name", "Copy " + copy)
          .row("activity_groups", "id", "g", "root_id", "root", "name", "Copy " + copy)
          .row("metric_definitions", "id", "m", "activity_id", "a", "name", "Copy " + copy)
          .row("split_definitions", "id", "p", "activity_id", "a", "name", "Copy " + copy)
          .row("session_templates", "id", "t", "root_id", "root", "name", "Copy " + copy)
          .row("session_goals", "session_id", "s", "goal_id", "g", "goal_type", "type " + copy)
          .row("programs", "id", "p", "root_id", "root", "name", "Copy " + copy)
          .row("program_blocks", "id", "b", "program_id", "p", "name", "Copy " + copy)
          .row("program_days", "id", "d", "block_id", "b", "name", "Copy " + copy)
          .row("program_day_templates", "program_day_id", "d", "session_template_id", "t")
          .row("notes", "id", "n", "root_id", "root", "context_type", "session", "context_id", "s",
              "content", "Copy " + copy);
    }
    file.goal("equal", "root").goal("equal", "root").instance("i", "another session")
        .value("v", "another instance", 7);
  }

  private static void oneIdForAll(SyntheticLegacy file) throws SQLException {
    var id = "root";
    file.fractal().session(id, "root")
        .instance(id, id, "activity_definition_id", id)
        .row("activity_definitions", "id", id, "root_id", "root", "name", "A", "group_id", id)
        .row("activity_groups", "id", id, "root_id", "root", "name", "G")
        .row("metric_definitions", "id", id, "activity_id", id, "name", "M", "unit", "u")
        .row("split_definitions", "id", id, "activity_id", id, "name", "S", "order", 1)
        .value(id, id, 3.0, "metric_definition_id", id)
        .row("session_templates", "id", id, "root_id", "root", "name", "T", "template_data", "{}")
        .row("programs", "id", id, "root_id", "root", "name", "P", "start_date",
            "2026-01-01 00:00:00.000000", "end_date", "2026-02-01 00:00:00.000000", "created_at",
            "2026-01-01 08:00:00.000000", "updated_at", "2026-01-01 08:00:00.000000", "goal_ids",
            "[\"root\"]", "weekly_schedule", "[]")
        .row("program_blocks", "id", id, "program_id", id, "name", "B")
        .row("program_days", "id", id, "block_id", id, "name", "D")
        .row("program_day_templates", "program_day_id", id, "session_template_id", id)
        .row("session_goals", "session_id", id, "goal_id", id, "goal_type", "short_term")
        .row("notes", "id", id, "root_id", "root", "context_type", "session", "context_id", id,
            "session_id", id, "content", "N");
  }

  private static void dangling(SyntheticLegacy file) throws SQLException {
    var gone = "gone";
    file.fractal().goal("g", gone).goal("of a missing root", null, "root_id", gone)
        .session("s", "root", "template_id", gone, "program_day_id", gone, "attributes",
            """
              {"sections":[{"activity_ids":["gone","i"]},{"exercises":[{"instance_id":"e","activity_id":"gone"}]}],\
              "template_id":"gone"}""")
        .session("lost", gone).instance("i", "s", "activity_definition_id", gone)
        .instance("j", gone, "root_id", gone)
        .instance("k", "lost", "activity_definition_id", gone)
        .value("v1", gone, 1.0).value("v2", "i", 2.0, "metric_definition_id", gone)
        .value("v3", "i", 3.0, "split_definition_id", gone)
        .row("activity_definitions", "id", "a", "root_id", gone, "name", "A", "group_id", gone)
        .row("activity_definitions", "id", "b", "root_id", "root", "name", "B", "group_id", gone)
        .row("metric_definitions", "id", "m", "activity_id", gone, "name", "M", "unit", "u")
        .row("split_definitions", "id", "p", "activity_id", gone, "name", "P", "order", 1)
        .row("activity_groups", "id", "g", "root_id", gone, "name", "G")
        .row("session_templates", "id", "t", "root_id", gone, "name", "T", "template_data", "{}")
        .row("session_goals", "session_id", gone, "goal_id", "goal", "goal_type", "short_term")
        .row("session_goals", "session_id", gone, "goal_id", gone, "goal_type", "short_term")
        .row("session_goals", "session_id", "s", "goal_id", gone, "goal_type", "immediate")
        .row("programs", "id", "p", "root_id", gone, "name", "P", "start_date", "x", "end_date",
            "x", "created_at", "x", "updated_at", "x", "goal_ids", "[\"gone\"]",
            "weekly_schedule", "[]")
        .row("program_blocks", "id", "b", "program_id", gone, "name", "B", "goal_ids",
            "[\"gone\"]")
        .row("program_days", "id", "d", "block_id", gone, "name", "D")
        .row("program_day_templates", "program_day_id", gone, "session_template_id", "t")
        .row("program_day_templates", "program_day_id", "d", "session_template_id", gone)
        .row("notes", "id", "n1", "root_id", gone, "context_type", "session", "context_id", gone,
            "session_id", gone, "content", "N")
        .row("notes", "id", "n2", "root_id", "root", "context_type", "activity_instance",
            "context_id", gone, "activity_instance_id", gone, "activity_definition_id", gone,
            "content", "N")
        .row("notes", "id", "n3", "root_id", "root", "context_type", "moon", "context_id", gone,
            "content", "N");
  }

  private static void cycles(SyntheticLegacy file) throws SQLException {
    file.fractal().goal("a", "c").goal("b", "a").goal("c", "b").goal("below a cycle", "b")
        .goal("self", "self").session("in a cycle", "a", "parent_id", "a")
        .session("cyclic", "root", "parent_id", "below a session")
        .goal("below a session", "cyclic")
        .row("practice_session_goals", "practice_session_id", "in a cycle", "short_term_goal_id",
            "self");
  }

  private static void longChain(SyntheticLegacy file) throws SQLException {
    file.fractal();
    var above = "goal";
    for (int depth = 0; depth < 10_000; depth++) {
      file.goal("g" + depth, above, "name", "Depth");
      above = "g" + depth;
    }
    file.session("s", "root").row("session_goals", "session_id", "s", "goal_id", above,
        "goal_type", "short_term");
  }

  private static void unknownColumns(SyntheticLegacy file) throws SQLException {
    for (var table : ALL_TABLES) {
      file.execute("ALTER TABLE %s ADD COLUMN \"level colour\" TEXT DEFAULT '#ff00ff'"
          .formatted(table));
    }
    file.fractal().goal("g", "root", "type", "MoonshotGoal", "level colour", null)
        .goal("h", null, "type", "").session("s", "root", "level colour", new byte[] {1})
        .row("session_goals", "session_id", "s", "goal_id", "goal", "goal_type", "never seen")
        .row("notes", "id", "n", "root_id", "root", "context_type", "set", "context_id", "s",
            "content", "C");
  }

  private static void unknownTables(SyntheticLegacy file) throws SQLException {
    file.fractal().execute("CREATE TABLE \"order\"\"s\" (\"select\" , \"a b\" TEXT)")
        .execute("INSERT INTO \"order\"\"s\" VALUES (x'00ff', 'text'), (NULL, 5), (1.5, '')")
        .execute("CREATE TABLE pairs (a, b, PRIMARY KEY (b, a)) WITHOUT ROWID")
        .execute("INSERT INTO pairs VALUES (1, 2), ('1', 2), (x'01', 'z')")
        .execute("CREATE TABLE counted (id INTEGER PRIMARY KEY AUTOINCREMENT, v)")
        .execute("INSERT INTO counted VALUES (5, 'five'), (77, 'last')")
        .execute("DELETE FROM counted WHERE id = 77")
        .execute("CREATE TABLE computed (a INTEGER, b AS (a * 2), c AS (a + 1) STORED)")
        .execute("INSERT INTO computed (a) VALUES (1), (2)")
        .execute("CREATE TABLE firm (a INTEGER, b TEXT, c ANY) STRICT")
        .execute("INSERT INTO firm VALUES (1, 'b', x'02')")
        .execute("CREATE TABLE bare (void)")
        .execute("CREATE VIEW seen AS SELECT name FROM goals")
        .execute("CREATE TRIGGER watch AFTER INSERT ON counted BEGIN DELETE FROM bare; END")
        .execute("CREATE UNIQUE INDEX partly ON counted (v) WHERE v IS NOT NULL")
        .execute("CREATE TABLE reals (r REAL, n NUMERIC, i INTEGER)")
        .execute("INSERT INTO reals VALUES (1, 1.0, 1.5), (-0.0, 1e308, 9e99), (1e400, '1', 'x')");
  }
}
