package org.fractalgoals.domain.goal;

import java.time.Instant;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.entity.Kind;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.goal.GoalEvent.GoalDeleted;
import org.fractalgoals.domain.goal.GoalEvent.GoalMoved;
import org.fractalgoals.domain.goal.GoalEvent.GoalRenamed;
import org.fractalgoals.domain.goal.GoalEvent.GoalRestored;
import org.fractalgoals.domain.trash.Lifecycle;

/** How goals are deleted and restored. */
public final class GoalLifecycle implements Lifecycle {

  @Override
  public Kind kind() {
    return Kind.GOAL;
  }

  @Override
  public DomainEvent deleted(String id, Instant at) {
    return new GoalDeleted(id, at);
  }

  @Override
  public DomainEvent restored(String id, Instant at) {
    return new GoalRestored(id, at);
  }

  @Override
  public DomainEvent renamed(String id, String name, Instant at) {
    return new GoalRenamed(id, name, at);
  }

  @Override
  public DomainEvent moved(String id, EntityRef parent, long sortOrder, Instant at) {
    return new GoalMoved(id, parent, sortOrder, at);
  }
}
