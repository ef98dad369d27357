package org.fractalgoals.domain.goal;

import java.time.Instant;

import org.fractalgoals.domain.entity.Entity;
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
  public DomainEvent deleted(Entity goal, Instant at) {
    return new GoalDeleted(goal.ref().id(), at);
  }

  @Override
  public DomainEvent restored(Entity goal, Instant at) {
    return new GoalRestored(goal.ref().id(), at);
  }

  @Override
  public DomainEvent renamed(Entity goal, String name, Instant at) {
    return new GoalRenamed(goal.ref().id(), name, at);
  }

  @Override
  public DomainEvent moved(Entity goal, EntityRef parent, long sortOrder, Instant at) {
    return new GoalMoved(goal.ref().id(), parent, sortOrder, at);
  }
}
