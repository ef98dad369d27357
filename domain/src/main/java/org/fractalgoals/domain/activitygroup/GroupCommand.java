package org.fractalgoals.domain.activitygroup;

import java.util.List;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.fractalgoals.domain.text.Description;
import org.fractalgoals.domain.text.Name;

/**
 * What can be asked of a single group. Delete and restore are asked of {@code org.fractalgoals.domain.trash}, the order
 * of groups of {@link ReorderGroups}.
 */
public sealed interface GroupCommand {

  GroupId groupId();

  /** The fractal the group is asked for in. */
  String rootId();

  /** A new group, after the others of the fractal. */
  record CreateGroup(@TargetAggregateIdentifier GroupId groupId, String rootId, Name name,
      Description description) implements GroupCommand {}

  /** Several changes of one group, all or none. */
  record ChangeGroup(@TargetAggregateIdentifier GroupId groupId, String rootId,
      List<GroupChange> changes) implements GroupCommand {

    public ChangeGroup {
      changes = List.copyOf(changes);
    }
  }

  /** One change of a group's own facts. */
  sealed interface GroupChange {

    record Rename(Name name) implements GroupChange {}

    record Describe(Description description) implements GroupChange {}
  }
}
