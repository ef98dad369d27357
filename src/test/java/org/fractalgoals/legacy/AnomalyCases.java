package org.fractalgoals.legacy;

import java.sql.SQLException;
import java.util.List;

/** Irregularities that real files have and the six at hand have not. */
final class AnomalyCases {

  private static final String SESSION_NAME = "Practice";

  private AnomalyCases() {}

  static List<LegacyCase> all() {
    return List.of(
        new LegacyCase("B8: a long-term goal below a short-term goal", 12,
            new Shown(1, 3, 0, 0, 0),
            file -> file.fractal().goal("below", "goal", "type", "LongTermGoal")),
        new LegacyCase("C: tests ran against the file", 12, new Shown(241, 482, 69, 43, 4),
            AnomalyCases::testsRanAgainstIt),
        new LegacyCase("C: what a clean-up without cascades left", 12, new Shown(1, 2, 0, 0, 0),
            AnomalyCases::cleanedUp),
        new LegacyCase("D3: goals and sessions of one name below one parent", 12,
            new Shown(1, 4, 3, 0, 0), AnomalyCases::equalNames),
        new LegacyCase("D2: definitions of one name", 16, new Shown(1, 2, 0, 0, 0),
            AnomalyCases::equalDefinitions),
        new LegacyCase("D5: a session that ends before it starts", 12, new Shown(1, 2, 1, 0, 0),
            file -> file.fractal().session("s", "root", "session_start",
                "2026-01-01 22:10:00.000000", "session_end", "2026-01-01 21:10:00.000000")),
        new LegacyCase("D11: a duration that is not the time between start and stop", 10,
            new Shown(1, 2, 1, 1, 0),
            file -> file.fractal().session("s", "root").instance("i", "s", "time_start",
                "2026-01-01 08:00:00.000000", "time_stop", "2026-01-01 13:09:05.000000",
                "duration_seconds", 545)),
        new LegacyCase("E1: each set twice, in the data of its instance and as a row", 10,
            new Shown(1, 2, 1, 1, 0), AnomalyCases::setsTwice),
        new LegacyCase("E14: attributes {} and the data of the session elsewhere", 12,
            new Shown(1, 2, 2, 2, 1), AnomalyCases::emptyAttributes),
        new LegacyCase("E18: two values of one metric, one for each split", 8,
            new Shown(1, 2, 1, 1, 0), AnomalyCases::splits),
        new LegacyCase("F13: deleted things of every kind", 16, new Shown(1, 2, 1, 0, 0),
            AnomalyCases::deletedThings));
  }

  /** 247 fractals, 235 of one name, six of those deleted; most sessions have no data. */
  private static void testsRanAgainstIt(SyntheticLegacy file) throws SQLException {
    file.row("activity_definitions", "id", "activity", "root_id", "root-0", "name", "Scales")
        .row("metric_definitions", "id", "metric", "activity_id", "activity", "name", "Tempo",
            "unit", "bpm", "root_id", null);
    for (int root = 0; root < 247; root++) {
      var id = "root-" + root;
      file.goal(id, null, "name", rootName(root), "root_id", id, "created_at",
          "2026-01-01 22:06:09.364595", "updated_at", "2026-01-01 17:06:09.366223", "deleted_at",
          root >= 229 && root < 235 ? "2026-01-01 22:20:00.000000" : null)
          .goal("goal-" + root, id, "type", "LongTermGoal", "root_id", root % 41 == 0 ? null : id);
      if (root < 69) {
        file.session("session-" + root, id, "attributes", "{}", "name", SESSION_NAME);
      }
      if (root < 59) {
        file.row("activity_groups", "id", "group-" + root, "root_id", id, "name", "Group");
      }
      if (root < 43) {
        file.instance("instance-" + root, "session-" + root, "data", root < 36 ? "{}" : null,
            "root_id", root < 3 ? null : id);
      }
      if (root < 4) {
        file.value("value-" + root, "instance-" + root, 5.0, "root_id", null);
      }
    }
  }

  private static String rootName(int root) {
    if (root < 235) {
      return "Test";
    }
    if (root < 241) {
      return "Three of " + root / 3;
    }
    return root < 245 ? "Two of " + root / 2 : "Real " + root;
  }

