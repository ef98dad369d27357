package org.fractalgoals.domain.activity;

import java.util.Optional;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.EventStreams;

/** The definitions of activities as they were last committed, for decisions about what is performed. */
public final class Activities {

  private final EventStreams streams;

  public Activities(EventStreams streams) {
    this.streams = streams;
  }

  /**
   * What is known of an activity, deleted or not; empty if it never was, or its definition was purged.
   *
   * @throws org.fractalgoals.domain.event.UnreadableEvent if one of its events cannot be decoded
   */
  public Optional<ActivityState> find(String activityId) {
    return ActivityState.after(streams.eventsOf(EntityRef.activity(activityId).toString()));
  }
}
