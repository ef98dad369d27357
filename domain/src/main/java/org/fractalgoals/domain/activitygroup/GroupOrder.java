package org.fractalgoals.domain.activitygroup;

import java.time.Instant;
import java.util.ArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.fractalgoals.domain.action.Actions;
import org.fractalgoals.domain.action.Decision;
import org.fractalgoals.domain.activitygroup.GroupEvent.GroupReordered;
import org.fractalgoals.domain.entity.Entities;
import org.fractalgoals.domain.entity.Entity;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.entity.Kind;
import org.fractalgoals.domain.event.Origin;
import org.fractalgoals.domain.rule.Presence;
import org.fractalgoals.domain.time.WallClock;

/** Answers {@link ReorderGroups}: one event for each group whose place changes. */
public final class GroupOrder {

  private final Entities entities;
  private final Actions actions;
  private final WallClock clock;

  public GroupOrder(Entities entities, Actions actions, WallClock clock) {
    this.entities = entities;
    this.actions = actions;
    this.clock = clock;
  }

  @CommandHandler
  public void handle(ReorderGroups command, MetaData metaData) {
    actions.perform(command.rootId(), Origin.from(metaData), () -> decide(command, clock.now()));
  }

  private Decision decide(ReorderGroups command, Instant now) {
    Presence.requireVisible(entities, EntityRef.goal(command.rootId()), command.rootId());
    var groups = entities.live(command.rootId(), Kind.GROUP).stream()
        .collect(Collectors.toMap(group -> group.ref().id(), Function.identity()));
    var events = new ArrayList<GroupReordered>();
    var moved = new ArrayList<Entity>();
    for (int place = 0; place < command.groupIds().size(); place++) {
      // taken out: an id that is listed again is as good as unknown
      var group = groups.remove(command.groupIds().get(place));
      if (group != null && group.sortOrder() != place) {
        moved.add(group);
        events.add(new GroupReordered(group.ref().id(), place, now));
      }
    }
    return new Decision(events, moved);
  }
}
