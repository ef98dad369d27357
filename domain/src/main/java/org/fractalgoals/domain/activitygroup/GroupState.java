package org.fractalgoals.domain.activitygroup;

import org.fractalgoals.domain.activitygroup.GroupEvent.GroupCreated;
import org.fractalgoals.domain.activitygroup.GroupEvent.GroupDeleted;
import org.fractalgoals.domain.activitygroup.GroupEvent.GroupDescribed;
import org.fractalgoals.domain.activitygroup.GroupEvent.GroupRenamed;
import org.fractalgoals.domain.activitygroup.GroupEvent.GroupReordered;
import org.fractalgoals.domain.activitygroup.GroupEvent.GroupRestored;
import org.fractalgoals.domain.activitygroup.GroupEvent.GroupTouched;

/** What decisions about a group need to know of it. */
public record GroupState(String groupId, String rootId, String name, String description,
    boolean deleted) {

  /** The state of a group that was just created. */
  public static GroupState of(GroupCreated created) {
    return new GroupState(created.groupId(), created.rootId(), created.name(),
        created.description(), false);
  }

  /** The state after an event. */
  public GroupState evolve(GroupEvent event) {
    return switch (event) {
      case GroupCreated created -> of(created);
      case GroupRenamed renamed -> new GroupState(groupId, rootId, renamed.name(), description,
          deleted);
      case GroupDescribed described -> new GroupState(groupId, rootId, name,
          described.description(), deleted);
      case GroupDeleted gone -> new GroupState(groupId, rootId, name, description, true);
      case GroupRestored back -> new GroupState(groupId, rootId, name, description, false);
      case GroupReordered reordered -> this;
      case GroupTouched touched -> this;
    };
  }
}
