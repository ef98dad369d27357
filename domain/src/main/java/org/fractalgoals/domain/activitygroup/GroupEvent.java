package org.fractalgoals.domain.activitygroup;

import java.time.Instant;
import java.util.List;

import org.fractalgoals.domain.entity.EntityChange;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.event.StoredAs;
import org.jspecify.annotations.Nullable;

/** What happens to a group of activities. */
public sealed interface GroupEvent extends DomainEvent {

  /** Id of the group. */
  String groupId();

  /** The group itself. */
  default EntityRef group() {
    return EntityRef.group(groupId());
  }

  @Override
  default String stream() {
    return group().toString();
  }

  @Override
  default List<EntityChange> changes() {
    return switch (this) {
      case GroupCreated created -> List
          .of(new EntityChange.Added(group(), null, created.name(), created.sortOrder()));
      case GroupRenamed renamed -> List.of(new EntityChange.Renamed(group(), renamed.name()));
      case GroupReordered reordered -> List
          .of(new EntityChange.Reordered(group(), reordered.sortOrder()));
      case GroupDeleted deleted -> List.of(new EntityChange.Deleted(group()));
      case GroupRestored restored -> List.of(new EntityChange.Restored(group()));
      case GroupDescribed described -> List.of();
      case GroupTouched touched -> List.of();
    };
  }

  /**
   * A group came into being.
   *
   * @param rootId the fractal
   * @param name as sent
   * @param description may be empty
   * @param sortOrder place among the groups of the fractal
   */
  @StoredAs("group.created")
  record GroupCreated(String groupId, String rootId, String name, String description,
      long sortOrder, @Nullable Instant at) implements GroupEvent {}

  /**
   * The group has another name.
   *
   * @param name the name it has now
   */
  @StoredAs("group.renamed")
  record GroupRenamed(String groupId, String name, @Nullable Instant at) implements GroupEvent {}

  /**
   * The group has another description.
   *
   * @param description what it says now; may be empty
   */
  @StoredAs("group.described")
  record GroupDescribed(String groupId, String description, @Nullable Instant at)
      implements
        GroupEvent {}

  /**
   * The group has another place among the groups of its fractal.
   *
   * @param sortOrder its place now
   */
  @StoredAs("group.reordered")
  record GroupReordered(String groupId, long sortOrder, @Nullable Instant at)
      implements
        GroupEvent {}

  /** The activities in it keep their link to it. */
  @StoredAs("group.deleted")
  record GroupDeleted(String groupId, @Nullable Instant at) implements GroupEvent {}

  /** The group is back from the trash, with the activities that still link to it. */
  @StoredAs("group.restored")
  record GroupRestored(String groupId, @Nullable Instant at) implements GroupEvent {}

  /** The legacy file says that the group was changed at this time, and not what was changed. */
  @StoredAs("group.touched")
  record GroupTouched(String groupId, @Nullable Instant at) implements GroupEvent {}
}
