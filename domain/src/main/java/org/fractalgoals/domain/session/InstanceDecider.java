package org.fractalgoals.domain.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.fractalgoals.domain.activity.ActivityState;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.rule.Rule;
import org.fractalgoals.domain.rule.RuleViolation;
import org.fractalgoals.domain.session.InstanceCommand.AddInstance;
import org.fractalgoals.domain.session.InstanceCommand.ChangeInstance;
import org.fractalgoals.domain.session.InstanceCommand.InstanceChange;
import org.fractalgoals.domain.session.InstanceCommand.InstanceChange.SetCompleted;
import org.fractalgoals.domain.session.InstanceCommand.InstanceChange.SetNotes;
import org.fractalgoals.domain.session.InstanceCommand.InstanceChange.SetSets;
import org.fractalgoals.domain.session.InstanceCommand.InstanceChange.SetTimeStart;
import org.fractalgoals.domain.session.InstanceCommand.InstanceChange.SetTimeStop;
import org.fractalgoals.domain.session.InstanceCommand.Measurement;
import org.fractalgoals.domain.session.InstanceCommand.RecordMetrics;
import org.fractalgoals.domain.session.InstanceCommand.ReorderInstances;
import org.fractalgoals.domain.session.InstanceCommand.StartTimer;
import org.fractalgoals.domain.session.InstanceCommand.StopTimer;
import org.fractalgoals.domain.session.InstanceEvent.InstanceAdded;
import org.fractalgoals.domain.session.InstanceEvent.InstanceCompleted;
import org.fractalgoals.domain.session.InstanceEvent.InstanceNoted;
import org.fractalgoals.domain.session.InstanceEvent.InstanceReopened;
import org.fractalgoals.domain.session.InstanceEvent.InstanceReordered;
import org.fractalgoals.domain.session.InstanceEvent.InstanceSetsChanged;
import org.fractalgoals.domain.session.InstanceEvent.InstanceTimesSet;
import org.fractalgoals.domain.session.InstanceEvent.MetricRecorded;
import org.fractalgoals.domain.session.InstanceEvent.TimerStarted;
import org.fractalgoals.domain.session.InstanceEvent.TimerStopped;
import org.fractalgoals.domain.session.InstanceState.Times;
import org.jspecify.annotations.Nullable;

/**
 * What a session answers to a command about the activities performed in it. Pure: everything a decision depends on is
 * an argument. A command that would change nothing gives no event.
 */
final class InstanceDecider {

  /**
   * What a decision depends on besides the session itself.
   *
   * @param now whole microseconds
   * @param visible whether everything above the session lives
   * @param activityIsKnown whether the activity that a new instance is to perform was ever defined in the fractal
   * @param activity the activity of the instance in question; null if it is not known, or does not matter
   * @param newIds makes ids
   */
  record Circumstances(Instant now, boolean visible, boolean activityIsKnown,
      @Nullable ActivityState activity, Supplier<String> newIds) {}

  private final SessionState session;
  private final Circumstances given;

  private InstanceDecider(SessionState session, Circumstances given) {
    this.session = session;
    this.given = given;
  }

  static List<InstanceEvent> decide(SessionState session, InstanceCommand command,
      Circumstances given) {
    SessionDecider.requirePresent(session, command, given.visible());
    return new InstanceDecider(session, given).decide(command);
  }

  private List<InstanceEvent> decide(InstanceCommand command) {
    return switch (command) {
      case AddInstance c -> add(c);
      case ChangeInstance c -> withInstance(c.instanceId(), c.activityId(),
          instance -> change(instance, c.changes()));
      case StartTimer c -> withInstance(c.instanceId(), c.activityId(),
          instance -> List.of(new TimerStarted(session.sessionId(), instance.instanceId(),
              given.now(), given.now())));
      case StopTimer c -> List.of(stop(require(c.instanceId())));
      case RecordMetrics c -> record(require(c.instanceId()), c.measurements());
      case ReorderInstances c -> reorder(c.instanceIds());
    };
  }

  private List<InstanceEvent> add(AddInstance command) {
    var present = session.instance(command.instanceId());
    if (present == null) {
      return List.of(added(command.instanceId(), command.activityId()));
    }
    if (present.deleted()) {
      throw new RuleViolation(new Rule.IsDeleted(EntityRef.instance(command.instanceId())));
    }
    return List.of();
  }

  private InstanceAdded added(String instanceId, String activityId) {
    if (!given.activityIsKnown()) {
      throw new RuleViolation(new Rule.ReferenceIsUnknown(EntityRef.activity(activityId)));
    }
    var last = session.instances().values().stream().mapToLong(InstanceState::sortOrder).max()
        .orElse(0);
    return new InstanceAdded(session.sessionId(), instanceId, activityId, last + 1, given.now());
  }

  /** What one instance answers. */
  private interface Answer {
    List<InstanceEvent> of(InstanceState instance);
  }

  /** Adds the instance before it is asked, if it is unknown and there is an activity for it to perform. */
  private List<InstanceEvent> withInstance(String instanceId, @Nullable String activityId,
      Answer answer) {
    if (session.instance(instanceId) != null || activityId == null) {
      return answer.of(require(instanceId));
    }
    var added = added(instanceId, activityId);
    var events = new ArrayList<InstanceEvent>(List.of(added));
    events.addAll(answer.of(InstanceState.of(added)));
    return events;
  }

  private InstanceState require(String instanceId) {
    var instance = session.instance(instanceId);
    if (instance == null) {
      throw new RuleViolation(new Rule.IsUnknown(EntityRef.instance(instanceId)));
    }
    if (instance.deleted()) {
      throw new RuleViolation(new Rule.IsDeleted(EntityRef.instance(instanceId)));
    }
    return instance;
  }

