package org.fractalgoals.eventstore.purge;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.fractalgoals.domain.action.EventIds;
import org.fractalgoals.domain.entity.Entity;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.Envelope;
import org.fractalgoals.domain.event.NewEvent;
import org.fractalgoals.domain.event.Origin;
import org.fractalgoals.domain.purge.Positions;
import org.fractalgoals.domain.purge.Purge;
import org.fractalgoals.domain.purge.PurgeEvent;
import org.fractalgoals.domain.purge.PurgeEvent.Gone;
import org.fractalgoals.domain.purge.PurgeEvent.PurgeCarriedOut;
import org.fractalgoals.domain.purge.PurgeEvent.ThingPurged;
import org.fractalgoals.domain.purge.PurgeOutline;
import org.fractalgoals.eventstore.append.Appending;
import org.fractalgoals.eventstore.append.StoreWriter.Session;
import org.fractalgoals.eventstore.append.StoreWriter.Work;
import org.fractalgoals.eventstore.codec.EventCodec;
import org.fractalgoals.eventstore.purge.PurgePlan.OfStream;
import org.fractalgoals.eventstore.sqlite.StatementCache;

/**
 * Looks what has to go, says so in events, and empties the others, all while nobody else writes: nothing comes to a stream
 * between the look and the purge.
 */
public final class PurgeWork implements Work<PurgeOutline> {

  private final Purge command;
  private final Origin origin;
  private final EventCodec codec;
  private final Appending appending;
  private final EventIds ids;
  private final Clock clock;

  public PurgeWork(Purge command, Origin origin, EventCodec codec, Appending appending,
      EventIds ids, Clock clock) {
    this.command = command;
    this.origin = origin;
    this.codec = codec;
    this.appending = appending;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public PurgeOutline run(Session session) throws SQLException {
    var plan = PurgePlan.of(command.ref(), command.rootId(), session.statements(), codec);
    var events = events(plan);
    long last = appending.work(events).run(session);
    // the first one is the act itself
    long position = last - events.size() + 2;
    forgetAnswers(plan, session.statements());
    for (var stream : plan.streams()) {
      empty(stream.events(), position, session.statements());
      empty(stream.rows(), position, session.statements());
      forgetSnapshot(stream, session.statements());
      position++;
    }
    return plan.outline();
  }

  private List<NewEvent> events(PurgePlan plan) {
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var outline = plan.outline();
    var act = new NewEvent(ids.next(), NewEvent.NEXT,
        new PurgeCarriedOut(origin.actionId(), command.ref(), command.rootId(), outline.count(),
            outline.events(), command.reason(), now),
        Envelope.live(Envelope.SYSTEM_ROOT, origin));
    var events = new ArrayList<NewEvent>();
    events.add(act);
    var envelope = Envelope.live(command.rootId(), origin).causedBy(act.eventId());
    for (var stream : plan.streams()) {
      events.add(new NewEvent(ids.next(), NewEvent.NEXT, event(stream, now), envelope));
    }
    return events;
  }

  private PurgeEvent event(OfStream stream, Instant now) {
    var thing = stream.thing();
    var owner = stream.isPart()
        ? EntityRef.read(thing.stream()).orElseThrow()
        : thing.ref();
    return new ThingPurged(gone(thing, stream.isPart()), command.rootId(), owner,
        stream.parts().stream().map(part -> gone(part, true)).toList(), stream.events(),
        stream.rows(), command.reason(), now);
  }

  private static Gone gone(Entity thing, boolean isPart) {
    return new Gone(thing.ref(), isPart ? Objects.requireNonNull(thing.parent()) : null);
  }

  private static void empty(Positions positions, long purge, StatementCache statements)
      throws SQLException {
    var update = statements.get("""
      UPDATE events
         SET purged_by = ?, salt = NULL, metadata = NULL, payload = NULL, source_row = NULL
       WHERE position BETWEEN ? AND ?
      """);
    for (var run : positions.runs()) {
      update.setLong(1, purge);
      update.setLong(2, run.first());
      update.setLong(3, run.last());
      update.executeUpdate();
    }
  }

  /** Requests that led to what goes are forgotten. Any other answer may have shown it: it is made again when asked for. */
  private static void forgetAnswers(PurgePlan plan, StatementCache statements)
      throws SQLException {
    var forget = statements.get("""
      DELETE FROM idempotency
       WHERE action_id IN (SELECT action_id FROM events WHERE position BETWEEN ? AND ?)
      """);
    for (var stream : plan.streams()) {
      for (var run : stream.events().runs()) {
        forget.setLong(1, run.first());
        forget.setLong(2, run.last());
        forget.executeUpdate();
      }
    }
    statements.execute("UPDATE idempotency SET status = NULL, headers = NULL, answer = NULL");
  }

  private static void forgetSnapshot(OfStream stream, StatementCache statements)
      throws SQLException {
    var delete = statements.get("DELETE FROM snapshot WHERE stream = ?");
    delete.setString(1, stream.thing().stream());
    delete.executeUpdate();
  }
}
