package org.fractalgoals.eventstore;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.entity.Kind;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.event.Envelope;
import org.fractalgoals.domain.event.Imported;
import org.fractalgoals.domain.event.NewEvent;
import org.fractalgoals.domain.event.Origin;
import org.fractalgoals.domain.event.Source;
import org.fractalgoals.eventstore.SuiteEvent.Added;
import org.fractalgoals.eventstore.SuiteEvent.Noted;
import org.jspecify.annotations.Nullable;

/** Makes events for tests. Their fractal is {@link #ROOT} unless said otherwise. */
final class Events {

  static final String ROOT = "root";
  static final EntityRef ROOT_GOAL = EntityRef.goal(ROOT);
  static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");

  private Events() {}

  static EntityRef activity(String id) {
    return new EntityRef(Kind.ACTIVITY, id);
  }

  static Added fractal() {
    return fractal(ROOT);
  }

  static Added fractal(String id) {
    return new Added(EntityRef.goal(id), null, null, 0, NOON);
  }

  static Added goal(String id, EntityRef parent) {
    return new Added(EntityRef.goal(id), parent, null, 0, NOON);
  }

  static Added named(EntityRef ref, String name) {
    return new Added(ref, null, name, 0, NOON);
  }

  static Noted note(String id, @Nullable String text) {
    return new Noted(EntityRef.goal(id), text, NOON);
  }

  /** Live events that take the next places of their streams, as one action. */
  static List<NewEvent> live(DomainEvent... events) {
    return liveIn(ROOT, events);
  }

  static List<NewEvent> liveIn(String rootId, DomainEvent... events) {
    var envelope = Envelope.live(rootId, origin());
    return Arrays.stream(events)
        .map(event -> new NewEvent(newId(), NewEvent.NEXT, event, envelope)).toList();
  }

  static NewEvent at(long sequence, DomainEvent event) {
    return new NewEvent(newId(), sequence, event, Envelope.live(ROOT, origin()));
  }

  static NewEvent imported(DomainEvent event, @Nullable Instant effectiveAt, String... flags) {
    return new NewEvent(newId(), NewEvent.NEXT, event, new Envelope(ROOT,
        new Origin("importer", Source.MIGRATION, newId()), null,
        new Imported("import-1", effectiveAt, List.of(flags), "{\"table\":\"goals\"}")));
  }

  static Origin origin() {
    return new Origin("tester", Source.API, newId(), Map.of("requestId", "r-1"));
  }

  static String newId() {
    return UUID.randomUUID().toString();
  }
}
