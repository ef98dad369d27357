package org.fractalgoals.domain.activity;

import java.util.List;
import java.util.Set;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.fractalgoals.domain.text.Description;
import org.fractalgoals.domain.text.Name;
import org.jspecify.annotations.Nullable;

/** What can be asked of an activity. Delete and restore are asked of {@code org.fractalgoals.domain.trash}. */
public sealed interface ActivityCommand {

  ActivityId activityId();

  /** The fractal the activity is asked for in. */
  String rootId();

  /**
   * A new activity with all that is measured when it is performed.
   *
   * @param flags those that are on
   * @param groupId null for none
   * @param metrics at most {@value MetricReplacement#LIMIT}, incomplete ones included
   * @param splits at most {@value SplitReplacement#LIMIT}, incomplete ones included
   */
  record DefineActivity(@TargetAggregateIdentifier ActivityId activityId, String rootId,
      Name name, Description description, Set<ActivityFlag> flags, @Nullable String groupId,
      List<WantedMetric> metrics, List<WantedSplit> splits) implements ActivityCommand {

    public DefineActivity {
      flags = Set.copyOf(flags);
      metrics = List.copyOf(metrics);
      splits = List.copyOf(splits);
    }
  }

  /** Several changes of one activity, all or none. */
  record ChangeActivity(@TargetAggregateIdentifier ActivityId activityId, String rootId,
      List<ActivityChange> changes) implements ActivityCommand {

    public ChangeActivity {
      changes = List.copyOf(changes);
    }
  }

  /** One change of an activity's own facts. */
  sealed interface ActivityChange {

    record Rename(Name name) implements ActivityChange {}

    record Describe(Description description) implements ActivityChange {}

    /** Switches these flags on and those off; the others stay as they are. */
    record SetFlags(Set<ActivityFlag> on, Set<ActivityFlag> off) implements ActivityChange {

      public SetFlags {
        on = Set.copyOf(on);
        off = Set.copyOf(off);
      }
    }

    /** Puts it into a group of the same fractal. */
    record PutInGroup(String groupId) implements ActivityChange {}

    /** Takes it out of the group it is seen in; a link to a deleted group, which nobody sees, stays. */
    record LeaveGroup() implements ActivityChange {}

    /**
     * The metrics it is to have from now on, all of them. One that is not listed is removed and keeps its values; one
     * that was removed comes back when its id is listed.
     */
    record ReplaceMetrics(List<WantedMetric> metrics) implements ActivityChange {

      public ReplaceMetrics {
        metrics = List.copyOf(metrics);
      }
    }

    /** The splits it is to have from now on, all of them, in this order; otherwise as {@link ReplaceMetrics}. */
    record ReplaceSplits(List<WantedSplit> splits) implements ActivityChange {

      public ReplaceSplits {
        splits = List.copyOf(splits);
      }
    }
  }
}
