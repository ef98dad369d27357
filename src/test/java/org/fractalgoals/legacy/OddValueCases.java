package org.fractalgoals.legacy;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Values that no known file has and the next one may have. */
final class OddValueCases {

  private static final List<String> TEXTS = List.of("", " ", "  leading and trailing \t",
      "two\nlines\r\n", "bell \u0007 and \u001b[31mred", "null \u0000 inside", "Übung – 練習 🎻",
      "e\u0301", "\u202eright to left", "007", "1e3", "0x1F", "NaN", "Infinity", "true", "null",
      "'; DROP TABLE goals; --", "\"quoted\"", "\\u0041", "{}", "[1]", "<b>&amp;</b>", "%s %n",
      "\ufeffmark", "\ufffe");

  private OddValueCases() {}

  static List<LegacyCase> all() {
    return List.of(
        new LegacyCase("F10: odd texts everywhere", 16,
            new Shown(1, 2 + TEXTS.size(), TEXTS.size(), TEXTS.size(), 0), OddValueCases::texts),
        new LegacyCase("F10: odd texts as ids", 16, new Shown(1, 1 + TEXTS.size(), 0, 0, 0),
            OddValueCases::ids),
        new LegacyCase("F10: texts like numbers in columns of numeric affinity", 12,
            new Shown(1, 2, 1, 2, 1), OddValueCases::numbersForTexts),
        new LegacyCase("F10: malformed JSON", 16, new Shown(1, 3, 1, 1, 0),
            file -> json(file, "{\"sections\":[{\"name\":")),
        new LegacyCase("F10: JSON of another shape", 16, new Shown(1, 3, 1, 1, 0), file -> json(
            file, "[{\"sections\":3,\"sets\":{},\"id\":[],\"metrics\":\"x\",\"x\":1e400},null,7]")),
        new LegacyCase("F10: JSON with members of other types", 16, new Shown(1, 3, 1, 1, 0),
            file -> json(file,
                """
                  {"sections":[7,null,{"exercises":{"a":1}},{"exercises":[3,null,{"instance_id":5}]},\
                  {"activity_ids":[1,null,{},"i","i","i"]},{"activity_ids":"i"}],"sets":[1,null,{"metrics":[4,{}]}],\
                  "sections":"again","template_id":{"x":1},"session_start":99,"session_end":true}""")),
        new LegacyCase("F10: JSON nested ten thousand levels deep", 16, new Shown(1, 3, 1, 1, 0),
            file -> json(file, "{\"sections\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}")),
        new LegacyCase("F10: five megabytes of JSON", 16, new Shown(1, 3, 1, 1, 0),
            file -> json(file,
                "{\"sections\":[],\"text\":\"" + "0123456789".repeat(500_000) + "\"}")),
        new LegacyCase("F10: negative numbers", 16, new Shown(1, 2, 1, 1, 1),
            OddValueCases::negativeNumbers),
        new LegacyCase("F10: huge and tiny numbers", 16, new Shown(1, 2, 1, 1, 2),
            OddValueCases::hugeNumbers),
        new LegacyCase("F10: texts where numbers belong", 16, new Shown(1, 2, 1, 1, 0),
            OddValueCases::textsForNumbers),
        new LegacyCase("F10: times that are none", 16, null, OddValueCases::times),
        new LegacyCase("F10: blobs everywhere", 16, null, OddValueCases::blobs),
        new LegacyCase("F10: texts that are not UTF-8", 16, null, OddValueCases::brokenTexts));
  }

  private static void texts(SyntheticLegacy file) throws SQLException {
    file.fractal();
    int number = 0;
    for (var text : TEXTS) {
      number++;
      file.goal("g" + number, "goal", "name", text, "description", text, "type", "MidTermGoal")
          .session("s" + number, "root", "name", text, "description", text)
          .instance("i" + number, "s" + number, "notes", text)
          .row("activity_groups", "id", "g" + number, "root_id", "root", "name", text,
              "description", text)
          .row("activity_definitions", "id", "a" + number, "root_id", "root", "name", text,
              "description", text, "group_id", "g" + number)
          .row("metric_definitions", "id", "m" + number, "activity_id", "a" + number, "name", text,
              "unit", text)
          .row("split_definitions", "id", "p" + number, "activity_id", "a" + number, "name", text,
              "order", number)
          .row("session_templates", "id", "t" + number, "root_id", "root", "name", text,
              "description", text, "template_data", "{}")
          .row("programs", "id", "p" + number, "root_id", "root", "name", text, "description", text,
              "start_date", text, "end_date", text, "created_at", text, "updated_at", text,
              "goal_ids", "[]", "weekly_schedule", "[]")
          .row("program_blocks", "id", "b" + number, "program_id", "p" + number, "name", text,
              "color", text, "start_date", text)
          .row("program_days", "id", "d" + number, "block_id", "b" + number, "name", text, "notes",
              text, "date", text)
          .row("notes", "id", "n" + number, "root_id", "root", "context_type", "session",
              "context_id", "s" + number, "session_id", "s" + number, "content", text);
    }
  }

