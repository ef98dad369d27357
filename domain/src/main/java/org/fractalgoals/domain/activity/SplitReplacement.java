package org.fractalgoals.domain.activity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.fractalgoals.domain.activity.ActivityDecider.Circumstances;
import org.fractalgoals.domain.activity.ActivityEvent.SplitAdded;
import org.fractalgoals.domain.activity.ActivityEvent.SplitBroughtBack;
import org.fractalgoals.domain.activity.ActivityEvent.SplitRemoved;
import org.fractalgoals.domain.activity.ActivityEvent.SplitRenamed;
import org.fractalgoals.domain.activity.ActivityEvent.SplitReordered;
import org.fractalgoals.domain.activity.ActivityState.Split;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.entity.Kind;
import org.fractalgoals.domain.rule.Rule;
import org.fractalgoals.domain.rule.RuleViolation;
import org.fractalgoals.domain.text.Name;
import org.jspecify.annotations.Nullable;

/**
 * What turns the splits an activity has into those it is to have: first some are removed, then the others come as they
 * are listed. One whose name goes over to another steps aside meanwhile, so that no two ever have the same. What stays
 * as it is, is not judged: it may have been imported.
 */
final class SplitReplacement {

  /** How many splits an activity can have. */
  static final int LIMIT = 5;

  private final ActivityState activity;
  private final Circumstances given;

  private SplitReplacement(ActivityState activity, Circumstances given) {
    this.activity = activity;
    this.given = given;
  }

  static void requireFew(int count) {
    if (count > LIMIT) {
      throw new RuleViolation(new Rule.AreTooMany(Kind.SPLIT, count, LIMIT));
    }
  }

  /** An activity that was imported with more splits can keep them, not get more. */
  static void requireFewOrNoMore(ActivityState activity, int count) {
    if (count > activity.splits().values().stream().filter(split -> !split.removed()).count()) {
      requireFew(count);
    }
  }

  static List<ActivityEvent> of(ActivityState activity, List<WantedSplit> wanted,
      Circumstances given) {
    return new SplitReplacement(activity, given).events(wanted);
  }

  private List<ActivityEvent> events(List<WantedSplit> wanted) {
    var kept = kept(wanted);
    var events = new ArrayList<ActivityEvent>();
    activity.splits().forEach((id, split) -> {
      if (!split.removed() && (!kept.contains(id) || stepsAside(id, split, wanted))) {
        events.add(new SplitRemoved(activity.activityId(), id, given.now()));
      }
    });
    long sortOrder = activity.splits().values().stream().mapToLong(Split::sortOrder).max()
        .orElse(0);
    // those left out count, too: the client shows the place in the list it sent
    for (int order = 0; order < wanted.size(); order++) {
      var each = wanted.get(order);
      var split = known(each);
      if (counts(each)) {
        var name = Objects.requireNonNull(each.name());
        if (split == null) {
          events.add(new SplitAdded(activity.activityId(), given.ids().next(),
              new Name(name).text(), order, ++sortOrder, given.now()));
        } else {
          events.addAll(changes(Objects.requireNonNull(each.id()), split, name, order,
              stepsAside(each.id(), split, wanted)));
        }
      }
    }
    return events;
  }

  /** It gets another name, and its own goes over to another split. */
  private boolean stepsAside(String id, Split split, List<WantedSplit> wanted) {
    return wanted.stream().filter(this::counts)
        .filter(each -> split.name().equals(each.name())).anyMatch(each -> !id.equals(each.id()))
        && wanted.stream().filter(this::counts).filter(each -> id.equals(each.id()))
            .anyMatch(each -> !split.name().equals(each.name()));
  }

  private Set<String> kept(List<WantedSplit> wanted) {
    var listed = new HashSet<String>();
    var kept = new HashSet<String>();
    for (var split : wanted) {
      var id = split.id();
      if (id != null && !listed.add(id)) {
        throw new RuleViolation(new Rule.IsListedTwice(EntityRef.split(id)));
      }
      if (id != null && counts(split)) {
        kept.add(id);
      }
    }
    return kept;
  }

  /** One without a name counts only where it was imported so, and is sent back as it is. */
  private boolean counts(WantedSplit wanted) {
    var name = wanted.name();
    var split = known(wanted);
    return name != null && (!name.isEmpty()
        || (split != null && !split.removed() && split.name().equals(name)));
  }

  private @Nullable Split known(WantedSplit wanted) {
    return wanted.id() == null ? null : activity.splits().get(wanted.id());
  }

  private List<ActivityEvent> changes(String id, Split split, String name, long order,
      boolean stepsAside) {
    var events = new ArrayList<ActivityEvent>();
    if (!name.equals(split.name())) {
      events
          .add(new SplitRenamed(activity.activityId(), id, new Name(name).text(), given.now()));
    }
    if (split.removed() || stepsAside) {
      events.add(new SplitBroughtBack(activity.activityId(), id, given.now()));
    }
    if (order != split.order()) {
      events.add(new SplitReordered(activity.activityId(), id, order, given.now()));
    }
    return events;
  }
}
