package org.fractalgoals.domain.activitygroup;

import java.time.Instant;

import org.fractalgoals.domain.activitygroup.GroupEvent.GroupDeleted;
import org.fractalgoals.domain.activitygroup.GroupEvent.GroupRenamed;
import org.fractalgoals.domain.activitygroup.GroupEvent.GroupRestored;
import org.fractalgoals.domain.entity.Entity;
import org.fractalgoals.domain.entity.Kind;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.trash.Lifecycle;

/** How groups are deleted and restored. */
public final class GroupLifecycle implements Lifecycle {

  @Override
  public Kind kind() {
    return Kind.GROUP;
  }

  @Override
  public DomainEvent deleted(Entity group, Instant at) {
    return new GroupDeleted(group.ref().id(), at);
  }

  @Override
  public DomainEvent restored(Entity group, Instant at) {
    return new GroupRestored(group.ref().id(), at);
  }

  @Override
  public DomainEvent renamed(Entity group, String name, Instant at) {
    return new GroupRenamed(group.ref().id(), name, at);
  }
}
