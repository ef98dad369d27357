package org.fractalgoals.domain.audit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.fractalgoals.domain.audit.AuditTrail.Earlier;
import org.fractalgoals.domain.entity.EntityChange;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.fact.Fact;
import org.fractalgoals.domain.fact.Facts;
import org.fractalgoals.domain.fact.FieldEvents;
import org.fractalgoals.domain.fact.FieldKey;
import org.fractalgoals.domain.program.BlockEvent;

/** Finds what an event changed, going back in its stream only as far as it must. */
public final class Differences {

  private static final int STEP = 8;

  private final AuditTrail trail;

  public Differences(AuditTrail trail) {
    this.trail = trail;
  }

  /** The fields that have another value since the event; none of one that was purged. */
  public List<FieldChange> of(AuditedEvent event) {
    var payload = event.payload();
    if (payload == null) {
      return List.of();
    }
    var before = payload instanceof BlockEvent
        ? allBefore(event)
        : before(event, payload);
    return FieldEvents.told(payload, before).stream()
        .filter(fact -> !before.agree(fact) && !isBirth(fact, before))
        .map(fact -> new FieldChange(fact.key(), before.value(fact.key()).orElse(null),
            fact.value()))
        .toList();
  }

  /** That something new is not deleted goes without saying. */
  private static boolean isBirth(Fact fact, Facts before) {
    return fact.key().isDeletion() && Boolean.FALSE.equals(fact.value())
        && before.value(fact.key()).isEmpty();
  }

  /** A goal may be put to those that a block has: what that means only all that went before can tell. */
  private Facts allBefore(AuditedEvent event) {
    var facts = new Facts();
    trail.earlier(event.stream(), event.sequence(), Integer.MAX_VALUE).reversed().stream()
        .map(Earlier::event).forEach(facts::tell);
    return facts;
  }

  private Facts before(AuditedEvent event, DomainEvent payload) {
    var open = FieldEvents.told(payload, new Facts()).stream().map(Fact::key)
        .collect(Collectors.toCollection(HashSet::new));
    forgetNew(payload, open);
    Map<FieldKey, Fact> found = new HashMap<>();
    var sequence = event.sequence();
    while (!open.isEmpty() && sequence > 0) {
      var step = trail.earlier(event.stream(), sequence, STEP);
      for (var earlier : step) {
        look(earlier.event(), open, found);
      }
      sequence = step.size() < STEP ? 0 : step.getLast().sequence();
    }
    var facts = new Facts();
    found.values().forEach(fact -> facts.put(fact.key(), fact.value()));
    return facts;
  }

  private static void look(DomainEvent earlier, Set<FieldKey> open, Map<FieldKey, Fact> found) {
    for (var fact : FieldEvents.told(earlier, new Facts())) {
      if (open.remove(fact.key())) {
        found.put(fact.key(), fact);
      }
    }
    forgetNew(earlier, open);
  }

  /** Before it came into being, a thing had no fields. */
  private static void forgetNew(DomainEvent event, Set<FieldKey> open) {
    for (var change : event.changes()) {
      if (change instanceof EntityChange.Added added) {
        open.removeIf(key -> key.thing().equals(added.ref()));
      }
    }
  }
}
