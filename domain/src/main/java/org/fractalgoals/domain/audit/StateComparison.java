package org.fractalgoals.domain.audit;

import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.fractalgoals.domain.audit.ThingChange.Happening;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.RecordedEvent;
import org.fractalgoals.domain.fact.Facts;
import org.fractalgoals.domain.fact.FieldEvents;
import org.fractalgoals.domain.fact.FieldKey;

/**
 * Compares what there is after the events that it is told with what there was at an earlier moment. What came and went in
 * between is no difference, except of things that were created then. For one thread.
 */
public final class StateComparison {

  private static final String NAME = "name";

  private final Instant earlier;
  private final Facts before = new Facts();
  private final Facts after = new Facts();
  /** What may be different, in the order in which it was told. */
  private final Map<EntityRef, Set<FieldKey>> touched = new LinkedHashMap<>();

  /**
   * @param earlier what happened at that very moment had happened
   */
  public StateComparison(Instant earlier) {
    this.earlier = earlier;
  }

  /** The next event, in the order of positions. */
  public void tell(RecordedEvent event) {
    var payload = event.payload();
    if (event.effectiveAt().isAfter(earlier)) {
      FieldEvents.told(payload, after).forEach(fact -> touched
          .computeIfAbsent(fact.key().thing(), thing -> new LinkedHashSet<>()).add(fact.key()));
    } else {
      before.tell(payload);
    }
    after.tell(payload);
  }

  /** The things that are not as they were, each once. */
  public List<ThingChange> changes() {
    return touched.keySet().stream().map(this::change).flatMap(Optional::stream).toList();
  }

  private Optional<ThingChange> change(EntityRef thing) {
    var changes = touched.getOrDefault(thing, Set.of()).stream().filter(key -> !key.isDeletion())
        .filter(key -> !before.agree(after, key)).map(this::change).toList();
    var happened = happened(thing, !changes.isEmpty());
    return happened.isEmpty()
        ? Optional.empty()
        : Optional.of(new ThingChange(thing,
            (String) after.value(new FieldKey(thing, NAME)).orElse(null), happened, changes));
  }

  private FieldChange change(FieldKey key) {
    return new FieldChange(key, before.value(key).orElse(null), after.value(key).orElse(null));
  }

  private Set<Happening> happened(EntityRef thing, boolean changed) {
    var happened = EnumSet.noneOf(Happening.class);
    if (!after.has(thing)) {
      return happened;
    }
    if (!before.has(thing)) {
      happened.add(Happening.CREATED);
    } else if (changed) {
      happened.add(Happening.CHANGED);
    }
    if (!before.isDeleted(thing) && after.isDeleted(thing)) {
      happened.add(Happening.DELETED);
    }
    if (before.isDeleted(thing) && !after.isDeleted(thing)) {
      happened.add(Happening.RESTORED);
    }
    return happened;
  }
}
