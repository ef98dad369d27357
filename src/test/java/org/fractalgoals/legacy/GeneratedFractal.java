package org.fractalgoals.legacy;

import static org.fractalgoals.legacy.Invented.text;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.fractalgoals.legacy.GeneratedRows.Table;
import org.jspecify.annotations.Nullable;

/** One fractal with all that belongs to it. */
final class GeneratedFractal {

  private static final List<String> TYPES = List.of("UltimateGoal", "LongTermGoal", "MidTermGoal",
      "ShortTermGoal", "ImmediateGoal");
  private static final List<Integer> LEVELS = List.of(1, 1, 2, 2, 2, 3, 3, 3, 4);
  private static final int SHORT_TERM = 3;

  private final GeneratedRows to;
  private final Invented invented;
  private final Proportions proportions;
  private final String root;
  private final List<List<String>> goals = new ArrayList<>();
  private final List<String> templates = new ArrayList<>();
  private final List<GeneratedSession.Activity> activities = new ArrayList<>();

  GeneratedFractal(GeneratedRows to, Invented invented, Proportions proportions) {
    this.to = to;
    this.invented = invented;
    this.proportions = proportions;
    this.root = invented.id();
    for (int level = 0; level < TYPES.size(); level++) {
      goals.add(new ArrayList<>());
    }
  }

  void write() throws SQLException {
    practice();
    goal(0);
    for (int level = 1; level <= SHORT_TERM; level++) {
      goal(level);
    }
    for (int goal = goals.size(); goal < proportions.goals(); goal++) {
      goal(invented.of(LEVELS));
    }
    for (int program = 0; program < proportions.programs(); program++) {
      program();
    }
    for (int session = 0; session < proportions.sessions(); session++) {
      var goal = invented.of(goals.get(SHORT_TERM));
      new GeneratedSession(to, invented, root, activities).write(goal, otherGoal());
    }
  }

  /** A goal that is gone, one more goal, or none. */
  private @Nullable String otherGoal() {
    if (invented.chance(0.02)) {
      return invented.id();
    }
    return invented.chance(0.5) && !goals.getLast().isEmpty() ? invented.of(goals.getLast()) : null;
  }

  private void goal(int level) throws SQLException {
    var id = level == 0 ? root : invented.id();
    var parent = level == 0 ? null : invented.of(goals.get(level - 1));
    var created = invented.oldTime();
    boolean completed = invented.chance(0.1);
    to.add(Table.GOALS, id, TYPES.get(level), invented.words(3),
        invented.chance(0.2) ? text(created.toLocalDate().plusDays(60).atStartOfDay()) : null,
        completed ? 1 : 0, text(created), parent, root,
        invented.chance(0.1) ? targets() : null, text(created.plusHours(1)),
        completed ? text(created.plusHours(1)) : null);
    goals.get(level).add(id);
  }

  private String targets() {
    var activity = invented.of(activities);
    return """
      [{"id": "%s", "activity_id": "%s", "name": "%s", "description": "", "metrics": [{"metric_id": "%s", "value": %d}]}]"""
        .formatted(invented.id(), activity.id(), activity.name(),
            invented.of(activity.metrics()), invented.between(1, 200));
  }

  private void practice() throws SQLException {
    var groups = new ArrayList<String>();
    for (int group = 0; group < proportions.groups(); group++) {
      groups.add(invented.id());
      to.add(Table.GROUPS, groups.getLast(), root, invented.words(2) + " " + group, "",
          text(invented.oldTime()), invented.between(0, 4));
    }
    int more = proportions.metrics() - proportions.activities();
    for (int activity = 0; activity < proportions.activities(); activity++) {
      activity(activity, invented.chance(0.85) ? invented.of(groups) : null,
          activity < more ? 2 : 1);
    }
    for (int template = 0; template < proportions.templates(); template++) {
      template(template);
    }
  }

  private void activity(int number, @Nullable String group, int metrics) throws SQLException {
    var activity = new GeneratedSession.Activity(invented.id(),
        invented.words(2) + " " + number, new ArrayList<>());
    var created = text(invented.oldTime());
    to.add(Table.ACTIVITIES, activity.id(), root, activity.name(), created,
        invented.between(0, 1), 1, group, created);
    for (int metric = 0; metric < metrics; metric++) {
      activity.metrics().add(invented.id());
      to.add(Table.METRICS, activity.metrics().getLast(), activity.id(),
          metric == 0 ? "Weight" : "Reps", metric == 0 ? "lbs" : "reps", created, root, created);
    }
    activities.add(activity);
  }

  private void template(int number) throws SQLException {
    templates.add(invented.id());
    var activity = invented.of(activities);
    to.add(Table.TEMPLATES, templates.getLast(), invented.words(2) + " " + number, "", root,
        text(invented.oldTime()),
        """
          {"sections": [{"name": "%s", "duration_minutes": 15, "activities": [{"activity_id": "%s", "name": "%s"}]}], "total_duration_minutes": 15}"""
            .formatted(invented.words(1), activity.id(), activity.name()));
  }

  private void program() throws SQLException {
    var program = invented.id();
    var start = invented.oldTime().toLocalDate();
    var created = text(invented.oldTime());
    to.add(Table.PROGRAMS, program, root, invented.words(2), text(start.atStartOfDay()),
        text(start.plusDays(60).atStartOfDay()), created, created,
        "[\"%s\"]".formatted(invented.of(goals.get(1))), "[]");
    for (int number = 0; number < 3; number++) {
      var block = invented.id();
      var day = invented.id();
      to.add(Table.BLOCKS, block, program, invented.words(1),
          start.plusDays(20L * number).toString(), start.plusDays(20L * number + 19).toString(),
          "#3A86FF");
      to.add(Table.DAYS, day, block, 1, invented.words(1));
      to.add(Table.DAY_TEMPLATES, day, invented.of(templates));
    }
  }
}
