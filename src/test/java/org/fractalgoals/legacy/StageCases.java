package org.fractalgoals.legacy;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;

/** A small file of each stage that holds one of everything. */
final class StageCases {

  private StageCases() {}

  static List<LegacyCase> all() {
    return IntStream.rangeClosed(1, 16)
        .mapToObj(stage -> new LegacyCase("stage %d".formatted(stage), stage,
            new Shown(1, 2, 1, 1, 1), file -> one(file, stage)))
        .toList();
  }

  private static void one(SyntheticLegacy file, int stage) throws SQLException {
    file.fractal().session("session", "root").instance("instance", "session")
        .value("value", "instance", 60.5)
        .row("session_templates", "id", "template", "root_id", "root", "name", "Evening",
            "template_data", "{\"sections\": []}");
    link(file, stage);
    if (stage >= 6) {
      file.row("split_definitions", "id", "split", "activity_id", "activity", "name", "Left",
          "order", 0);
    }
    if (stage >= 7) {
      file.row("activity_groups", "id", "group", "root_id", "root", "name", "Strings");
    }
    if (stage == 9 || stage >= 11) {
      program(file, stage);
    }
    if (stage == 16) {
      file.row("notes", "id", "note", "root_id", "root", "context_type", "session", "context_id",
          "session", "session_id", "session", "content", "Well done");
    }
  }

  private static void link(SyntheticLegacy file, int stage) throws SQLException {
    if (stage < 14) {
      file.row("practice_session_goals", "practice_session_id", "session", "short_term_goal_id",
          "goal");
    } else {
      file.row("session_goals", "session_id", "session", "goal_id", "goal", "goal_type",
          "short_term");
    }
  }

  private static void program(SyntheticLegacy file, int stage) throws SQLException {
    var created = "2026-01-02 10:00:00.000000";
    file.row("programs", "id", "program", "root_id", "root", "name", "Spring", "start_date",
        "2026-03-01 00:00:00.000000", "end_date", "2026-05-31 00:00:00.000000", "created_at",
        created, "updated_at", created, "goal_ids", "[\"goal\"]", "weekly_schedule", "[]")
        .row("program_blocks", "id", "1767583525669", "program_id", "program", "name", "March",
            "start_date", "2026-03-01", "end_date", "2026-03-31", "color", "#3a86ff")
        .row("program_days", "id", "day", "block_id", "1767583525669", "day_number", 1, "name",
            "Monday");
    if (stage < 13) {
      file.row("scheduled_sessions", "id", "planned", "day_id", "day", "session_template_id",
          "template", "is_completed", 0);
    } else {
      file.row("program_day_templates", "program_day_id", "day", "session_template_id",
          "template");
    }
  }
}
