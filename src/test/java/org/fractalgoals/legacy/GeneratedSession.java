package org.fractalgoals.legacy;

import static org.fractalgoals.legacy.Invented.text;

import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

import org.fractalgoals.legacy.GeneratedRows.Table;
import org.jspecify.annotations.Nullable;

/**
 * One session and what was performed in it: in the old encoding, where its data are the master and each set has a row,
 * or in the new one, where rows carry their sets and the data only their order.
 */
final class GeneratedSession {

  /** An activity with the ids of its metrics. */
  record Activity(String id, String name, List<String> metrics) {}

  private final GeneratedRows to;
  private final Invented invented;
  private final String root;
  private final List<Activity> activities;
  private final String id;
  private final boolean old;
  private final LocalDateTime start;

  GeneratedSession(GeneratedRows to, Invented invented, String root, List<Activity> activities) {
    this.to = to;
    this.invented = invented;
    this.root = root;
    this.activities = activities;
    this.id = invented.id();
    this.old = invented.chance(0.3);
    this.start = old ? invented.oldTime() : invented.newTime();
  }

  /**
   * @param goal the short-term goal it serves; null if none
   * @param other one more goal it serves; null if none
   */
  void write(@Nullable String goal, @Nullable String other) throws SQLException {
    var entries = new ArrayList<String>();
    if (invented.chance(0.84)) {
      for (int entry = invented.between(1, 4); entry > 0; entry--) {
        entries.add(old ? exercise() : instance());
      }
    }
    var data = (old
        ? """
          {"sections":[{"name":"%s","duration_minutes":15,"exercises":[%s]}],"template_name":"%s","total_duration_minutes":15}"""
        : """
          {"sections":[{"name":"%s","activity_ids":[%s]}],"template_name":"%s","total_duration_minutes":15}""")
        .formatted(invented.words(1), String.join(",", entries), invented.words(2));
    boolean completed = invented.chance(0.55);
    var end = start.plusSeconds(invented.between(600, 7200));
    to.add(Table.SESSIONS, id, root, invented.words(2), text(start), completed ? text(end) : null,
        15, completed ? invented.between(500, 7200) : null, data, text(start), text(end),
        invented.chance(0.13) ? text(end.plusHours(2)) : null, completed ? 1 : 0,
        completed && !old ? text(end) : null);
    link(goal, "short_term");
    link(other, "immediate");
    if (invented.chance(0.1)) {
      note(null);
    }
  }

  private void link(@Nullable String goal, String type) throws SQLException {
    if (goal != null) {
      to.add(Table.LINKS, id, goal, type, text(start));
    }
  }

  private String exercise() throws SQLException {
    var activity = invented.of(activities);
    var instance = invented.id();
    boolean sets = invented.chance(0.3);
    var members = sets ? "\"sets\":[%s]".formatted(oldSets(activity))
        : "\"metrics\":[%s]".formatted(oldMetrics(activity, instance));
    return """
      {"type":"activity","name":"%s","activity_id":"%s","instance_id":"%s","description":"","has_sets":%b,"has_metrics":true,"completed":false,"time_start":"%s","notes":"%s",%s}"""
        .formatted(activity.name(), activity.id(), instance, sets,
            text(start).replace(' ', 'T'), invented.words(6), members);
  }

  private String oldSets(Activity activity) throws SQLException {
    var sets = new ArrayList<String>();
    for (int set = invented.between(1, 4); set > 0; set--) {
      var instance = invented.id();
      row(instance, activity, null);
      var measured = new ArrayList<String>();
      for (var metric : activity.metrics()) {
        measured.add(measured(metric, value(instance, metric)));
      }
      if (invented.chance(0.9)) {
        var gone = invented.id();
        measured.add(measured(gone, value(instance, gone)));
      }
      sets.add("{\"instance_id\":\"%s\",\"completed\":false,\"metrics\":[%s]}".formatted(instance,
          String.join(",", measured)));
    }
    return String.join(",", sets);
  }

  /** Metrics of an exercise without sets: mostly with rows, sometimes only here, sometimes of a metric that is gone. */
  private String oldMetrics(Activity activity, String instance) throws SQLException {
    var metric = invented.chance(0.4) ? invented.id() : activity.metrics().getFirst();
    if (invented.chance(0.17)) {
      return measured(metric, invented.between(1, 300));
    }
    row(instance, activity, null);
    return invented.chance(0.5) ? measured(metric, value(instance, metric)) : "";
  }

  private static String measured(String metric, int value) {
    return "{\"metric_id\":\"%s\",\"value\":\"%d\"}".formatted(metric, value);
  }

  private String instance() throws SQLException {
    var activity = invented.of(activities);
    var instance = invented.id();
    boolean sets = invented.chance(0.45);
    row(instance, activity, sets ? "{\"sets\": [%s]}".formatted(newSets(activity)) : null);
    if (!sets && invented.chance(0.35)) {
      value(instance, activity.metrics().getFirst());
    }
    if (invented.chance(0.3)) {
      note(new Noted(instance, activity.id(), sets && invented.chance(0.5) ? 0 : null));
    }
    return "\"%s\"".formatted(instance);
  }

  private String newSets(Activity activity) {
    var sets = new ArrayList<String>();
    for (int set = invented.between(1, 4); set > 0; set--) {
      sets.add(
          """
            {"instance_id": "%s", "completed": false, "metrics": [{"metric_id": "%s", "value": "%d"}]}"""
              .formatted(invented.id(), activity.metrics().getFirst(), invented.between(1, 300)));
    }
    return String.join(", ", sets);
  }

  private void row(String instance, Activity activity, @Nullable String data) throws SQLException {
    boolean timed = invented.chance(0.6);
    var stop = start.plusSeconds(300);
    to.add(Table.INSTANCES, instance, old ? id : null,
        invented.chance(0.04) ? invented.id() : activity.id(), text(start),
        timed ? text(start) : null, timed ? text(stop) : null, timed ? 300 : null, root,
        old ? null : text(stop), old ? null : invented.chance(0.2) ? invented.words(5) : "", data,
        id);
  }

  private int value(String instance, String metric) throws SQLException {
    int value = invented.between(1, 300);
    var time = old ? null : text(start);
    to.add(Table.VALUES, invented.id(), instance, metric, (double) value, root, time, time);
    return value;
  }

  private record Noted(String instance, String activity, @Nullable Integer setIndex) {}

  private void note(@Nullable Noted noted) throws SQLException {
    var written = text(start.plusMinutes(20));
    to.add(Table.NOTES, invented.id(), root, noted == null ? "session" : "activity_instance",
        noted == null ? id : noted.instance(), id, noted == null ? null : noted.instance(),
        noted == null ? null : noted.activity(), noted == null ? null : noted.setIndex(),
        invented.words(12), written, written, invented.chance(0.05) ? written : null);
  }
}