  private List<InstanceEvent> change(InstanceState instance, List<InstanceChange> changes) {
    var events = new ArrayList<InstanceEvent>();
    var times = instance.times();
    var state = instance;
    for (var change : changes) {
      var event = switch (change) {
        case SetTimeStart(var start) -> {
          times = new Times(start, times.stop());
          yield null;
        }
        case SetTimeStop(var stop) -> {
          times = new Times(times.start(), stop);
          yield null;
        }
        case SetNotes(var notes) -> Objects.equals(notes, state.notes())
            ? null
            : new InstanceNoted(session.sessionId(), state.instanceId(), notes, given.now());
        case SetSets(var sets) -> SessionDecider.sameList(state.sets(), sets)
            ? null
            : new InstanceSetsChanged(session.sessionId(), state.instanceId(), sets, given.now());
        case SetCompleted(var completed) -> complete(state, completed);
      };
      if (event != null) {
        events.add(event);
        state = state.evolve(event);
      }
    }
    if (!times.equals(instance.times())) {
      events.add(timesSet(instance, times));
    }
    return events;
  }

  private @Nullable InstanceEvent complete(InstanceState instance, boolean completed) {
    if (completed == instance.completed()) {
      return null;
    }
    return completed
        ? new InstanceCompleted(session.sessionId(), instance.instanceId(), given.now())
        : new InstanceReopened(session.sessionId(), instance.instanceId(), given.now());
  }

  private InstanceEvent timesSet(InstanceState instance, Times times) {
    var start = times.start();
    var stop = times.stop();
    var duration = start == null || stop == null ? null : secondsBetween(instance, start, stop);
    return new InstanceTimesSet(session.sessionId(), instance.instanceId(), start, stop, duration,
        given.now());
  }

  private InstanceEvent stop(InstanceState instance) {
    var start = instance.times().start();
    if (start == null) {
      throw new RuleViolation(
          new Rule.TimerWasNeverStarted(EntityRef.instance(instance.instanceId())));
    }
    return new TimerStopped(session.sessionId(), instance.instanceId(), given.now(),
        secondsBetween(instance, start, given.now()), given.now());
  }

  /** Whole seconds, the rest cut off. */
  private static long secondsBetween(InstanceState instance, Instant start, Instant stop) {
    if (stop.isBefore(start)) {
      throw new RuleViolation(
          new Rule.StopPrecedesStart(EntityRef.instance(instance.instanceId())));
    }
    return Duration.between(start, stop).toSeconds();
  }

  private List<InstanceEvent> record(InstanceState instance, List<Measurement> measurements) {
    record Measured(String metricId, @Nullable String splitId) {}
    var latest = new LinkedHashMap<Measured, Measurement>();
    measurements.forEach(measurement -> latest
        .put(new Measured(measurement.metricId(), measurement.splitId()), measurement));
    return latest.values().stream().map(measurement -> record(instance, measurement))
        .filter(Objects::nonNull).toList();
  }

  /** A value that stays as it is is not judged. */
  private @Nullable InstanceEvent record(InstanceState instance, Measurement wanted) {
    var present = instance.valueOf(wanted.metricId(), wanted.splitId());
    if (present != null && present.value() == wanted.value()) {
      return null;
    }
    requireMeasured(instance, wanted);
    var allowNegative = allowsNegative(wanted.metricId());
    if (wanted.value() < 0 && !allowNegative) {
      throw new RuleViolation(new Rule.ValueIsNegative(wanted.metricId(), wanted.value()));
    }
    return new MetricRecorded(session.sessionId(), instance.instanceId(),
        present == null ? given.newIds().get() : present.valueId(), wanted.metricId(),
        wanted.splitId(), wanted.value(), allowNegative, given.now());
  }

  private boolean allowsNegative(String metricId) {
    var metric = given.activity() == null ? null : given.activity().metrics().get(metricId);
    return metric != null && metric.measure().allowNegative();
  }

  /** Metrics and splits that the activity ever had, or that the instance has a value of. */
  private void requireMeasured(InstanceState instance, Measurement wanted) {
    var activity = given.activity();
    var metricId = wanted.metricId();
    if ((activity == null || !activity.metrics().containsKey(metricId))
        && instance.values().stream().noneMatch(value -> value.metricId().equals(metricId))) {
      throw isNotMeasured(EntityRef.metric(metricId), instance);
    }
    var splitId = wanted.splitId();
    if (splitId != null && (activity == null || !activity.splits().containsKey(splitId))
        && instance.values().stream().noneMatch(value -> splitId.equals(value.splitId()))) {
      throw isNotMeasured(EntityRef.split(splitId), instance);
    }
  }

  private static RuleViolation isNotMeasured(EntityRef measure, InstanceState instance) {
    return new RuleViolation(
        new Rule.IsNotMeasured(measure, EntityRef.instance(instance.instanceId())));
  }

  private List<InstanceEvent> reorder(List<String> wanted) {
    var present = session.presentInstances().stream()
        .sorted(Comparator.comparingLong(InstanceState::sortOrder)).toList();
    var order = Stream
        .concat(wanted.stream().map(session::instance).filter(Objects::nonNull)
            .filter(instance -> !instance.deleted()), present.stream())
        .distinct().toList();
    if (order.equals(present)) {
      return List.of();
    }
    var events = new ArrayList<InstanceEvent>();
    for (int place = 0; place < order.size(); place++) {
      if (order.get(place).sortOrder() != place) {
        events.add(new InstanceReordered(session.sessionId(), order.get(place).instanceId(), place,
            given.now()));
      }
    }
    return events;
  }
}
