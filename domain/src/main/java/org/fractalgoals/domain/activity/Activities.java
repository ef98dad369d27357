package org.fractalgoals.domain.activity;

import java.util.Optional;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.entity.Kind;
import org.fractalgoals.domain.event.EventStreams;

/** The activities as they were last committed, for decisions about other things. */
public final class Activities {

  private final EventStreams streams;

  public Activities(EventStreams streams) {
    this.streams = streams;
  }

  /**
   * How many metrics, or splits, an activity can have.
   *
   * @param part either of the two kinds
   */
  public static int limit(Kind part) {
    return part == Kind.METRIC ? MetricReplacement.LIMIT : SplitReplacement.LIMIT;
  }

  /** The activity, deleted or not; empty if it was never defined, or purged. */
  public Optional<ActivityState> find(String activityId) {
    return ActivityState.after(streams.eventsOf(EntityRef.activity(activityId).toString()));
  }
}
