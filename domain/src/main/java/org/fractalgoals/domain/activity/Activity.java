package org.fractalgoals.domain.activity;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.fractalgoals.domain.action.EventIds;
import org.fractalgoals.domain.activity.ActivityCommand.ActivityChange.PutInGroup;
import org.fractalgoals.domain.activity.ActivityCommand.ChangeActivity;
import org.fractalgoals.domain.activity.ActivityCommand.DefineActivity;
import org.fractalgoals.domain.activity.ActivityDecider.Circumstances;
import org.fractalgoals.domain.entity.Entities;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.event.Origin;
import org.fractalgoals.domain.rule.Presence;
import org.fractalgoals.domain.rule.Standing;
import org.fractalgoals.domain.time.WallClock;
import org.jspecify.annotations.Nullable;

/** Hands commands to {@link ActivityDecider} and its events to Axon. */
public class Activity {

  @AggregateIdentifier
  @SuppressWarnings("UnusedVariable") // read by Axon
  private @Nullable String stream;

  private @Nullable ActivityState state;

  /** For Axon, before it replays the events. */
  protected Activity() {}

  @CommandHandler
  public Activity(DefineActivity command, Entities entities, WallClock clock, EventIds ids) {
    apply(ActivityDecider.decide(command, given(true, Stream.ofNullable(command.groupId()),
        command.rootId(), entities, clock, ids)), command.rootId());
  }

  @CommandHandler
  public void handle(ChangeActivity command, Entities entities, WallClock clock, EventIds ids) {
    var visible = Presence.isVisible(entities, command.activityId().ref());
    var activity = Objects.requireNonNull(state);
    var groups = Stream.concat(Stream.ofNullable(activity.groupId()), command.changes().stream()
        .filter(PutInGroup.class::isInstance).map(change -> ((PutInGroup) change).groupId()));
    apply(ActivityDecider.decide(activity, command,
        given(visible, groups, activity.rootId(), entities,
            clock, ids)),
        activity.rootId());
  }

  private static Circumstances given(boolean visible, Stream<String> groups, String rootId,
      Entities entities, WallClock clock, EventIds ids) {
    return new Circumstances(clock.now(), visible, groups.distinct().collect(
        Collectors.toMap(Function.identity(),
            group -> Standing.of(EntityRef.group(group), rootId, entities))),
        ids);
  }

  @EventSourcingHandler
  void on(DomainEvent event) {
    stream = event.stream();
    state = ActivityState.after(state, event);
  }

  private static void apply(List<ActivityEvent> events, String rootId) {
    events
        .forEach(event -> AggregateLifecycle.apply(event, MetaData.with(Origin.ROOT_ID, rootId)));
  }
}
