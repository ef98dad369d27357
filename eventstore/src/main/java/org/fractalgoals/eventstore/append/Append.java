package org.fractalgoals.eventstore.append;

import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.axonframework.modelling.command.ConcurrencyException;
import org.fractalgoals.domain.entity.Entity;
import org.fractalgoals.domain.entity.EntityChange.Added;
import org.fractalgoals.domain.entity.EntityChange.Moved;
import org.fractalgoals.domain.entity.EntityChange.Restored;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.NewEvent;
import org.fractalgoals.domain.rule.StaleDecision;
import org.fractalgoals.eventstore.append.EventTable.StreamEnd;
import org.fractalgoals.eventstore.append.StoreWriter.Session;
import org.fractalgoals.eventstore.append.StoreWriter.Work;
import org.fractalgoals.eventstore.codec.Micros;
import org.fractalgoals.eventstore.lookup.EntityTable;
import org.fractalgoals.eventstore.lookup.EntityUpdate;
import org.fractalgoals.eventstore.lookup.SetRules;
import org.jspecify.annotations.Nullable;

/** Events that are appended together, or not at all. Used once. */
final class Append implements Work<Long> {

  private final List<EncodedEvent> events;
  private final Collection<Entity> seen;
  private final Clock clock;
  private final Map<String, StreamEnd> ends = new HashMap<>();
  /** Business times of the beginnings of streams; a beginning never changes. */
  private final Map<String, Long> beginnings = new HashMap<>();

  Append(List<EncodedEvent> events, Collection<Entity> seen, Clock clock) {
    this.events = events;
    this.seen = seen;
    this.clock = clock;
  }

  @Override
  public Long run(Session session) throws SQLException {
    var entities = EntityTable.remembering(session.statements());
    requireAsSeen(entities);
    var recordedAt = Math.max(Micros.of(clock.instant()), session.tip().recordedAt());
    for (var event : events) {
      append(event, recordedAt, session, entities);
    }
    checkRules(new SetRules(entities, restored()));
    return session.tip().position();
  }

  private void requireAsSeen(EntityTable entities) throws SQLException {
    for (var entity : seen) {
      if (!entities.find(entity.ref()).equals(Optional.of(entity))) {
        throw new StaleDecision(entity.ref() + " has changed since it was looked at");
      }
    }
  }

  private void append(EncodedEvent event, long recordedAt, Session session, EntityTable entities)
      throws SQLException {
    var update = new EntityUpdate(entities);
    var context = new EntityUpdate.Context(event.envelope().rootId(), event.stream(),
        event.envelope().origin().actionId(), event.isImported(), event.flags(),
        () -> event.at() == null
            ? effectiveAt(event, recordedAt, endOf(event, session, entities), session, entities)
            : event.at());
    for (var change : event.changes()) {
      update.apply(change, context);
    }
    var end = endOf(event, session, entities);
    var sequence = end == null ? 0 : end.sequence() + 1;
    var effectiveAt = effectiveAt(event, recordedAt, end, session, entities);
    session
        .advance(session.events().insert(event, sequence, recordedAt, effectiveAt, session.tip()));
    ends.put(event.stream(),
        new StreamEnd(sequence, effectiveAt, event.envelope().rootId()));
    if (sequence == 0) {
      beginnings.put(event.stream(), effectiveAt);
    }
  }

  private long effectiveAt(EncodedEvent event, long recordedAt, @Nullable StreamEnd end,
      Session session, EntityTable entities) throws SQLException {
    return event.isImported()
        ? clamp(event, recordedAt, end, session.events(), entities)
        : recordedAt;
  }

  /** The end the event continues; null where it begins a stream. */
  private @Nullable StreamEnd endOf(EncodedEvent event, Session session, EntityTable entities)
      throws SQLException {
    var end = ends.get(event.stream());
    if (end == null && !bringsItsStream(event, entities)) {
      end = session.events().endOf(event.stream()).orElse(null);
    }
    if (end != null && !end.rootId().equals(event.envelope().rootId())) {
      throw new IllegalArgumentException("%s belongs to the fractal %s, not to %s".formatted(
          event.stream(), end.rootId(), event.envelope().rootId()));
    }
    var next = end == null ? 0 : end.sequence() + 1;
    if (event.sequence() == NewEvent.NEXT || event.sequence() == next) {
      return end;
    }
    if (event.sequence() > next) {
      throw new IllegalArgumentException("%s has %d events; number %d would leave a gap".formatted(
          event.stream(), next, event.sequence()));
    }
    throw event.sequence() == 0
        ? EventTable.streamExists(event)
        : new ConcurrencyException(
            "%s has an event %d already".formatted(event.stream(), event.sequence()));
  }

  /** What was not there before has no stream either: no need to look. */
  private static boolean bringsItsStream(EncodedEvent event, EntityTable entities) {
    for (var change : event.changes()) {
      if (entities.hasInserted(change.ref()) && change.ref().toString().equals(event.stream())) {
        return true;
      }
    }
    return false;
  }

  /**
   * The business time of an imported event: the one it asks for, or that of the event before; not before the event
   * before nor the beginning of what it refers to, not after now.
   */
  private long clamp(EncodedEvent event, long recordedAt, @Nullable StreamEnd end,
      EventTable table, EntityTable entities) throws SQLException {
    var earliest = end == null ? Long.MIN_VALUE : end.effectiveAt();
    for (var change : event.changes()) {
      EntityRef parent = switch (change) {
        case Added added -> added.parent() == null
            ? EntityRef.goal(event.envelope().rootId())
            : added.parent();
        case Moved moved -> moved.parent();
        default -> null;
      };
      var entity = parent == null ? null : entities.find(parent).orElse(null);
      if (entity != null) {
        earliest = Math.max(earliest, beginningOf(entity.stream(), table));
      }
    }
    var wanted = event.wantedEffectiveAt();
    if (wanted == null) {
      return earliest == Long.MIN_VALUE ? recordedAt : earliest;
    }
    return Math.max(earliest, Math.min(wanted, recordedAt));
  }

  private long beginningOf(String stream, EventTable table) throws SQLException {
    var beginning = beginnings.get(stream);
    if (beginning == null) {
      beginning = table.beginningOf(stream);
      if (beginning != Long.MIN_VALUE) {
        beginnings.put(stream, beginning);
      }
    }
    return beginning;
  }

  private Set<EntityRef> restored() {
    var restored = new HashSet<EntityRef>();
    for (var event : events) {
      for (var change : event.changes()) {
        if (change instanceof Restored) {
          restored.add(change.ref());
        }
      }
    }
    return restored;
  }

  /** From the last change to the first: a move says more about what is wrong than the restore before it. */
  private void checkRules(SetRules rules) throws SQLException {
    for (var event : events.reversed()) {
      if (!event.isImported()) {
        for (var change : event.changes()) {
          rules.check(change);
        }
      }
    }
  }
}
