package org.fractalgoals.migration.demo;

import static org.fractalgoals.migration.demo.DemoRows.id;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Two fractals with their goals. */
final class DemoGoals {

  static final String CELLO = "Play the cello well";
  private static final String SUITE = "Play Bach's first suite";
  static final String PRELUDE = "Know the prelude by heart";
  private static final String CROSSINGS = "Cross the strings without a noise";
  static final String FIRST_LINES = "Play the first five lines in tempo";
  private static final String WRIST = "Keep the right wrist loose";
  private static final String SCALE_TEMPO = "C major over three octaves at 100";
  static final String LEFT_HAND = "Have a reliable left hand";
  private static final String RUN = "Run a marathon";

  private final DemoRows rows;

  private DemoGoals(DemoRows rows) {
    this.rows = rows;
  }

  static void write(DemoRows rows) throws SQLException {
    var goals = new DemoGoals(rows);
    goals.cello();
    goals.running();
  }

  private void cello() throws SQLException {
    root(CELLO, "For the joy of it, and for friends.", 45);
    goal(CELLO, SUITE, "LongTermGoal", CELLO, 44, 180);
    goal(CELLO, PRELUDE, "MidTermGoal", SUITE, 44, 60);
    goal(CELLO, FIRST_LINES, "ShortTermGoal", PRELUDE, 43, 21);
    goal(CELLO, CROSSINGS, "ShortTermGoal", PRELUDE, 40, 14);
    goal(CELLO, WRIST, "ImmediateGoal", CROSSINGS, 12, 3);
    goal(CELLO, LEFT_HAND, "LongTermGoal", CELLO, 38, 365);
    goal(CELLO, "Scales in all keys", "MidTermGoal", LEFT_HAND, 38, 120);
    add(CELLO, SCALE_TEMPO, "ShortTermGoal", "Scales in all keys", 30, 30,
        Map.of("targets", scaleTarget()));
    add(CELLO, "Find a teacher", "MidTermGoal", SUITE, 42, 1,
        Map.of("completed", 1, "completed_at", rows.time(33, "18:05:11.204518"), "updated_at",
            rows.time(33, "18:05:11.204518")));
  }

  private static String scaleTarget() {
    return DemoRows.json(List.of(Map.of("id", id("target"), "activity_id", id("Scales"), "name",
        "Scales", "description", "", "metrics",
        List.of(Map.of("metric_id", id("Scales/Tempo"), "value", 100)))));
  }

  private void running() throws SQLException {
    root(RUN, "Once, and at an even pace.", 28);
    goal(RUN, "Finish a half marathon", "LongTermGoal", RUN, 28, 150);
    goal(RUN, "Run 40 km a week", "MidTermGoal", "Finish a half marathon", 27, 75);
    goal(RUN, "Run 10 km under an hour", "ShortTermGoal", "Run 40 km a week", 27, 30);
    goal(RUN, "Buy new shoes", "ImmediateGoal", "Run 10 km under an hour", 5, 2);
  }

  private void root(String name, String description, int daysAgo) throws SQLException {
    add(name, name, "UltimateGoal", null, daysAgo, 730, Map.of("description", description));
  }

  private void goal(String root, String name, String type, String parent, int daysAgo,
      int deadlineInDays) throws SQLException {
    add(root, name, type, parent, daysAgo, deadlineInDays, Map.of());
  }

  private void add(String root, String name, String type, @Nullable String parent, int daysAgo,
      int deadlineInDays, Map<String, Object> more) throws SQLException {
    var created = rows.time(daysAgo, "08:15:02.481173");
    var cells = new HashMap<String, Object>(
        Map.of("id", id(name), "type", type, "name", name, "description", "", "root_id", id(root),
            "deadline", rows.day(deadlineInDays), "created_at", created, "updated_at", created));
    if (parent != null) {
      cells.put("parent_id", id(parent));
    }
    cells.putAll(more);
    rows.add("goals", cells);
  }
}
