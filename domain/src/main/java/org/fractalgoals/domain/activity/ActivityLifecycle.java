package org.fractalgoals.domain.activity;

import java.time.Instant;

import org.fractalgoals.domain.activity.ActivityEvent.ActivityDeleted;
import org.fractalgoals.domain.activity.ActivityEvent.ActivityRenamed;
import org.fractalgoals.domain.activity.ActivityEvent.ActivityRestored;
import org.fractalgoals.domain.entity.Entity;
import org.fractalgoals.domain.entity.Kind;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.trash.Lifecycle;

/** How activities are deleted and restored. */
public final class ActivityLifecycle implements Lifecycle {

  @Override
  public Kind kind() {
    return Kind.ACTIVITY;
  }

  @Override
  public DomainEvent deleted(Entity activity, Instant at) {
    return new ActivityDeleted(activity.ref().id(), at);
  }

  @Override
  public DomainEvent restored(Entity activity, Instant at) {
    return new ActivityRestored(activity.ref().id(), at);
  }

  @Override
  public DomainEvent renamed(Entity activity, String name, Instant at) {
    return new ActivityRenamed(activity.ref().id(), name, at);
  }
}
