package org.fractalgoals.legacy;

import static org.fractalgoals.legacy.Invented.text;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.fractalgoals.legacy.GeneratedRows.Table;

/** What is left of deleted fractals and sessions: activities, templates, sessions and instances, each of a fractal that is gone. */
final class GeneratedRemains {

  private final GeneratedRows to;
  private final Invented invented;
  private final Proportions proportions;

  GeneratedRemains(GeneratedRows to, Invented invented, Proportions proportions) {
    this.to = to;
    this.invented = invented;
    this.proportions = proportions;
  }

  void write() throws SQLException {
    var activities = new ArrayList<GeneratedSession.Activity>();
    for (int activity = 0; activity < proportions.lostActivities(); activity++) {
      activities.add(activity());
    }
    for (int instance = 0; instance < proportions.lostInstances(); instance++) {
      instance(invented.of(activities));
    }
    for (int template = 0; template < proportions.lostTemplates(); template++) {
      to.add(Table.TEMPLATES, invented.id(), "Lost template", "", invented.id(),
          text(invented.oldTime()), "{\"sections\": []}");
    }
    for (int session = 0; session < proportions.lostSessions(); session++) {
      new GeneratedSession(to, invented, invented.id(), activities).write(null, null);
    }
  }

  private GeneratedSession.Activity activity() throws SQLException {
    var root = invented.id();
    var group = invented.id();
    var first = invented.id();
    var activity = new GeneratedSession.Activity(invented.id(), "Lost activity",
        invented.chance(0.84) ? List.of(first, invented.id()) : List.of(first));
    var created = text(invented.oldTime());
    to.add(Table.GROUPS, group, root, "Lost group", "", created, 1);
    to.add(Table.ACTIVITIES, activity.id(), root, activity.name(), created, 1, 1, group, created);
    for (var metric : activity.metrics()) {
      to.add(Table.METRICS, metric, activity.id(), "Metric " + metric, "reps", created, null,
          created);
    }
    return activity;
  }

  private void instance(GeneratedSession.Activity activity) throws SQLException {
    var session = invented.id();
    var instance = invented.id();
    var created = text(invented.oldTime());
    var root = invented.id();
    to.add(Table.INSTANCES, instance, session, activity.id(), created, null, null, null, root,
        created, null, "{}", session);
    if (invented.chance(0.1)) {
      to.add(Table.VALUES, invented.id(), instance, activity.metrics().getFirst(), 5.0, null,
          created, created);
    }
  }
}
