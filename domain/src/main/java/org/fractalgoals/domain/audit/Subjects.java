package org.fractalgoals.domain.audit;

import java.util.LinkedHashSet;
import java.util.Set;

import org.fractalgoals.domain.entity.EntityChange;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.fact.Fact;
import org.fractalgoals.domain.fact.Facts;
import org.fractalgoals.domain.fact.FieldEvents;
import org.fractalgoals.domain.fact.FieldKey;

/** What events are about. */
public final class Subjects {

  private Subjects() {}

  /** Whether an event is about the thing itself; of one that was purged that is not known any more. */
  public static boolean include(AuditedEvent event, EntityRef thing) {
    return event.payload() != null && of(event.payload()).contains(thing);
  }

  /** The things that an event is about, the one it is most about first; none of an act that is about no thing. */
  public static Set<EntityRef> of(DomainEvent event) {
    var things = new LinkedHashSet<EntityRef>();
    event.changes().stream().map(EntityChange::ref).forEach(things::add);
    FieldEvents.told(event, new Facts()).stream().map(Fact::key).map(FieldKey::thing)
        .forEach(things::add);
    return things;
  }
}
