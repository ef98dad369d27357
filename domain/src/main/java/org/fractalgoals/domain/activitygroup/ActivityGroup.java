package org.fractalgoals.domain.activitygroup;

import java.util.List;
import java.util.Objects;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.fractalgoals.domain.activitygroup.GroupCommand.ChangeGroup;
import org.fractalgoals.domain.activitygroup.GroupCommand.CreateGroup;
import org.fractalgoals.domain.entity.Entities;
import org.fractalgoals.domain.entity.Kind;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.event.Origin;
import org.fractalgoals.domain.rule.Presence;
import org.fractalgoals.domain.time.WallClock;
import org.jspecify.annotations.Nullable;

/** Hands commands to {@link GroupDecider} and its events to Axon. */
public class ActivityGroup {

  @AggregateIdentifier
  @SuppressWarnings("UnusedVariable") // read by Axon
  private @Nullable String stream;

  private @Nullable GroupState state;

  /** For Axon, before it replays the events. */
  protected ActivityGroup() {}

  @CommandHandler
  public ActivityGroup(CreateGroup command, Entities entities, WallClock clock) {
    apply(GroupDecider.decide(command,
        entities.greatestSortOrder(command.rootId(), Kind.GROUP) + 1, clock.now()),
        command.rootId());
  }

  @CommandHandler
  public void handle(ChangeGroup command, Entities entities, WallClock clock) {
    var visible = Presence.isVisible(entities, command.groupId().ref());
    var group = Objects.requireNonNull(state);
    apply(GroupDecider.decide(group, command, visible, clock.now()), group.rootId());
  }

  @EventSourcingHandler
  void on(DomainEvent event) {
    stream = event.stream();
    state = GroupState.after(state, event);
  }

  private static void apply(List<GroupEvent> events, String rootId) {
    events
        .forEach(event -> AggregateLifecycle.apply(event, MetaData.with(Origin.ROOT_ID, rootId)));
  }
}
