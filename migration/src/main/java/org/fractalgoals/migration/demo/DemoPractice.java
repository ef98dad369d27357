package org.fractalgoals.migration.demo;

import static org.fractalgoals.migration.demo.DemoRows.id;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** What is practised on the cello: activities with their metrics, a template, sessions, and a program. */
final class DemoPractice {

  private static final String SCALES = "Scales";
  private static final String PASSAGES = "Passages";
  private static final String TECHNIQUE = "Technique";
  private static final String TEMPLATE = "An evening";
  private static final String ROOT = id(DemoGoals.CELLO);

  private final DemoRows rows;

  private DemoPractice(DemoRows rows) {
    this.rows = rows;
  }

  static void write(DemoRows rows) throws SQLException {
    var practice = new DemoPractice(rows);
    practice.activities();
    practice.template();
    practice.session(18, 72, true);
    practice.session(9, 84, true);
    practice.session(2, 88, false);
    practice.program();
  }

  private void activities() throws SQLException {
    var created = rows.time(41, "19:20:44.118002");
    rows.add("activity_groups", Map.of("id", id(TECHNIQUE), "root_id", ROOT, "name", TECHNIQUE,
        "description", "", "created_at", created, "sort_order", 1));
    activity(SCALES, created);
    metric(SCALES, "Tempo", "bpm", created);
    metric(SCALES, "Mistakes", "Count", created);
    activity(PASSAGES, created);
    metric(PASSAGES, "Tempo", "bpm", created);
  }

  private void activity(String name, String created) throws SQLException {
    rows.add("activity_definitions",
        Map.of("id", id(name), "root_id", ROOT, "name", name, "created_at", created, "has_sets", 0,
            "has_metrics", 1, "group_id", id(TECHNIQUE)));
  }

  private void metric(String activity, String name, String unit, String created)
      throws SQLException {
    rows.add("metric_definitions",
        Map.of("id", id(activity + "/" + name), "activity_id", id(activity), "name", name, "unit",
            unit, "created_at", created, "root_id", ROOT));
  }

  private void template() throws SQLException {
    rows.add("session_templates",
        Map.of("id", id(TEMPLATE), "root_id", ROOT, "name", TEMPLATE, "description", "",
            "created_at", rows.time(40, "19:31:09.550210"), "template_data",
            DemoRows.json(Map.of("total_duration_minutes", 45, "sections",
                List.of(section("Warm up", 15, SCALES), section("Work", 30, PASSAGES))))));
  }

  private static Map<String, Object> section(String name, int minutes, String activity) {
    return Map.of("name", name, "duration_minutes", minutes, "activities",
        List.of(Map.of("activity_id", id(activity), "name", activity)));
  }

  private void session(int daysAgo, double tempo, boolean completed) throws SQLException {
    var session = id("session " + daysAgo);
    var start = rows.time(daysAgo, "17:00:00.000000");
    var end = rows.time(daysAgo, "17:47:30.000000");
    var scales = id("scales " + daysAgo);
    rows.add("sessions",
        Map.of("id", session, "root_id", ROOT, "name", TEMPLATE, "session_start", start,
            "session_end", end, "duration_minutes", 45, "attributes",
            attributes(start, end, scales), "created_at", start, "updated_at", end, "completed",
            completed ? 1 : 0));
    rows.add("session_goals", Map.of("session_id", session, "goal_id",
        id(DemoGoals.FIRST_LINES), "goal_type", "short_term", "created_at", start));
    rows.add("activity_instances",
        Map.of("id", scales, "practice_session_id", session, "session_id", session,
            "activity_definition_id", id(SCALES), "root_id", ROOT, "created_at", start,
            "time_start", start, "time_stop", rows.time(daysAgo, "17:14:00.000000"),
            "duration_seconds", 840));
    value(scales, "Tempo", tempo, end);
    value(scales, "Mistakes", 3, end);
    note(session, daysAgo, end);
  }

  private static String attributes(String start, String end, String instance) {
    return DemoRows.json(Map.of("template_name", TEMPLATE, "total_duration_minutes", 45,
        "session_start", zoned(start), "session_end", zoned(end), "sections",
        List.of(Map.of("name", "Warm up", "duration_minutes", 15, "activity_ids",
            List.of(instance)))));
  }

  private static String zoned(String time) {
    return time.replace(' ', 'T').substring(0, 23) + "Z";
  }

  private void value(String instance, String metric, double value, String created)
      throws SQLException {
    rows.add("metric_values",
        Map.of("id", id(instance + metric), "activity_instance_id", instance,
            "metric_definition_id", id(SCALES + "/" + metric), "value", value, "root_id", ROOT,
            "created_at", created, "updated_at", created));
  }

  private void note(String session, int daysAgo, String created) throws SQLException {
    rows.add("notes",
        Map.of("id", id("note " + daysAgo), "root_id", ROOT, "context_type", "session",
            "context_id", session, "session_id", session, "content",
            "The bow arm gets heavy after half an hour.", "created_at", created, "updated_at",
            created));
  }

  private void program() throws SQLException {
    var created = rows.time(20, "20:02:37.904461");
    rows.add("programs",
        Map.of("id", id("program"), "root_id", ROOT, "name", "Until the recital", "start_date",
            rows.day(-20), "end_date", rows.day(40), "created_at", created, "updated_at", created,
            "goal_ids", DemoRows.json(List.of(id(DemoGoals.PRELUDE))), "weekly_schedule", "[]"));
    rows.add("program_blocks",
        Map.of("id", "1767583525669", "program_id", id("program"), "name", "Slowly", "start_date",
            rows.date(-20), "end_date", rows.date(10), "color", "#3A86FF"));
    rows.add("program_days", Map.of("id", id("day"), "block_id", "1767583525669", "day_number",
        1, "name", "After work"));
    rows.add("program_day_templates",
        Map.of("program_day_id", id("day"), "session_template_id", id(TEMPLATE)));
  }
}
