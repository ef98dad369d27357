package org.fractalgoals.domain.session;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.fractalgoals.domain.action.EventIds;
import org.fractalgoals.domain.activity.Activities;
import org.fractalgoals.domain.activity.ActivityEvent;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.entity.KnownEntities;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.event.JsonText;
import org.fractalgoals.domain.session.SessionEvent.SessionCreated;
import org.fractalgoals.domain.time.WallClock;

/** A session {@code s} below the goal {@code short} of the fractal {@code root}, and the world around it. */
final class Sessions {

  /** Noon of 4 March in UTC; in the zone of the store, 5 March has begun. */
  static final Instant NOW = Instant.parse("2026-03-04T12:00:00.123456Z");
  static final LocalDate TODAY = LocalDate.of(2026, 3, 5);
  static final WallClock CLOCK = new WallClock(
      Clock.fixed(NOW.plusNanos(789), ZoneOffset.UTC), ZoneId.of("Pacific/Kiritimati"));
  static final SessionId ID = new SessionId("s");

  final KnownEntities entities = new KnownEntities().goal("root", null, 0, false)
      .goal("short", "root", 1, false).goal("other", "root", 2, false)
      .with(EntityRef.session("s"), EntityRef.goal("short"), 0, false);
  private final Map<String, List<DomainEvent>> streams = new HashMap<>();
  private final AtomicInteger lastId = new AtomicInteger();

  /** An activity was defined, and so on. */
  Sessions knowing(ActivityEvent... events) {
    for (var event : events) {
      streams.computeIfAbsent(event.stream(), stream -> new ArrayList<>()).add(event);
      entities.inFractal(event.activity(), 0);
    }
    return this;
  }

  AggregateTestFixture<Session> fixture() {
    var fixture = new AggregateTestFixture<>(Session.class);
    EventIds ids = () -> "new-" + lastId.incrementAndGet();
    fixture.registerInjectableResource(entities);
    fixture.registerInjectableResource(CLOCK);
    fixture.registerInjectableResource(ids);
    fixture.registerInjectableResource(
        new Activities(stream -> streams.getOrDefault(stream, List.of())));
    return fixture;
  }

  /** The session was created, and then this happened. */
  TestExecutor<Session> given(SessionEvent... later) {
    var events = new ArrayList<SessionEvent>(List.of(created()));
    events.addAll(List.of(later));
    return fixture().given(events);
  }

  static SessionCreated created() {
    return new SessionCreated("s", "root", EntityRef.goal("short"), List.of(), "Morning", "",
        null, null, null, null, null, null, TODAY, NOW);
  }

  /** JSON whose meaning is its text without blanks, members sorted by hand. */
  static JsonText json(String text) {
    return new Text(text);
  }

  private record Text(String text) implements JsonText {

    @Override
    public String canonical() {
      return text.equals("{\"b\": 1.0, \"a\": 2}") ? "{\"a\":2,\"b\":1}" : text;
    }
  }
}
