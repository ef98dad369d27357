package org.fractalgoals.domain.activitygroup;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.fractalgoals.domain.activitygroup.GroupCommand.ChangeGroup;
import org.fractalgoals.domain.activitygroup.GroupCommand.CreateGroup;
import org.fractalgoals.domain.activitygroup.GroupCommand.GroupChange;
import org.fractalgoals.domain.activitygroup.GroupCommand.GroupChange.Describe;
import org.fractalgoals.domain.activitygroup.GroupCommand.GroupChange.Rename;
import org.fractalgoals.domain.activitygroup.GroupEvent.GroupCreated;
import org.fractalgoals.domain.activitygroup.GroupEvent.GroupDescribed;
import org.fractalgoals.domain.activitygroup.GroupEvent.GroupRenamed;
import org.fractalgoals.domain.rule.Rule;
import org.fractalgoals.domain.rule.RuleViolation;
import org.jspecify.annotations.Nullable;

/**
 * What a group answers to a command. Pure: everything a decision depends on is an argument. A command that would change
 * nothing gives no event.
 */
final class GroupDecider {

  private GroupDecider() {}

  /**
   * @param sortOrder the place after all groups of the fractal
   * @param now whole microseconds
   */
  static List<GroupEvent> decide(CreateGroup command, long sortOrder, Instant now) {
    return List.of(new GroupCreated(command.groupId().id(), command.rootId(),
        command.name().text(), command.description().text(), sortOrder, now));
  }

  /**
   * @param visible whether the group and its fractal live
   * @param now whole microseconds
   */
  static List<GroupEvent> decide(GroupState group, ChangeGroup command, boolean visible,
      Instant now) {
    if (!group.rootId().equals(command.rootId())) {
      throw new RuleViolation(new Rule.IsUnknown(command.groupId().ref()));
    }
    if (group.deleted() || !visible) {
      throw new RuleViolation(new Rule.IsDeleted(command.groupId().ref()));
    }
    var events = new ArrayList<GroupEvent>();
    var state = group;
    for (var change : command.changes()) {
      var event = change(state, change, now);
      if (event != null) {
        events.add(event);
        state = state.evolve(event);
      }
    }
    return events;
  }

  private static @Nullable GroupEvent change(GroupState group, GroupChange change, Instant now) {
    return switch (change) {
      case Rename(var name) -> name.text().equals(group.name())
          ? null
          : new GroupRenamed(group.groupId(), name.text(), now);
      case Describe(var description) -> description.text().equals(group.description())
          ? null
          : new GroupDescribed(group.groupId(), description.text(), now);
    };
  }
}
