package org.fractalgoals.api.activity;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.fractalgoals.api.http.HttpProblem;
import org.fractalgoals.api.http.JsonObject;
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
import org.fractalgoals.domain.activity.ActivityFlag;
import org.fractalgoals.domain.activity.ActivityId;
import org.fractalgoals.domain.activity.WantedMetric;
import org.fractalgoals.domain.activity.WantedSplit;
import org.fractalgoals.domain.text.Description;
import org.fractalgoals.domain.text.Name;

/** Makes commands of what requests carry. What is wrong with a body is a {@link HttpProblem} with status 400. */
final class ActivityRequests {

  private static final Map<String, ActivityFlag> FLAGS = Map.of("has_sets", ActivityFlag.SETS,
      "has_metrics", ActivityFlag.METRICS, "metrics_multiplicative",
      ActivityFlag.METRICS_MULTIPLICATIVE, "has_splits", ActivityFlag.SPLITS);

  private ActivityRequests() {}

  static DefineActivity define(String newId, String rootId, JsonObject body) {
    return new DefineActivity(new ActivityId(newId), rootId, new Name(body.text("name")),
        description(body), flags(body, true, EnumSet.of(ActivityFlag.METRICS)),
        body.optionalId("group_id").orElse(null), metrics(body), splits(body));
  }

  /** The members that are there, as changes of one command: all or none of them are made. */
  static ChangeActivity change(String rootId, String activityId, JsonObject body) {
    var changes = new ArrayList<ActivityChange>();
    if (body.has("name")) {
      changes.add(new Rename(new Name(body.text("name"))));
    }
    if (body.has("description")) {
      changes.add(new Describe(description(body)));
    }
    changes.add(new SetFlags(flags(body, true, Set.of()), flags(body, false, Set.of())));
    if (body.has("group_id")) {
      changes.add(body.optionalId("group_id").<ActivityChange>map(PutInGroup::new)
          .orElse(new LeaveGroup()));
    }
    if (isList(body, "metrics")) {
      changes.add(new ReplaceMetrics(metrics(body)));
    }
    if (isList(body, "splits")) {
      changes.add(new ReplaceSplits(splits(body)));
    }
    return new ChangeActivity(new ActivityId(activityId), rootId, changes);
  }

  /** The flags that are sent as on, or off; those not sent only if they are so without being asked. */
  private static Set<ActivityFlag> flags(JsonObject body, boolean on, Set<ActivityFlag> unasked) {
    var flags = EnumSet.noneOf(ActivityFlag.class);
    FLAGS.forEach((member, flag) -> {
      if (body.optionalBool(member).map(sent -> sent == on).orElse(unasked.contains(flag))) {
        flags.add(flag);
      }
    });
    return flags;
  }

  /** A list that is null is not taken for an empty one: that would remove everything. */
  private static boolean isList(JsonObject body, String member) {
    if (body.has(member) && body.isNull(member)) {
      throw HttpProblem.badRequest("\"%s\" must be a list of objects.".formatted(member));
    }
    return body.has(member);
  }

  private static List<WantedMetric> metrics(JsonObject body) {
    return body.objects("metrics").stream()
        .map(metric -> new WantedMetric(metric.optionalId("id").orElse(null),
            metric.optionalText("name").orElse(null), metric.optionalText("unit").orElse(null),
            metric.optionalBool("is_top_set_metric").orElse(false),
            metric.optionalBool("is_multiplicative").orElse(true),
            metric.optionalBool("allow_negative").orElse(null)))
        .toList();
  }

  private static List<WantedSplit> splits(JsonObject body) {
    return body.objects("splits").stream()
        .map(split -> new WantedSplit(split.optionalId("id").orElse(null),
            split.optionalText("name").orElse(null)))
        .toList();
  }

  private static Description description(JsonObject body) {
    return body.optionalText("description").map(Description::new).orElse(Description.EMPTY);
  }
}