  private static void ids(SyntheticLegacy file) throws SQLException {
    file.goal("root", null, "name", "Odd ids");
    int number = 0;
    for (var text : TEXTS) {
      number++;
      file.goal(text.isEmpty() ? "not empty" : text, "root", "name", "Goal " + number)
          .row("activity_definitions", "id", text, "root_id", "root", "name", "Name " + number)
          .row("metric_definitions", "id", text, "activity_id", text, "name", "M", "unit", "u");
    }
  }

  private static void numbersForTexts(SyntheticLegacy file) throws SQLException {
    file.fractal()
        .row("activity_definitions", "id", "7", "root_id", "root", "name", "Seven", "group_id",
            "7")
        .row("activity_groups", "id", "7", "root_id", "root", "name", "Group seven")
        .row("metric_definitions", "id", "8", "activity_id", "7", "name", "Eight", "unit", "u",
            "root_id", "12")
        .session("s", "root").instance("i", "s", "notes", "007", "data", "1e3", "root_id", "12")
        .instance("j", "s", "notes", "1.50", "data", "-0", "root_id", "1e400")
        .value("v", "i", 2.5, "split_definition_id", "0x10", "root_id", "+5");
  }

  private static void json(SyntheticLegacy file, String json) throws SQLException {
    file.fractal().goal("aiming", "goal", "targets", json)
        .session("s", "root", "attributes", json)
        .instance("i", "s", "data", json)
        .row("session_templates", "id", "t", "root_id", "root", "name", "T", "template_data", json)
        .row("programs", "id", "p", "root_id", "root", "name", "P", "start_date", "2026-01-01",
            "end_date", "2026-02-01", "created_at", "2026-01-01 08:00:00.000000", "updated_at",
            "2026-01-01 08:00:00.000000", "goal_ids", json, "weekly_schedule", json)
        .row("program_blocks", "id", "b", "program_id", "p", "name", "B", "goal_ids", json);
  }

  private static void negativeNumbers(SyntheticLegacy file) throws SQLException {
    file.fractal()
        .session("s", "root", "duration_minutes", -1, "total_duration_seconds", -2)
        .instance("i", "s", "duration_seconds", -3, "sort_order", -4)
        .value("v", "i", -5.5)
        .row("activity_groups", "id", "g", "root_id", "root", "name", "G", "sort_order", -6)
        .row("split_definitions", "id", "p", "activity_id", "activity", "name", "P", "order", -7)
        .goal("minus", null, "type", "LongTermGoal", "parent_id", "root", "sort_order", -8,
            "deleted_at", "2026-01-08 12:00:00.000000")
        .row("notes", "id", "n", "root_id", "root", "context_type", "activity_instance",
            "context_id", "i", "session_id", "s", "activity_instance_id", "i", "set_index", -9,
            "content", "Minus");
    plan(file, -10);
  }

  private static void plan(SyntheticLegacy file, @Nullable Object number) throws SQLException {
    file.row("programs", "id", "p", "root_id", "root", "name", "P", "start_date", "2026-02-01",
        "end_date", "2026-01-01", "created_at", "2026-01-01 08:00:00.000000", "updated_at",
        "2026-01-01 08:00:00.000000", "goal_ids", "[]", "weekly_schedule", "[]")
        .row("program_blocks", "id", "b", "program_id", "p", "name", "B")
        .row("program_days", "id", "d", "block_id", "b", "day_number", number, "name", "D");
  }

