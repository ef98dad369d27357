package org.fractalgoals.domain.session;

import java.time.Instant;

import org.fractalgoals.domain.entity.Entity;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.entity.Kind;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.session.SessionEvent.SessionDeleted;
import org.fractalgoals.domain.session.SessionEvent.SessionMoved;
import org.fractalgoals.domain.session.SessionEvent.SessionRenamed;
import org.fractalgoals.domain.session.SessionEvent.SessionRestored;
import org.fractalgoals.domain.trash.Lifecycle;

/** How sessions are deleted and restored. */
public final class SessionLifecycle implements Lifecycle {

  @Override
  public Kind kind() {
    return Kind.SESSION;
  }

  @Override
  public DomainEvent deleted(Entity session, Instant at) {
    return new SessionDeleted(session.ref().id(), at);
  }

  @Override
  public DomainEvent restored(Entity session, Instant at) {
    return new SessionRestored(session.ref().id(), at);
  }

  @Override
  public DomainEvent renamed(Entity session, String name, Instant at) {
    return new SessionRenamed(session.ref().id(), name, at);
  }

  @Override
  public DomainEvent moved(Entity session, EntityRef parent, long sortOrder, Instant at) {
    return new SessionMoved(session.ref().id(), parent, at);
  }
}
