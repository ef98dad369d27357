package org.fractalgoals.bench;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import org.fractalgoals.api.Application;
import org.fractalgoals.api.Settings;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.event.Envelope;
import org.fractalgoals.domain.event.NewEvent;
import org.fractalgoals.domain.event.Origin;
import org.fractalgoals.domain.event.Source;
import org.fractalgoals.domain.goal.GoalEvent.GoalCreated;
import org.fractalgoals.domain.session.SessionEvent.GoalLink;
import org.fractalgoals.domain.session.SessionEvent.SessionCreated;
import org.jspecify.annotations.Nullable;

/** A running application, and ways to fill its store fast. */
final class World implements AutoCloseable {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 4);

  final Application application;
  private final Clock clock = Clock.systemUTC();

  World(Path directory) {
    application = Application
        .open(new Settings(directory, "testing", ZoneOffset.UTC, clock));
  }

  /** Who acts, each time anew. */
  Origin origin() {
    return new Origin("bench", Source.API, application.store().ids().next());
  }

  /** Appends events, a thousand at a time, and waits until they can be read. */
  void append(String rootId, List<? extends DomainEvent> events) throws InterruptedException {
    var envelope = Envelope.live(rootId, origin());
    for (int from = 0; from < events.size(); from += 1000) {
      var batch = new ArrayList<NewEvent>();
      for (var event : events.subList(from, Math.min(from + 1000, events.size()))) {
        batch.add(new NewEvent(application.store().ids().next(), NewEvent.NEXT, event, envelope));
      }
      application.store().append(batch);
    }
    if (!application.readModel().await(application.store().head().position(),
        Duration.ofMinutes(5))) {
      throw new IllegalStateException("the read model does not follow");
    }
  }

  /** A fractal with goals below its root: {@code root-1} and so on, each a short-term goal. */
  void fractal(String root, int goals) throws InterruptedException {
    var events = new ArrayList<DomainEvent>();
    events.add(goal(root, root, null, "UltimateGoal", 0));
    for (int goal = 1; goal < goals; goal++) {
      events.add(goal(root + "-" + goal, root, EntityRef.goal(root), "ShortTermGoal", goal));
    }
    append(root, events);
  }

  private GoalCreated goal(String id, String root, @Nullable EntityRef parent,
      String type, int sortOrder) {
    return new GoalCreated(id, root, parent, type, "Goal " + id, "", null, null, sortOrder, TODAY,
        now());
  }

  SessionCreated session(String id, String root, String goal) {
    return new SessionCreated(id, root, EntityRef.goal(goal),
        List.of(new GoalLink(goal, "ShortTermGoal")), "Session " + id, "", 45L, null, null, null,
        null, null, TODAY, now());
  }

  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  @Override
  public void close() {
    application.close();
  }
}
