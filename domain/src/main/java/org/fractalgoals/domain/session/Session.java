package org.fractalgoals.domain.session;

import java.util.List;
import java.util.Objects;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.fractalgoals.domain.action.EventIds;
import org.fractalgoals.domain.activity.Activities;
import org.fractalgoals.domain.activity.ActivityState;
import org.fractalgoals.domain.entity.Entities;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.event.Origin;
import org.fractalgoals.domain.rule.Presence;
import org.fractalgoals.domain.session.InstanceCommand.AddInstance;
import org.fractalgoals.domain.session.InstanceCommand.ChangeInstance;
import org.fractalgoals.domain.session.InstanceCommand.RecordMetrics;
import org.fractalgoals.domain.session.InstanceCommand.ReorderInstances;
import org.fractalgoals.domain.session.InstanceCommand.StartTimer;
import org.fractalgoals.domain.session.InstanceCommand.StopTimer;
import org.fractalgoals.domain.session.SessionCommand.Alteration;
import org.fractalgoals.domain.session.SessionCommand.ChangeSession;
import org.fractalgoals.domain.session.SessionCommand.MoveSession;
import org.fractalgoals.domain.session.SessionCommand.ToggleSessionCompletion;
import org.fractalgoals.domain.time.WallClock;
import org.jspecify.annotations.Nullable;

/**
 * Hands commands to {@link SessionDecider} and {@link InstanceDecider}, and their events to Axon. Its stream is begun
 * by {@link SessionCreation}.
 */
public class Session {

  @AggregateIdentifier
  @SuppressWarnings("UnusedVariable") // read by Axon
  private @Nullable String stream;

  private @Nullable SessionState state;

  /** For Axon, before it replays the events. */
  protected Session() {}

  @CommandHandler
  public void handle(ChangeSession command, Entities entities, WallClock clock) {
    alter(command, entities, clock);
  }

  @CommandHandler
  public void handle(MoveSession command, Entities entities, WallClock clock) {
    alter(command, entities, clock);
  }

  @CommandHandler
  public void handle(ToggleSessionCompletion command, Entities entities, WallClock clock) {
    alter(command, entities, clock);
  }

  @CommandHandler
  public void handle(AddInstance command, Entities entities, WallClock clock, EventIds ids) {
    perform(command, command.activityId(), null, entities, clock, ids);
  }

  @CommandHandler
  public void handle(ChangeInstance command, Entities entities, WallClock clock, EventIds ids) {
    perform(command, command.activityId(), null, entities, clock, ids);
  }

  @CommandHandler
  public void handle(StartTimer command, Entities entities, WallClock clock, EventIds ids) {
    perform(command, command.activityId(), null, entities, clock, ids);
  }

  @CommandHandler
  public void handle(StopTimer command, Entities entities, WallClock clock, EventIds ids) {
    perform(command, null, null, entities, clock, ids);
  }

  @CommandHandler
  public void handle(ReorderInstances command, Entities entities, WallClock clock, EventIds ids) {
    perform(command, null, null, entities, clock, ids);
  }

  @CommandHandler
  public void handle(RecordMetrics command, Entities entities, Activities activities,
      WallClock clock, EventIds ids) {
    var instance = Objects.requireNonNull(state).instance(command.instanceId());
    var activity = instance == null
        ? null
        : activities.find(instance.activityId()).orElse(null);
    perform(command, null, activity, entities, clock, ids);
  }

  private void alter(Alteration command, Entities entities, WallClock clock) {
    apply(SessionDecider.decide(Objects.requireNonNull(state), command,
        Presence.isVisible(entities, command.sessionId().ref()), clock.now()));
  }

  private void perform(InstanceCommand command, @Nullable String newActivityId,
      @Nullable ActivityState activity, Entities entities, WallClock clock, EventIds ids) {
    var visible = Presence.isVisible(entities, command.sessionId().ref());
    var session = Objects.requireNonNull(state);
    var activityIsKnown = newActivityId != null
        && entities.known(EntityRef.activity(newActivityId), session.rootId()).isPresent();
    apply(InstanceDecider.decide(session, command,
        new InstanceDecider.Circumstances(clock.now(),
            visible, activityIsKnown, activity,
            ids::next)));
  }

  @EventSourcingHandler
  void on(DomainEvent event) {
    stream = event.stream();
    state = SessionState.after(state, event);
  }

  /** A shortcut in place of the events that led to it. */
  @EventSourcingHandler
  void on(SessionState snapshot) {
    stream = EntityRef.session(snapshot.sessionId()).toString();
    state = snapshot;
  }

  private void apply(List<? extends SessionEvent> events) {
    var rootId = Objects.requireNonNull(state).rootId();
    events
        .forEach(event -> AggregateLifecycle.apply(event, MetaData.with(Origin.ROOT_ID, rootId)));
  }
}
