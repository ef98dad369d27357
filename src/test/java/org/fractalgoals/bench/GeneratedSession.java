package org.fractalgoals.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.fractalgoals.bench.GeneratedFractal.Exercise;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.JsonText;
import org.fractalgoals.domain.goal.GoalType;
import org.fractalgoals.domain.session.InstanceEvent.InstanceAdded;
import org.fractalgoals.domain.session.InstanceEvent.InstanceCompleted;
import org.fractalgoals.domain.session.InstanceEvent.InstanceDeleted;
import org.fractalgoals.domain.session.InstanceEvent.InstanceNoted;
import org.fractalgoals.domain.session.InstanceEvent.InstanceRestored;
import org.fractalgoals.domain.session.InstanceEvent.InstanceSetsChanged;
import org.fractalgoals.domain.session.InstanceEvent.MetricRecorded;
import org.fractalgoals.domain.session.InstanceEvent.TimerStarted;
import org.fractalgoals.domain.session.InstanceEvent.TimerStopped;
import org.fractalgoals.domain.session.SessionEvent.GoalLink;
import org.fractalgoals.domain.session.SessionEvent.SessionCompleted;
import org.fractalgoals.domain.session.SessionEvent.SessionCreated;
import org.fractalgoals.domain.session.SessionEvent.SessionDataChanged;
import org.fractalgoals.domain.session.SessionEvent.SessionDeleted;
import org.fractalgoals.domain.session.SessionEvent.SessionEndChanged;
import org.fractalgoals.domain.session.SessionEvent.SessionRestored;

/** One session, from its first autosave to its end. */
final class GeneratedSession {

  private static final double LONG = 0.005;

  private final GeneratedFractal fractal;
  private final Invention invention;
  private final Steps ahead;
  private final String id;

  GeneratedSession(GeneratedFractal fractal, Invention invention, Steps ahead) {
    this.fractal = fractal;
    this.invention = invention;
    this.ahead = ahead;
    this.id = invention.id();
  }

  void plan() {
    ahead.add(this::begin);
    int instances = invention.between(2, 5);
    int autosaves = invention.chance(LONG) ? 400 : invention.between(8, 28);
    for (int instance = 0; instance < instances; instance++) {
      autosave(autosaves / (instances + 1));
      perform(instance);
    }
    autosave(autosaves / (instances + 1));
    ahead.add(() -> fractal.happen(new SessionEndChanged(id, fractal.wallClock(0), fractal.now())));
    ahead.add(() -> fractal.happen(new SessionCompleted(id, fractal.now())));
    if (!fractal.diesOf(at -> new SessionDeleted(id, at), at -> new SessionRestored(id, at))) {
      ahead.add(() -> fractal.note(EntityRef.session(id)));
    }
  }

  private void begin() {
    var goal = fractal.goal();
    fractal.happen(new SessionCreated(id, fractal.root(), EntityRef.goal(goal),
        List.of(new GoalLink(goal, GoalType.SHORT_TERM.code())), fractal.name("Session"),
        fractal.description(), 45L, null, fractal.wallClock(0), null, null, data(),
        fractal.today(), fractal.now()));
  }

  private void autosave(int times) {
    for (int time = 0; time < times; time++) {
      ahead.add(() -> fractal.happen(new SessionDataChanged(id, data(), fractal.now())));
    }
  }

  private JsonText data() {
    return invention.sections(1_000, 3_000);
  }

  private void perform(int number) {
    var instance = invention.id();
    var started = new ArrayList<Instant>();
    ahead.add(() -> {
      var exercise = fractal.anyExercise();
      started.add(fractal.now());
      fractal.happen(
          new InstanceAdded(id, instance, exercise.activityId(), number, fractal.now()),
          new TimerStarted(id, instance, fractal.now(), fractal.now()));
      record(instance, exercise);
    });
    for (int set = 0; set < 2; set++) {
      ahead.add(() -> fractal
          .happen(new InstanceSetsChanged(id, instance, invention.sets(), fractal.now())));
    }
    ahead.add(() -> fractal
        .happen(new InstanceNoted(id, instance, invention.text(20, 200), fractal.now())));
    ahead.add(() -> {
      long seconds = fractal.now().getEpochSecond() - started.getFirst().getEpochSecond();
      fractal.happen(new TimerStopped(id, instance, fractal.now(), seconds, fractal.now()),
          new InstanceCompleted(id, instance, fractal.now()));
    });
    fractal.diesOf(at -> new InstanceDeleted(id, instance, at),
        at -> new InstanceRestored(id, instance, at));
  }

  /** Values are recorded, and some corrected. */
  private void record(String instance, Exercise exercise) {
    for (var metric : exercise.metricIds()) {
      var value = invention.id();
      fractal.happen(measured(instance, value, metric));
      if (invention.chance(0.2)) {
        fractal.happen(measured(instance, value, metric));
      }
    }
  }

  private MetricRecorded measured(String instance, String value, String metric) {
    return new MetricRecorded(id, instance, value, metric, null, invention.between(1, 2_000) / 10.0,
        false, fractal.now());
  }
}
