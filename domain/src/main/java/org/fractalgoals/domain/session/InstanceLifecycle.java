package org.fractalgoals.domain.session;

import java.time.Instant;
import java.util.Objects;

import org.fractalgoals.domain.entity.Entity;
import org.fractalgoals.domain.entity.Kind;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.session.InstanceEvent.InstanceDeleted;
import org.fractalgoals.domain.session.InstanceEvent.InstanceRestored;
import org.fractalgoals.domain.trash.Lifecycle;

/** How activity instances are deleted from their session and restored to it. */
public final class InstanceLifecycle implements Lifecycle {

  @Override
  public Kind kind() {
    return Kind.INSTANCE;
  }

  @Override
  public DomainEvent deleted(Entity instance, Instant at) {
    return new InstanceDeleted(sessionOf(instance), instance.ref().id(), at);
  }

  @Override
  public DomainEvent restored(Entity instance, Instant at) {
    return new InstanceRestored(sessionOf(instance), instance.ref().id(), at);
  }

  private static String sessionOf(Entity instance) {
    return Objects.requireNonNull(instance.parent()).id();
  }
}
