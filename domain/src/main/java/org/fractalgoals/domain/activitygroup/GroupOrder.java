package org.fractalgoals.domain.activitygroup;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.fractalgoals.domain.action.Actions;
import org.fractalgoals.domain.action.Decision;
import org.fractalgoals.domain.activitygroup.GroupEvent.GroupReordered;
import org.fractalgoals.domain.entity.Entities;
import org.fractalgoals.domain.entity.Entity;
import org.fractalgoals.domain.entity.EntityRef;
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
    var events = new ArrayList<GroupReordered>();
    var moved = new ArrayList<Entity>();
    var listed = new HashSet<String>();
    for (int place = 0; place < command.groupIds().size(); place++) {
      var id = command.groupIds().get(place);
      if (listed.add(id)) {
        long sortOrder = place;
        find(id, command.rootId()).stream().filter(group -> group.sortOrder() != sortOrder)
            .forEach(group -> {
              moved.add(group);
              events.add(new GroupReordered(id, sortOrder, now));
            });
      }
    }
    return new Decision(events, moved);
  }

  private List<Entity> find(String groupId, String rootId) {
    return entities.find(EntityRef.group(groupId)).filter(Entity::lives)
        .filter(group -> group.rootId().equals(rootId)).stream().toList();
  }
}
