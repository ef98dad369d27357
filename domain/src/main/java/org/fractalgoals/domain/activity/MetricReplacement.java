package org.fractalgoals.domain.activity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.fractalgoals.domain.activity.ActivityDecider.Circumstances;
import org.fractalgoals.domain.activity.ActivityEvent.Measure;
import org.fractalgoals.domain.activity.ActivityEvent.MetricAdded;
import org.fractalgoals.domain.activity.ActivityEvent.MetricBroughtBack;
import org.fractalgoals.domain.activity.ActivityEvent.MetricRedefined;
import org.fractalgoals.domain.activity.ActivityEvent.MetricRemoved;
import org.fractalgoals.domain.activity.ActivityEvent.MetricRenamed;
import org.fractalgoals.domain.activity.ActivityState.Metric;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.entity.Kind;
import org.fractalgoals.domain.rule.Rule;
import org.fractalgoals.domain.rule.RuleViolation;
import org.fractalgoals.domain.text.Name;
import org.fractalgoals.domain.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * What turns the metrics an activity has into those it is to have: first some are removed, then the others come as they
 * are listed. One whose name goes over to another steps aside meanwhile, so that no two ever have the same. What stays
 * as it is, is not judged: it may have been imported.
 */
final class MetricReplacement {

  /** How many metrics an activity can have. */
  static final int LIMIT = 3;

  /**
   * A metric that is asked for.
   *
   * @param known the metric it is; null for a new one
   */
  private record Match(@Nullable String known, String name, Measure measure) {}

  private final ActivityState activity;
  private final Circumstances given;

  private MetricReplacement(ActivityState activity, Circumstances given) {
    this.activity = activity;
    this.given = given;
  }

  static void requireFew(int count) {
    if (count > LIMIT) {
      throw new RuleViolation(new Rule.AreTooMany(Kind.METRIC, count, LIMIT));
    }
  }

  /** An activity that was imported with more metrics can keep them, not get more. */
  static void requireFewOrNoMore(ActivityState activity, int count) {
    if (count > activity.metrics().values().stream().filter(metric -> !metric.removed()).count()) {
      requireFew(count);
    }
  }

  static List<ActivityEvent> of(ActivityState activity, List<WantedMetric> wanted,
      Circumstances given) {
    return new MetricReplacement(activity, given).events(wanted);
  }

  private List<ActivityEvent> events(List<WantedMetric> wanted) {
    requireDistinct(wanted);
    var matches = matches(wanted.stream().filter(this::counts).toList());
    var events = new ArrayList<ActivityEvent>();
    activity.metrics().forEach((id, metric) -> {
      if (!metric.removed() && (isUnlisted(id, matches) || stepsAside(id, metric, matches))) {
        events.add(new MetricRemoved(activity.activityId(), id, given.now()));
      }
    });
    long sortOrder = activity.metrics().values().stream().mapToLong(Metric::sortOrder).max()
        .orElse(0);
    for (var match : matches) {
      if (match.known() == null) {
        events.add(added(match, ++sortOrder));
      } else {
        events.addAll(changes(match.known(), match, matches));
      }
    }
    return events;
  }

  private static boolean isUnlisted(String id, List<Match> matches) {
    return matches.stream().noneMatch(match -> id.equals(match.known()));
  }

  /** It gets another name, and its own goes over to another metric. */
  private static boolean stepsAside(String id, Metric metric, List<Match> matches) {
    return matches.stream().filter(match -> match.name().equals(metric.name()))
        .anyMatch(match -> !id.equals(match.known()))
        && matches.stream().filter(match -> id.equals(match.known()))
            .anyMatch(match -> !match.name().equals(metric.name()));
  }

  private static void requireDistinct(List<WantedMetric> wanted) {
    var ids = new HashSet<String>();
    for (var metric : wanted) {
      if (metric.id() != null && !ids.add(metric.id())) {
        throw new RuleViolation(new Rule.IsListedTwice(EntityRef.metric(metric.id())));
      }
    }
  }

  /** One that is incomplete counts only where it was imported so, and is sent back as it is. */
  private boolean counts(WantedMetric wanted) {
    var complete = isThere(wanted.name()) && isThere(wanted.unit());
    var known = known(wanted);
    return complete || (known != null && !known.removed() && isAsKnown(wanted, known));
  }

  private static boolean isThere(@Nullable String text) {
    return text != null && !text.isEmpty();
  }

  private @Nullable Metric known(WantedMetric wanted) {
    return wanted.id() == null ? null : activity.metrics().get(wanted.id());
  }

  private static boolean isAsKnown(WantedMetric wanted, Metric known) {
    return known.name().equals(wanted.name()) && known.measure().unit().equals(wanted.unit());
  }

  /** Ids come before names: what one item asks for by its id is not taken by another for its name. */
  private List<Match> matches(List<WantedMetric> wanted) {
    Set<String> taken = new HashSet<>();
    wanted.stream().filter(each -> known(each) != null)
        .forEach(each -> taken.add(Objects.requireNonNull(each.id())));
    var matches = new ArrayList<Match>();
    for (var each : wanted) {
      var name = Objects.requireNonNull(each.name());
      var id = known(each) == null ? unmatched(each, taken) : each.id();
      var measure = new Measure(Objects.requireNonNull(each.unit()), each.topSet(),
          each.multiplicative(), allowsNegative(each, id));
      if (id != null) {
        taken.add(id);
      }
      matches.add(new Match(id, name, measure));
    }
    return matches;
  }

  /** Whoever does not speak of it does not mean to change it. */
  private boolean allowsNegative(WantedMetric wanted, @Nullable String known) {
    if (wanted.allowNegative() != null) {
      return wanted.allowNegative();
    }
    var metric = known == null ? null : activity.metrics().get(known);
    return metric != null && metric.measure().allowNegative();
  }

  private @Nullable String unmatched(WantedMetric wanted, Set<String> taken) {
    return activity.metrics().entrySet().stream()
        .filter(entry -> !entry.getValue().removed() && !taken.contains(entry.getKey()))
        .filter(entry -> isAsKnown(wanted, entry.getValue())).map(Map.Entry::getKey).findFirst()
        .orElse(null);
  }

  private MetricAdded added(Match match, long sortOrder) {
    Texts.requireShort("unit", match.measure().unit());
    return new MetricAdded(activity.activityId(), given.ids().next(),
        new Name(match.name()).text(), match.measure(), sortOrder, given.now());
  }

  private List<ActivityEvent> changes(String id, Match match, List<Match> matches) {
    var metric = Objects.requireNonNull(activity.metrics().get(id));
    var events = new ArrayList<ActivityEvent>();
    if (!match.name().equals(metric.name())) {
      events.add(new MetricRenamed(activity.activityId(), id, new Name(match.name()).text(),
          given.now()));
    }
    if (metric.removed() || stepsAside(id, metric, matches)) {
      events.add(new MetricBroughtBack(activity.activityId(), id, given.now()));
    }
    if (!match.measure().equals(metric.measure())) {
      Texts.requireShort("unit", match.measure().unit());
      events.add(new MetricRedefined(activity.activityId(), id, match.measure(), given.now()));
    }
    return events;
  }
}
