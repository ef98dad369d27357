package org.fractalgoals.migration.merge;

import static org.fractalgoals.migration.merge.Units.BEGUN;
import static org.fractalgoals.migration.merge.Units.SINCE;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.fact.Facts;
import org.fractalgoals.domain.session.InstanceEvent.InstanceAdded;
import org.fractalgoals.domain.session.InstanceEvent.InstanceCompleted;
import org.fractalgoals.domain.session.InstanceEvent.InstanceDeleted;
import org.fractalgoals.domain.session.InstanceEvent.InstanceNoted;
import org.fractalgoals.domain.session.InstanceEvent.InstanceTimesSet;
import org.fractalgoals.domain.session.InstanceEvent.InstanceTouched;
import org.fractalgoals.domain.session.InstanceEvent.MetricRecorded;
import org.fractalgoals.domain.session.SessionEvent.SessionCompleted;
import org.fractalgoals.domain.session.SessionEvent.SessionCreated;
import org.fractalgoals.domain.session.SessionEvent.SessionDeadlineSet;
import org.fractalgoals.domain.session.SessionEvent.SessionDeleted;
import org.fractalgoals.domain.session.SessionEvent.SessionGoalLinked;
import org.fractalgoals.domain.session.SessionEvent.SessionRenamed;
import org.fractalgoals.domain.session.SessionEvent.SessionTouched;
import org.fractalgoals.migration.history.LegacyEvent;
import org.fractalgoals.migration.history.LegacyUnit;

/** Makes up what files tell of one session; the same for the same seed. */
final class SessionGenerator {

  private static final List<String> INSTANCES = List.of("a", "b", "c");

  private final Random random;
  private final List<LegacyEvent> events = new ArrayList<>();
  private Instant now = BEGUN;
  private long rowid;

  SessionGenerator(long seed) {
    random = new Random(seed);
  }

  private boolean perhaps(double chance) {
    return random.nextDouble() < chance;
  }

  private String text() {
    return "text " + random.nextInt(3);
  }

  private Instant next() {
    now = now.plusSeconds(random.nextInt(100));
    return now;
  }

  /** A file, later than the one before. */
  LegacyUnit file() {
    events.clear();
    now = BEGUN;
    row(new SessionCreated("session", "root", EntityRef.goal("goal"), List.of(), text(), text(),
        (long) random.nextInt(3), null, null, null, perhaps(0.5) ? text() : null, null,
        Units.DAY, now));
    if (perhaps(0.3)) {
      more(new SessionDeadlineSet("session", Units.DAY.plusDays(random.nextInt(2)), now));
    }
    if (perhaps(0.5)) {
      row(new SessionGoalLinked("session", text(), "short_term", now));
    }
    INSTANCES.stream().filter(id -> perhaps(0.7)).forEach(this::instance);
    if (perhaps(0.3)) {
      more(new SessionCompleted("session", next()));
    }
    if (perhaps(0.5)) {
      more(new SessionTouched("session", next()));
    }
    if (perhaps(0.1)) {
      more(new SessionDeleted("session", next()));
    }
    return Units.unit(events.toArray(LegacyEvent[]::new));
  }

  private void instance(String id) {
    row(new InstanceAdded("session", id, "activity", random.nextInt(3), now));
    if (perhaps(0.5)) {
      more(new InstanceNoted("session", id, text(), now));
    }
    if (perhaps(0.5)) {
      more(new InstanceTimesSet("session", id, time(), time(), (long) random.nextInt(2), now));
    }
    for (var metric : List.of("m", "n")) {
      if (perhaps(0.5)) {
        double value = random.nextInt(3);
        row(value(id, metric, value, now));
        if (perhaps(0.2)) {
          more(value(id, metric, value, next()));
        }
      }
    }
    if (perhaps(0.3)) {
      more(new InstanceCompleted("session", id, next()));
    }
    if (perhaps(0.3)) {
      more(new InstanceTouched("session", id, next()));
    }
    if (perhaps(0.1)) {
      more(new InstanceDeleted("session", id, next()));
    }
  }

  private Instant time() {
    return BEGUN.plusSeconds(random.nextInt(2));
  }

  private static MetricRecorded value(String instance, String metric, double value, Instant at) {
    return new MetricRecorded("session", instance, instance + metric, metric, null, value, false,
        at);
  }

  private void row(DomainEvent event) {
    events.add(Units.told(event, Units.row("rows", rowid++)));
  }

  private void more(DomainEvent event) {
    events.add(Units.told(event));
  }

  /** What people do after a file was imported. */
  List<DomainEvent> deeds(LegacyUnit file) {
    var facts = Facts.of(file.events().stream().map(LegacyEvent::event).toList());
    var deeds = new ArrayList<DomainEvent>();
    if (perhaps(0.5) && !facts.isDeleted(Units.SESSION)) {
      deeds.add(new SessionRenamed("session", text(), SINCE));
    }
    for (var id : INSTANCES) {
      var instance = EntityRef.instance(id);
      if (facts.has(instance) && !facts.isDeleted(instance)) {
        if (perhaps(0.3)) {
          deeds.add(new InstanceNoted("session", id, text(), SINCE));
        }
        if (perhaps(0.3)) {
          deeds.add(value(id, "m", random.nextInt(3), SINCE));
        }
        if (perhaps(0.2)) {
          deeds.add(new InstanceTimesSet("session", id, time(), time(), 0L, SINCE));
        }
        if (perhaps(0.1)) {
          deeds.add(new InstanceDeleted("session", id, SINCE));
        }
      }
    }
    return deeds;
  }
}
