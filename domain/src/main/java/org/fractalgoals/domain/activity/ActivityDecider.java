package org.fractalgoals.domain.activity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

import org.fractalgoals.domain.action.EventIds;
import org.fractalgoals.domain.activity.ActivityCommand.ActivityChange;
import org.fractalgoals.domain.activity.ActivityCommand.ActivityChange.Describe;
import org.fractalgoals.domain.activity.ActivityCommand.ActivityChange.LeaveGroup;
import org.fractalgoals.domain.activity.ActivityCommand.ActivityChange.PutInGroup;
import org.fractalgoals.domain.activity.ActivityCommand.ActivityChange.Rename;
import org.fractalgoals.domain.activity.ActivityCommand.ActivityChange.ReplaceMetrics;
import org.fractalgoals.domain.activity.ActivityCommand.ActivityChange.ReplaceSplits;
import org.fractalgoals.domain.activity.ActivityCommand.ActivityChange.SetFlags;
import org.fractalgoals.domain.activity.ActivityCommand.ChangeActivity;
import org.fractalgoals.domain.activity.ActivityCommand.DefineActivity;
import org.fractalgoals.domain.activity.ActivityEvent.ActivityDefined;
import org.fractalgoals.domain.activity.ActivityEvent.ActivityDescribed;
import org.fractalgoals.domain.activity.ActivityEvent.ActivityFlagsChanged;
import org.fractalgoals.domain.activity.ActivityEvent.ActivityGrouped;
import org.fractalgoals.domain.activity.ActivityEvent.ActivityRenamed;
import org.fractalgoals.domain.activity.ActivityEvent.ActivityUngrouped;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.rule.Rule;
import org.fractalgoals.domain.rule.RuleViolation;
import org.fractalgoals.domain.rule.Standing;

/**
 * What an activity answers to a command. Pure: everything a decision depends on is an argument. A command that would
 * change nothing gives no event.
 */
final class ActivityDecider {

  /**
   * What a decision depends on besides the activity itself.
   *
   * @param now whole microseconds
   * @param visible whether the activity and its fractal live
   * @param groups the group it is in, and those it is to be put into; what is missing is unknown
   * @param ids of new metrics and splits
   */
  record Circumstances(Instant now, boolean visible, Map<String, Standing> groups,
      EventIds ids) {

    Standing standing(String groupId) {
      return groups.getOrDefault(groupId, Standing.UNKNOWN);
    }
  }

  private ActivityDecider() {}

  static List<ActivityEvent> decide(DefineActivity command, Circumstances given) {
    MetricReplacement.requireFew(command.metrics().size());
    SplitReplacement.requireFew(command.splits().size());
    var groupId = command.groupId();
    if (groupId != null) {
      requireVisible(groupId, given);
    }
    var defined = new ActivityDefined(command.activityId().id(), command.rootId(),
        command.name().text(), command.description().text(), ActivityFlag.codes(command.flags()),
        groupId, given.now());
    var activity = ActivityState.of(defined);
    var events = new ArrayList<ActivityEvent>(List.of(defined));
    events.addAll(MetricReplacement.of(activity, command.metrics(), given));
    events.addAll(SplitReplacement.of(activity, command.splits(), given));
    return events;
  }

  static List<ActivityEvent> decide(ActivityState activity, ChangeActivity command,
      Circumstances given) {
    if (!activity.rootId().equals(command.rootId())) {
      throw new RuleViolation(new Rule.IsUnknown(command.activityId().ref()));
    }
    if (activity.deleted() || !given.visible()) {
      throw new RuleViolation(new Rule.IsDeleted(command.activityId().ref()));
    }
    var events = new ArrayList<ActivityEvent>();
    var state = activity;
    for (var change : command.changes()) {
      for (var event : change(state, change, given)) {
        events.add(event);
        state = state.evolve(event);
      }
    }
    return events;
  }

  private static List<ActivityEvent> change(ActivityState activity, ActivityChange change,
      Circumstances given) {
    var id = activity.activityId();
    return switch (change) {
      case Rename(var name) -> name.text().equals(activity.name())
          ? List.of()
          : List.of(new ActivityRenamed(id, name.text(), given.now()));
      case Describe(var description) -> description.text().equals(activity.description())
          ? List.of()
          : List.of(new ActivityDescribed(id, description.text(), given.now()));
      case SetFlags(var on, var off) -> {
        var flags = EnumSet.noneOf(ActivityFlag.class);
        flags.addAll(activity.flags());
        flags.addAll(on);
        flags.removeAll(off);
        yield flags.equals(activity.flags())
            ? List.of()
            : List.of(new ActivityFlagsChanged(id, ActivityFlag.codes(flags), given.now()));
      }
      case PutInGroup(var groupId) -> put(activity, groupId, given);
      case LeaveGroup() -> leave(activity, given);
      case ReplaceMetrics(var metrics) -> {
        MetricReplacement.requireFewOrNoMore(activity, metrics.size());
        yield MetricReplacement.of(activity, metrics, given);
      }
      case ReplaceSplits(var splits) -> {
        SplitReplacement.requireFewOrNoMore(activity, splits.size());
        yield SplitReplacement.of(activity, splits, given);
      }
    };
  }

  private static List<ActivityEvent> put(ActivityState activity, String groupId,
      Circumstances given) {
    if (groupId.equals(activity.groupId())) {
      return List.of();
    }
    requireVisible(groupId, given);
    return List.of(new ActivityGrouped(activity.activityId(), groupId, given.now()));
  }

  /** Whoever sees no group, because it is deleted, and says so does not mean to leave it. */
  private static List<ActivityEvent> leave(ActivityState activity, Circumstances given) {
    var groupId = activity.groupId();
    return groupId == null || given.standing(groupId) != Standing.VISIBLE
        ? List.of()
        : List.of(new ActivityUngrouped(activity.activityId(), given.now()));
  }

  private static void requireVisible(String groupId, Circumstances given) {
    given.standing(groupId).require(EntityRef.group(groupId));
  }
}
