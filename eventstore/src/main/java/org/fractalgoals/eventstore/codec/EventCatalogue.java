package org.fractalgoals.eventstore.codec;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.event.StoredAs;
import org.jspecify.annotations.Nullable;

/**
 * Every event this program knows, by class and by stored name, and how older shapes become current ones. Made from
 * the sealed event interfaces: an event that is permitted there cannot be forgotten here.
 */
public final class EventCatalogue {

  private record Shape(String type, int revision) {}

  private final Map<Class<?>, StoredAs> byClass = new HashMap<>();
  private final Map<Shape, Class<? extends DomainEvent>> byShape = new HashMap<>();
  private final Map<Shape, Upcaster> upcasters = new HashMap<>();

  /**
   * @param families sealed interfaces, or single events
   * @throws IllegalArgumentException if an event has no stored name, two have the same, or an upcaster leads nowhere
   */
  public EventCatalogue(List<Class<? extends DomainEvent>> families, List<Upcaster> upcasters) {
    families.stream().flatMap(EventCatalogue::leaves).forEach(this::register);
    for (var upcaster : upcasters) {
      var from = new Shape(upcaster.type(), upcaster.revision());
      if (byShape.containsKey(from) || this.upcasters.put(from, upcaster) != null) {
        throw new IllegalArgumentException("%s is current or has two upcasters".formatted(from));
      }
    }
    this.upcasters.values().forEach(this::requireDestination);
  }

  private static Stream<Class<? extends DomainEvent>> leaves(Class<? extends DomainEvent> family) {
    return family.isSealed()
        ? Arrays.stream(family.getPermittedSubclasses())
            .flatMap(permitted -> leaves(permitted.asSubclass(DomainEvent.class)))
        : Stream.of(family);
  }

  private void register(Class<? extends DomainEvent> event) {
    var name = event.getAnnotation(StoredAs.class);
    if (name == null) {
      throw new IllegalArgumentException(event.getName() + " has no stored name");
    }
    byClass.put(event, name);
    if (byShape.put(new Shape(name.value(), name.revision()), event) != null) {
      throw new IllegalArgumentException("two events are stored as " + name.value());
    }
  }

  private void requireDestination(Upcaster upcaster) {
    var to = new Shape(upcaster.toType(), upcaster.toRevision());
    if (!byShape.containsKey(to) && !upcasters.containsKey(to)) {
      throw new IllegalArgumentException("an upcaster leads to the unknown " + to);
    }
  }

  /** Every stored type with its current revision, as {@code type:revision}, sorted. */
  public List<String> types() {
    return byShape.keySet().stream().map(shape -> shape.type() + ":" + shape.revision()).sorted()
        .toList();
  }

  Set<String> typeNames() {
    return byShape.keySet().stream().map(Shape::type)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Every event in its current shape, sorted by type. */
  public List<Class<? extends DomainEvent>> events() {
    return byShape.entrySet().stream()
        .sorted(Comparator.comparing(event -> event.getKey().type()))
        .<Class<? extends DomainEvent>>map(Map.Entry::getValue).toList();
  }

  /** The types and the upcasters there are. What an upcaster does is not seen from here. */
  public String version() {
    return String.join(",", types()) + ";" + String.join(",", upcasters.keySet().stream()
        .map(shape -> shape.type() + ":" + shape.revision()).sorted().toList());
  }

  StoredAs nameOf(DomainEvent event) {
    var name = byClass.get(event.getClass());
    if (name == null) {
      throw new IllegalArgumentException(event.getClass().getName() + " is not in the catalogue");
    }
    return name;
  }

  /** The upcaster for this shape, or null where it is current. */
  @Nullable
  Upcaster upcasterFor(String type, int revision) {
    return upcasters.get(new Shape(type, revision));
  }

  Class<? extends DomainEvent> classOf(String type, int revision) {
    var event = byShape.get(new Shape(type, revision));
    if (event == null) {
      throw new IllegalArgumentException(
          "this program knows no event %s in revision %d; a newer program wrote it".formatted(type,
              revision));
    }
    return event;
  }
}