  private static void hugeNumbers(SyntheticLegacy file) throws SQLException {
    file.fractal()
        .row("metric_definitions", "id", "m2", "activity_id", "activity", "name", "2", "unit", "u")
        .row("metric_definitions", "id", "m3", "activity_id", "activity", "name", "3", "unit", "u")
        .session("s", "root", "duration_minutes", Long.MAX_VALUE, "total_duration_seconds", 1e300)
        .instance("i", "s", "duration_seconds", Long.MIN_VALUE, "sort_order", Long.MAX_VALUE)
        .value("v1", "i", Double.MAX_VALUE).value("v2", "i", Double.MIN_VALUE,
            "metric_definition_id", "m2")
        .value("v3", "i", Double.POSITIVE_INFINITY, "metric_definition_id", "m3");
    plan(file, Long.MAX_VALUE);
  }

  private static void textsForNumbers(SyntheticLegacy file) throws SQLException {
    file.fractal()
        .goal("half", "root", "completed", 0.5, "sort_order", "first", "deleted_at",
            "2026-01-08 12:00:00.000000")
        .session("s", "root", "duration_minutes", "an hour", "completed", "yes",
            "total_duration_seconds", "12.5")
        .instance("i", "s", "duration_seconds", "long", "completed", 7, "sort_order", "last")
        .value("v", "i", "heavy")
        .row("metric_definitions", "id", "m", "activity_id", "activity", "name", "M", "unit", 5,
            "is_active", "maybe", "is_top_set_metric", 9, "sort_order", 1.5);
    plan(file, "third");
  }

  private static void times(SyntheticLegacy file) throws SQLException {
    file.fractal();
    int number = 0;
    for (Object time : List.of("yesterday", "", 20_260_104, 1.5, "99999-12-31 00:00:00",
        "2026-02-30 00:00:00.000000", "2026-01-04 25:00:00", "2026-01-04T10:00:00+01:00",
        "2026-01-04T10:00Z", "-0001-01-01 00:00:00", "0000-00-00 00:00:00", Long.MAX_VALUE)) {
      number++;
      file.goal("g" + number, "goal", "created_at", time, "updated_at", time, "deadline", time,
          "completed", 1, "completed_at", time)
          .session("s" + number, "root", "created_at", time, "updated_at", time, "session_start",
              time, "session_end", time)
          .instance("i" + number, "s" + number, "created_at", time, "time_start", time,
              "time_stop", time)
          .value("v" + number, "i" + number, 1.0, "created_at", time)
          .row("notes", "id", "n" + number, "root_id", "root", "context_type", "session",
              "context_id", "s" + number, "content", "C", "created_at", time, "deleted_at", time);
    }
    file.goal("late", "root", "created_at", null, "deleted_at", "soon");
  }

  private static void blobs(SyntheticLegacy file) throws SQLException {
    var bytes = new byte[] {0, 1, (byte) 0xff, 'x'};
    file.fractal().goal(bytes, "root", "name", bytes).goal("in a blob", bytes)
        .goal("g", "root", "targets", bytes, "description", bytes, "deadline", bytes)
        .session(bytes, bytes, "attributes", bytes)
        .session("s", "root", "attributes", bytes, "created_at", bytes)
        .instance(bytes, bytes).instance("i", "s", "data", bytes, "notes", bytes)
        .value(bytes, bytes, bytes).value("v", "i", bytes)
        .row("activity_definitions", "id", bytes, "root_id", bytes, "name", bytes)
        .row("activity_groups", "id", bytes, "root_id", bytes, "name", bytes)
        .row("notes", "id", bytes, "root_id", bytes, "context_type", bytes, "context_id", bytes,
            "content", bytes)
        .row("session_goals", "session_id", bytes, "goal_id", bytes, "goal_type", bytes);
  }

  private static void brokenTexts(SyntheticLegacy file) throws SQLException {
    file.fractal();
    for (var broken : List.of("C3", "FF", "EDA080", "41C3", "F4908080")) {
      file.execute("INSERT INTO goals (id, type, name, parent_id, description) VALUES "
          + "(?, 'MidTermGoal', CAST(x'%s' AS TEXT), 'root', CAST(x'%s' AS TEXT))"
              .formatted(broken, broken),
          "g" + broken)
          .execute("INSERT INTO activity_groups (id, root_id, name) VALUES "
              + "(CAST(x'%s' AS TEXT), 'root', 'G')".formatted(broken));
    }
    file.session("s", "root", "attributes",
        new String(new byte[] {'{', (byte) 0xc3, '}'}, StandardCharsets.ISO_8859_1));
  }
}
