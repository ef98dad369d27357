package org.fractalgoals.domain.fact;

import static org.fractalgoals.domain.fact.Fact.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.fractalgoals.domain.activity.ActivityEvent;
import org.fractalgoals.domain.activity.ActivityEvent.ActivityDefined;
import org.fractalgoals.domain.activity.ActivityEvent.ActivityDeleted;
import org.fractalgoals.domain.activity.ActivityEvent.ActivityDescribed;
import org.fractalgoals.domain.activity.ActivityEvent.ActivityFlagsChanged;
import org.fractalgoals.domain.activity.ActivityEvent.ActivityGrouped;
import org.fractalgoals.domain.activity.ActivityEvent.ActivityRenamed;
import org.fractalgoals.domain.activity.ActivityEvent.ActivityRestored;
import org.fractalgoals.domain.activity.ActivityEvent.ActivityTouched;
import org.fractalgoals.domain.activity.ActivityEvent.ActivityUngrouped;
import org.fractalgoals.domain.activity.ActivityEvent.Measure;
import org.fractalgoals.domain.activity.ActivityEvent.MetricAdded;
import org.fractalgoals.domain.activity.ActivityEvent.MetricBroughtBack;
import org.fractalgoals.domain.activity.ActivityEvent.MetricRedefined;
import org.fractalgoals.domain.activity.ActivityEvent.MetricRemoved;
import org.fractalgoals.domain.activity.ActivityEvent.MetricRenamed;
import org.fractalgoals.domain.activity.ActivityEvent.SplitAdded;
import org.fractalgoals.domain.activity.ActivityEvent.SplitBroughtBack;
import org.fractalgoals.domain.activity.ActivityEvent.SplitRemoved;
import org.fractalgoals.domain.activity.ActivityEvent.SplitRenamed;
import org.fractalgoals.domain.activity.ActivityEvent.SplitReordered;
import org.fractalgoals.domain.activity.ActivityFlag;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.DomainEvent;
import org.jspecify.annotations.Nullable;

/** The fields of an activity, its metrics and splits. */
final class ActivityFacts {

  private static final Map<ActivityFlag, String> FLAGS = Map.of(ActivityFlag.SETS, "has_sets",
      ActivityFlag.METRICS, "has_metrics", ActivityFlag.METRICS_MULTIPLICATIVE,
      "metrics_multiplicative", ActivityFlag.SPLITS, "has_splits");
  private static final String UNIT = "unit";
  private static final String TOP_SET = "is_top_set_metric";
  private static final String MULTIPLICATIVE = "is_multiplicative";
  private static final String ALLOW_NEGATIVE = "allow_negative";

  private ActivityFacts() {}

  static List<Fact> told(ActivityEvent event) {
    var activity = event.activity();
    return switch (event) {
      case ActivityDefined it -> defined(it);
      case ActivityRenamed it -> List.of(fact(activity, "name", it.name()));
      case ActivityDescribed it -> List.of(fact(activity, "description", it.description()));
      case ActivityFlagsChanged it -> flags(activity, it.flags());
      case ActivityGrouped it -> List.of(fact(activity, "group_id", it.groupId()));
      case ActivityUngrouped it -> List.of(fact(activity, "group_id", null));
      case ActivityTouched it -> List.of(fact(activity, FieldKey.UPDATED, it.at()));
      case MetricAdded it -> Stream.concat(Stream.of(fact(EntityRef.metric(it.metricId()), "name",
          it.name())), measure(it.metricId(), it.measure()).stream()).toList();
      case MetricRenamed it -> List.of(fact(EntityRef.metric(it.metricId()), "name", it.name()));
      case MetricRedefined it -> measure(it.metricId(), it.measure());
      case SplitAdded it -> List.of(fact(EntityRef.split(it.splitId()), "name", it.name()),
          fact(EntityRef.split(it.splitId()), "order", it.order()));
      case SplitRenamed it -> List.of(fact(EntityRef.split(it.splitId()), "name", it.name()));
      case SplitReordered it -> List.of(fact(EntityRef.split(it.splitId()), "order", it.order()));
      case ActivityDeleted it -> List.of();
      case ActivityRestored it -> List.of();
      case MetricRemoved it -> List.of();
      case MetricBroughtBack it -> List.of();
      case SplitRemoved it -> List.of();
      case SplitBroughtBack it -> List.of();
    };
  }

  private static List<Fact> defined(ActivityDefined it) {
    var facts = new ArrayList<Fact>(List.of(fact(it.activity(), "name", it.name()),
        fact(it.activity(), "description", it.description()),
        fact(it.activity(), "group_id", it.groupId())));
    facts.addAll(flags(it.activity(), it.flags()));
    return facts;
  }

  private static List<Fact> flags(EntityRef activity, Set<String> codes) {
    return FLAGS.entrySet().stream()
        .map(flag -> fact(activity, flag.getValue(), codes.contains(flag.getKey().code())))
        .toList();
  }

  private static List<Fact> measure(String metricId, Measure measure) {
    var metric = EntityRef.metric(metricId);
    return List.of(fact(metric, UNIT, measure.unit()), fact(metric, TOP_SET, measure.topSet()),
        fact(metric, MULTIPLICATIVE, measure.multiplicative()),
        fact(metric, ALLOW_NEGATIVE, measure.allowNegative()));
  }

  static @Nullable DomainEvent change(Wish wish) {
    var id = wish.id();
    var at = wish.at();
    return switch (wish.key().field()) {
      case "name" -> new ActivityRenamed(id, wish.text(), at);
      case "description" -> new ActivityDescribed(id, wish.text(), at);
      case "group_id" -> {
        var group = wish.as(String.class);
        yield group == null ? new ActivityUngrouped(id, at) : new ActivityGrouped(id, group, at);
      }
      default -> FLAGS.containsValue(wish.key().field())
          ? new ActivityFlagsChanged(id, flagsOf(wish), at)
          : null;
    };
  }

  private static Set<String> flagsOf(Wish wish) {
    return FLAGS.entrySet().stream().filter(flag -> wish.isTrue(flag.getValue()))
        .map(flag -> flag.getKey().code()).collect(Collectors.toSet());
  }

  static @Nullable DomainEvent changeMetric(Wish wish) {
    return switch (wish.key().field()) {
      case "name" -> new MetricRenamed(wish.streamId(), wish.id(), wish.text(), wish.at());
      case UNIT, TOP_SET, MULTIPLICATIVE, ALLOW_NEGATIVE -> new MetricRedefined(wish.streamId(),
          wish.id(), new Measure(Objects.requireNonNull(wish.of(UNIT, String.class)),
              wish.isTrue(TOP_SET), wish.isTrue(MULTIPLICATIVE), wish.isTrue(ALLOW_NEGATIVE)),
          wish.at());
      default -> null;
    };
  }

  static @Nullable DomainEvent changeSplit(Wish wish) {
    return switch (wish.key().field()) {
      case "name" -> new SplitRenamed(wish.streamId(), wish.id(), wish.text(), wish.at());
      case "order" -> new SplitReordered(wish.streamId(), wish.id(), wish.number(), wish.at());
      default -> null;
    };
  }
}