  private static void cleanedUp(SyntheticLegacy file) throws SQLException {
    file.fractal();
    for (int gone = 0; gone < 59; gone++) {
      var root = "gone-" + gone;
      var activity = "activity-" + gone;
      file.row("activity_groups", "id", "group-" + gone, "root_id", root, "name", "Group")
          .row("activity_definitions", "id", activity, "root_id", root, "name", "Activity",
              "group_id", "group-" + gone)
          .row("metric_definitions", "id", "metric-" + gone, "activity_id", activity, "name",
              "Metric", "unit", "reps", "root_id", null);
    }
    for (int gone = 0; gone < 43; gone++) {
      file.instance("instance-" + gone, "gone-session-" + gone, "activity_definition_id",
          "activity-" + gone, "root_id", "gone-" + gone, "data", "{}");
    }
    file.value("value", "instance-7", 5.0, "metric_definition_id", "metric-7", "root_id", null);
  }

  private static void equalNames(SyntheticLegacy file) throws SQLException {
    file.fractal().goal("a", "goal", "name", "Same").goal("b", "goal", "name", "Same");
    for (int session = 0; session < 3; session++) {
      file.session("s-" + session, "root", "parent_id", "goal", "name", SESSION_NAME);
    }
  }

  private static void equalDefinitions(SyntheticLegacy file) throws SQLException {
    file.fractal();
    for (var id : List.of("a", "b", "c")) {
      file.row("activity_definitions", "id", id, "root_id", "root", "name", "Same")
          .row("activity_groups", "id", id, "root_id", "root", "name", "Same")
          .row("session_templates", "id", id, "root_id", "root", "name", "Same", "template_data",
              "{}")
          .row("metric_definitions", "id", id, "activity_id", "activity", "name", "Same", "unit",
              "reps")
          .row("split_definitions", "id", id, "activity_id", "activity", "name", "Same", "order",
              0);
    }
  }

  private static void setsTwice(SyntheticLegacy file) throws SQLException {
    file.fractal()
        .session("s", "root", "attributes",
            "{\"sections\":[{\"name\":\"Work\",\"activity_ids\":[\"i\"]}]}")
        .instance("i", "s", "notes", "Legato", "data",
            """
              {"sets": [{"instance_id": "set-1", "completed": false, "metrics": [{"metric_id": "metric", "value": "40"}]}, \
              {"instance_id": "set-2", "completed": false, "metrics": [{"metric_id": "metric", "value": "50"}]}]}""");
    for (int set = 1; set <= 2; set++) {
      file.instance("set-" + set, "s").value("v-" + set, "set-" + set, 30.0 + 10 * set);
    }
  }

  private static void emptyAttributes(SyntheticLegacy file) throws SQLException {
    file.fractal().session("empty", "root", "attributes", "{}").instance("alone", "empty")
        .session("s", "root", "attributes", "{}", "session_data", exercise("""
          "metrics":[{"metric_id":"metric","value":"7"},{"metric_id":"other","value":""}]"""));
  }

  private static String exercise(String members) {
    return """
      {"sections":[{"name":"Work","exercises":[{"type":"activity","name":"Scales","activity_id":"activity",\
      "instance_id":"i","completed":false,%s}]}]}"""
        .formatted(members);
  }

  private static void splits(SyntheticLegacy file) throws SQLException {
    file.fractal();
    for (int order = 0; order < 2; order++) {
      file.row("split_definitions", "id", "split-" + order, "activity_id", "activity", "name",
          "Split " + order, "order", order);
    }
    file.session("s", "root", "session_data", exercise("""
      "sets":[{"instance_id":"set","completed":false,"metrics":[\
      {"metric_id":"metric","value":"3","split_id":"split-0"},\
      {"metric_id":"metric","value":"4","split_id":"split-1"}]}]"""))
        .instance("set", "s").value("v", "set", 4.0);
  }

  private static void deletedThings(SyntheticLegacy file) throws SQLException {
    var gone = "2026-01-08 12:00:00.000000";
    file.fractal().goal("dead", "goal", "deleted_at", gone).goal("below the dead", "dead")
        .session("s", "root").session("dead session", "root", "deleted_at", gone)
        .instance("in a dead session", "dead session").instance("dead", "s", "deleted_at", gone)
        .row("activity_groups", "id", "g", "root_id", "root", "name", "G", "deleted_at", gone)
        .row("activity_definitions", "id", "a", "root_id", "root", "name", "A", "deleted_at", gone,
            "group_id", "g")
        .row("metric_definitions", "id", "m", "activity_id", "a", "name", "M", "unit", "u",
            "deleted_at", gone, "is_active", 0)
        .row("split_definitions", "id", "p", "activity_id", "a", "name", "P", "order", 1,
            "deleted_at", gone)
        .row("session_templates", "id", "t", "root_id", "root", "name", "T", "template_data", "{}",
            "deleted_at", gone)
        .row("notes", "id", "n", "root_id", "root", "context_type", "session", "context_id", "s",
            "session_id", "s", "content", "Gone", "deleted_at", gone);
  }
}
