package org.fractalgoals.api.command;

import java.time.Instant;
import java.util.List;

import org.fractalgoals.domain.entity.Kind;
import org.fractalgoals.domain.session.InstanceCommand.AddInstance;
import org.fractalgoals.domain.session.InstanceCommand.ChangeInstance;
import org.fractalgoals.domain.session.InstanceCommand.InstanceChange;
import org.fractalgoals.domain.session.InstanceCommand.Measurement;
import org.fractalgoals.domain.session.InstanceCommand.RecordMetrics;
import org.fractalgoals.domain.session.InstanceCommand.ReorderInstances;
import org.fractalgoals.domain.session.InstanceCommand.StartTimer;
import org.fractalgoals.domain.session.InstanceCommand.StopTimer;
import org.fractalgoals.domain.session.SessionId;
import org.fractalgoals.eventstore.codec.JsonTexts;
import org.jspecify.annotations.Nullable;

/** What can be asked of the activities performed in sessions. */
final class InstanceChoices {

  private static final Instant MORNING = Instant.parse("2026-03-04T08:30:00Z");

  private final Dice dice;
  private final Things things;

  InstanceChoices(Dice dice, Things things) {
    this.dice = dice;
    this.things = things;
  }

  AddInstance add() {
    var session = things.any(Kind.SESSION);
    return new AddInstance(new SessionId(session.id()), session.rootId(),
        things.newId(Kind.INSTANCE), things.in(session.rootId(), Kind.ACTIVITY));
  }

  /** What is asked of instances that exist, or are added by it. */
  Object alter() {
    var instance = things.any(Kind.INSTANCE);
    var root = instance.rootId();
    var id = dice.chance(90) ? instance.id() : things.newId(Kind.INSTANCE);
    var session = sessionOf(instance);
    @Nullable String activity = dice.orNull(50, () -> things.in(root, Kind.ACTIVITY));
    return dice.<Object>choose(List.of(
        () -> new ChangeInstance(session, root, id, activity, dice.kinds(3, this::change)),
        () -> new ChangeInstance(session, root, id, activity, dice.kinds(3, this::change)),
        () -> new StartTimer(session, root, id, activity),
        () -> new StopTimer(session, root, id), () -> new StopTimer(session, root, id),
        () -> record(session, instance), () -> record(session, instance),
        () -> record(session, instance), () -> reorder(session, root)));
  }

  private SessionId sessionOf(Things.Thing instance) {
    var sessions = things.rows("""
      SELECT session_id, root_id FROM activity_instances WHERE id = ?
      """, instance.id());
    return new SessionId(sessions.isEmpty() || dice.chance(3)
        ? things.in(instance.rootId(), Kind.SESSION)
        : sessions.getFirst().id());
  }

  private InstanceChange change() {
    return dice.choose(List.of(
        () -> new InstanceChange.SetNotes(dice.orNull(30, () -> "notes " + dice.number(4))),
        () -> new InstanceChange.SetCompleted(dice.chance(50)),
        () -> new InstanceChange.SetSets(
            JsonTexts.of("[{\"reps\":%d.50}]".formatted(dice.number(4)))),
        () -> new InstanceChange.SetTimeStart(dice.orNull(20, this::time)),
        () -> new InstanceChange.SetTimeStop(dice.orNull(20, this::time))));
  }

  private Instant time() {
    return MORNING.plusSeconds(dice.number(7200));
  }

  /** Mostly of what the activity measures or once measured, values below zero too. */
  private RecordMetrics record(SessionId session, Things.Thing instance) {
    var measurements = dice.several(2, () -> {
      var metrics = dice.chance(95) ? metricsOf(instance) : things.rows("""
        SELECT id, root_id FROM metric_definitions ORDER BY rowid
        """);
      var splits = splitsOf(instance);
      return new Measurement(metrics.isEmpty() ? "unknown" : dice.oneOf(metrics).id(),
          splits.isEmpty() || dice.chance(40) ? null : dice.oneOf(splits).id(),
          dice.number(40) / 2.0 - 3);
    });
    return new RecordMetrics(session, instance.rootId(), instance.id(), measurements);
  }

  private List<Things.Thing> metricsOf(Things.Thing instance) {
    return things.rows("""
      SELECT id, root_id FROM metric_definitions
       WHERE activity_id = (SELECT activity_definition_id FROM activity_instances WHERE id = ?)
       ORDER BY rowid
      """, instance.id());
  }

  private List<Things.Thing> splitsOf(Things.Thing instance) {
    return things.rows("""
      SELECT id, root_id FROM split_definitions
       WHERE activity_id = (SELECT activity_definition_id FROM activity_instances WHERE id = ?)
       ORDER BY rowid
      """, instance.id());
  }

  private ReorderInstances reorder(SessionId session, String root) {
    var instances = things.rows("""
      SELECT id, root_id FROM activity_instances WHERE session_id = ? ORDER BY rowid
      """, session.id());
    return new ReorderInstances(session, root,
        dice.someOf(instances, 5).stream().map(Things.Thing::id).toList());
  }
}
