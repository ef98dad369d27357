package org.fractalgoals.projections.activity;

import java.sql.SQLException;

import org.fractalgoals.domain.activity.ActivityEvent;
import org.fractalgoals.domain.activity.ActivityEvent.ActivityDefined;
import org.fractalgoals.domain.activity.ActivityEvent.ActivityDeleted;
import org.fractalgoals.domain.activity.ActivityEvent.ActivityDescribed;
import org.fractalgoals.domain.activity.ActivityEvent.ActivityFlagsChanged;
import org.fractalgoals.domain.activity.ActivityEvent.ActivityGrouped;
import org.fractalgoals.domain.activity.ActivityEvent.ActivityRenamed;
import org.fractalgoals.domain.activity.ActivityEvent.ActivityRestored;
import org.fractalgoals.domain.activity.ActivityEvent.ActivityTouched;
import org.fractalgoals.domain.activity.ActivityEvent.ActivityUngrouped;
import org.fractalgoals.domain.activity.ActivityEvent.MetricAdded;
import org.fractalgoals.domain.activity.ActivityEvent.MetricBroughtBack;
import org.fractalgoals.domain.activity.ActivityEvent.MetricRedefined;
import org.fractalgoals.domain.activity.ActivityEvent.MetricRemoved;
import org.fractalgoals.domain.activity.ActivityEvent.MetricRenamed;
import org.fractalgoals.domain.activity.ActivityEvent.SplitAdded;
import org.fractalgoals.domain.activity.ActivityEvent.SplitBroughtBack;
import org.fractalgoals.domain.activity.ActivityEvent.SplitRemoved;
import org.fractalgoals.domain.activity.ActivityEvent.SplitRenamed;
import org.fractalgoals.domain.activity.ActivityEvent.SplitReordered;
import org.fractalgoals.domain.event.RecordedEvent;
import org.fractalgoals.projections.engine.Projector;
import org.fractalgoals.projections.engine.Statements;

/** Keeps the tables {@code activity_definitions}, {@code metric_definitions} and {@code split_definitions}. */
public final class ActivityProjector implements Projector {

  @Override
  public String name() {
    return "activities";
  }

  @Override
  public int version() {
    return 2;
  }

  @Override
  public void apply(RecordedEvent event, Statements statements) throws SQLException {
    if (event.payload() instanceof ActivityEvent activityEvent) {
      apply(activityEvent, new ActivityWriter(event, statements),
          new MetricWriter(event, statements), new SplitWriter(event, statements));
    }
  }

  private static void apply(ActivityEvent event, ActivityWriter activities, MetricWriter metrics,
      SplitWriter splits) throws SQLException {
    switch (event) {
      case ActivityDefined defined -> activities.on(defined);
      case ActivityRenamed renamed -> activities.on(renamed);
      case ActivityDescribed described -> activities.on(described);
      case ActivityFlagsChanged changed -> activities.on(changed);
      case ActivityGrouped grouped -> activities.on(grouped);
      case ActivityUngrouped ungrouped -> activities.on(ungrouped);
      case ActivityDeleted deleted -> activities.on(deleted);
      case ActivityRestored restored -> activities.on(restored);
      case ActivityTouched touched -> activities.on(touched);
      case MetricAdded added -> metrics.on(added);
      case MetricRenamed renamed -> metrics.on(renamed);
      case MetricRedefined redefined -> metrics.on(redefined);
      case MetricRemoved removed -> metrics.on(removed);
      case MetricBroughtBack back -> metrics.on(back);
      case SplitAdded added -> splits.on(added);
      case SplitRenamed renamed -> splits.on(renamed);
      case SplitReordered reordered -> splits.on(reordered);
      case SplitRemoved removed -> splits.on(removed);
      case SplitBroughtBack back -> splits.on(back);
    }
  }
}
