package org.fractalgoals.domain.fact;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.fractalgoals.domain.entity.EntityChange;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.event.JsonText;
import org.jspecify.annotations.Nullable;

/** What the events of a stream tell, all together: of each field the last word. */
public final class Facts {

  private final Map<FieldKey, Object> values = new HashMap<>();
  private final Map<EntityRef, Optional<EntityRef>> parents = new HashMap<>();
  private final Map<EntityRef, Instant> changed = new HashMap<>();

  public static Facts of(Iterable<? extends DomainEvent> events) {
    var facts = new Facts();
    events.forEach(facts::tell);
    return facts;
  }

  public Facts copy() {
    var copy = new Facts();
    copy.values.putAll(values);
    copy.parents.putAll(parents);
    copy.changed.putAll(changed);
    return copy;
  }

  public void tell(DomainEvent event) {
    for (var fact : FieldEvents.told(event, this)) {
      put(fact.key(), fact.value());
      if (event.at() != null && fact.key().part().isEmpty()) {
        changed.put(fact.key().thing(), event.at());
      }
    }
    for (var change : event.changes()) {
      if (change instanceof EntityChange.Added added) {
        parents.put(added.ref(), Optional.ofNullable(added.parent()));
      }
    }
  }

  /** Takes of an event what is not known before; it may repeat something else for want of an event that does not. */
  public void tellNews(DomainEvent event, Facts before) {
    FieldEvents.told(event, before).stream().filter(fact -> !before.agree(fact))
        .forEach(fact -> put(fact.key(), fact.value()));
  }

  public void put(FieldKey key, @Nullable Object value) {
    if (value == null) {
      values.remove(key);
    } else {
      values.put(key, value);
    }
  }

  public Optional<Object> value(FieldKey key) {
    return Optional.ofNullable(values.get(key));
  }

  /** Whether the thing itself is there, not merely a placeholder. */
  public boolean has(EntityRef thing) {
    return parents.containsKey(thing);
  }

  public Optional<EntityRef> parent(EntityRef thing) {
    return parents.getOrDefault(thing, Optional.empty());
  }

  public boolean isDeleted(EntityRef thing) {
    return Boolean.TRUE.equals(values.get(new FieldKey(thing, FieldKey.DELETED)));
  }

  /** Whether a change at this time is later than the last one of the thing whose time is known. */
  public boolean precede(Instant time, EntityRef thing) {
    var last = changed.get(thing);
    return last == null || time.isAfter(last);
  }

  /** Whether the others tell of a change that is later than the last one of the thing. */
  public boolean precede(Facts others, FieldKey update) {
    return others.values.get(update) instanceof Instant time && precede(time, update.thing());
  }

  /** The fields of which both do not tell the same. */
  public Set<FieldKey> differing(Facts others) {
    var keys = new HashSet<>(values.keySet());
    keys.addAll(others.values.keySet());
    keys.removeIf(key -> agree(others, key));
    return keys;
  }

  /** Whether both tell the same of the field. */
  public boolean agree(Facts others, FieldKey key) {
    return same(values.get(key), others.values.get(key));
  }

  /** Whether the fact tells what these tell. */
  public boolean agree(Fact fact) {
    return same(values.get(fact.key()), fact.value());
  }

  private static boolean same(@Nullable Object one, @Nullable Object other) {
    return (one instanceof JsonText json && other instanceof JsonText text)
        ? json.means(text)
        : Objects.equals(one, other);
  }
}
