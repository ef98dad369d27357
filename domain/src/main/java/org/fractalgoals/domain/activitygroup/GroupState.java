package org.fractalgoals.domain.activitygroup;

import java.util.Objects;

import org.fractalgoals.domain.activitygroup.GroupEvent.GroupCreated;
import org.fractalgoals.domain.activitygroup.GroupEvent.GroupDeleted;
import org.fractalgoals.domain.activitygroup.GroupEvent.GroupDescribed;
import org.fractalgoals.domain.activitygroup.GroupEvent.GroupRenamed;
import org.fractalgoals.domain.activitygroup.GroupEvent.GroupReordered;
import org.fractalgoals.domain.activitygroup.GroupEvent.GroupRestored;
import org.fractalgoals.domain.activitygroup.GroupEvent.GroupTouched;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.missing.MissingEvent.ThingFoundMissing;
import org.jspecify.annotations.Nullable;

/** What decisions about a group need to know of it. */
public record GroupState(String groupId, String rootId, String name, String description,
    boolean deleted) {

  /** The state of a group that was just created. */
  public static GroupState of(GroupCreated created) {
    return new GroupState(created.groupId(), created.rootId(), created.name(),
        created.description(), false);
  }

  /**
   * The state after an event of the group's stream.
   *
   * @param before null before the group came into being
   * @return null while it was only found to be missing
   */
  public static @Nullable GroupState after(@Nullable GroupState before, DomainEvent event) {
    return switch (event) {
      case GroupCreated created -> of(created);
      case GroupEvent happened -> Objects.requireNonNull(before).evolve(happened);
      case ThingFoundMissing missing -> before;
      default -> throw new IllegalArgumentException("not an event of a group: " + event);
    };
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
