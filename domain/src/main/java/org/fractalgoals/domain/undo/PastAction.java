package org.fractalgoals.domain.undo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.fractalgoals.domain.audit.AuditFilter;
import org.fractalgoals.domain.audit.AuditTrail;
import org.fractalgoals.domain.audit.AuditedEvent;
import org.fractalgoals.domain.entity.EntityChange;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.event.Envelope;
import org.fractalgoals.domain.event.Source;
import org.fractalgoals.domain.rule.Rule;
import org.fractalgoals.domain.rule.RuleViolation;

/**
 * An action that can be undone as far as its events say.
 *
 * @param events its events in their order, none of them purged
 */
record PastAction(String actionId, List<AuditedEvent> events) {

  PastAction {
    events = List.copyOf(events);
  }

  /**
   * @throws RuleViolation if there is none in the fractal, if it was imported and is more than one deletion, or if
   *     something of it was purged
   */
  static PastAction find(AuditTrail trail, Undo command) {
    var filter = AuditFilter.ofAction(command.actionId());
    var some = trail.page(filter, Long.MAX_VALUE, 2).events();
    requireOf(command, some);
    if (some.isEmpty() || command.rootId().equals(Envelope.SYSTEM_ROOT)) {
      throw new RuleViolation(new Rule.ActionIsUnknown(command.actionId()));
    }
    if (some.getFirst().source() == Source.MIGRATION
        && (some.size() > 1 || !isDeletion(payload(some.getFirst())))) {
      throw new RuleViolation(new Rule.ActionWasImported(command.actionId()));
    }
    var all = all(trail, filter);
    requireOf(command, all);
    all.forEach(PastAction::payload);
    return new PastAction(command.actionId(), all);
  }

  private static void requireOf(Undo command, List<AuditedEvent> events) {
    if (!events.stream().allMatch(event -> event.rootId().equals(command.rootId()))) {
      throw new RuleViolation(new Rule.ActionIsUnknown(command.actionId()));
    }
  }

  private static boolean isDeletion(DomainEvent event) {
    return event.changes().stream().anyMatch(EntityChange.Deleted.class::isInstance);
  }

  private static List<AuditedEvent> all(AuditTrail trail, AuditFilter filter) {
    var all = new ArrayList<AuditedEvent>();
    trail.forEach(filter, Long.MAX_VALUE, all::add);
    Collections.reverse(all);
    return all;
  }

  /**
   * What happened.
   *
   * @throws RuleViolation if it was purged
   */
  static DomainEvent payload(AuditedEvent event) {
    var payload = event.payload();
    if (payload == null) {
      throw new RuleViolation(new Rule.IsPurged(ownerOf(event.stream())));
    }
    return payload;
  }

  /** The thing that a stream is about. */
  static EntityRef ownerOf(String stream) {
    return EntityRef.read(stream).orElseThrow();
  }

  /** What came into being, parts of other things included. */
  Set<EntityRef> created() {
    return changed(EntityChange.Added.class);
  }

  /** What came back and has a stream of its own. */
  Set<EntityRef> restored() {
    return wholes(changed(EntityChange.Restored.class));
  }

  /** What was deleted and has a stream of its own. */
  Set<EntityRef> deleted() {
    return wholes(changed(EntityChange.Deleted.class));
  }

  private Set<EntityRef> changed(Class<? extends EntityChange> how) {
    var things = new LinkedHashSet<EntityRef>();
    for (var event : events) {
      payload(event).changes().stream().filter(how::isInstance).map(EntityChange::ref)
          .forEach(things::add);
    }
    return things;
  }

  static Set<EntityRef> wholes(Set<EntityRef> things) {
    var wholes = new LinkedHashSet<EntityRef>(things);
    wholes.removeIf(thing -> !isWhole(thing));
    return wholes;
  }

  /** Whether it has a stream of its own and goes with its fractal; everything else is a part of something. */
  static boolean isWhole(EntityRef thing) {
    return thing.kind().isDeletedWithFractal();
  }
}
