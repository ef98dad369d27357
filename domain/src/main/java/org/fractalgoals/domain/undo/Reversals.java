package org.fractalgoals.domain.undo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.fractalgoals.domain.activity.Activities;
import org.fractalgoals.domain.activity.ActivityEvent.ActivityGrouped;
import org.fractalgoals.domain.audit.AuditedEvent;
import org.fractalgoals.domain.entity.EntityChange;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.entity.Kind;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.fact.Facts;
import org.fractalgoals.domain.rule.Rule;
import org.fractalgoals.domain.rule.RuleViolation;

/**
 * What the action changed gets the values that it had before, the last change first: so whatever lies between is
 * something that was so once, and no two names ever meet.
 */
final class Reversals {

  private final Draft draft;
  private final Given given;
  private final Inverses inverses;
  private final Map<String, Facts> facts = new HashMap<>();
  private final List<DomainEvent> events = new ArrayList<>();

  private Reversals(Draft draft, Given given) {
    this.draft = draft;
    this.given = given;
    this.inverses = new Inverses(given);
  }

  /**
   * @param but streams of things that will be gone
   * @throws RuleViolation if something stands in the way, or cannot be taken back
   */
  static void into(Draft draft, Given given, Set<String> but) {
    new Reversals(draft, given).takeBack(but);
  }

  private void takeBack(Set<String> but) {
    var created = given.action().created();
    var steps = new ArrayList<Step>();
    for (var stream : streams(but)) {
      var history = History.of(stream, given);
      history.requireUnchanged(created, given.obstacles());
      facts.put(stream, history.now());
      steps.addAll(history.steps());
      draft.reads(history);
    }
    requireThere(steps, created);
    steps.sort(Comparator.comparingLong((Step step) -> step.event().position()).reversed());
    steps.forEach(this::takeBack);
    requireFewParts();
    events.forEach(draft::add);
  }

  private Set<String> streams(Set<String> but) {
    var streams = given.action().events().stream().filter(event -> !isAboutLife(event))
        .map(AuditedEvent::stream).collect(Collectors.toCollection(LinkedHashSet::new));
    streams.removeAll(but);
    return streams;
  }

  /** Whether it is told by what comes back and what goes. */
  private static boolean isAboutLife(AuditedEvent event) {
    return PastAction.payload(event).changes().stream()
        .anyMatch(change -> PastAction.isWhole(change.ref()) && switch (change) {
          case EntityChange.Added added -> true;
          case EntityChange.Deleted deleted -> true;
          case EntityChange.Restored restored -> true;
          default -> false;
        });
  }

  /** Whatever is to change lives, or comes back with this very undo; what is to go has nothing new below it. */
  private void requireThere(List<Step> steps, Set<EntityRef> created) {
    var things = steps.stream().flatMap(step -> step.changes().stream())
        .map(change -> change.key().thing())
        .collect(Collectors.toCollection(LinkedHashSet::new));
    for (var thing : things) {
      var lineage = given.entities().lineage(thing);
      given.obstacles().requireLiving(lineage.stream()
          .filter(entity -> !given.action().actionId().equals(entity.deletedBy())).toList());
      draft.sees(lineage);
      if (created.contains(thing)) {
        Departures.requireNothingBelow(thing, created, given);
      }
    }
  }

  private void takeBack(Step step) {
    var current = Objects.requireNonNull(facts.get(step.event().stream()));
    for (var change : step.toTakeBack()) {
      if (!current.agree(change.wanted())) {
        var inverse = inverses.of(step, change, current);
        requireGroup(inverse);
        events.add(inverse);
        current.tell(inverse);
        if (!current.agree(change.wanted()) && !inverses.isLeftEmpty(change, current)) {
          throw Inverses.none(step, change);
        }
      }
    }
  }

  /** What an activity is put in must be there. */
  private void requireGroup(DomainEvent inverse) {
    if (inverse instanceof ActivityGrouped grouped) {
      var lineage = given.entities().lineage(EntityRef.group(grouped.groupId()));
      given.obstacles().requireLiving(lineage);
      draft.sees(lineage);
    }
  }

  /** An activity has a few metrics and splits only, also after others have come in place of those that return. */
  private void requireFewParts() {
    var back = new LinkedHashMap<EntityRef, Integer>();
    for (var event : events) {
      for (var change : event.changes()) {
        if (change.ref().kind() == Kind.METRIC || change.ref().kind() == Kind.SPLIT) {
          var place = new EntityRef(change.ref().kind(), PastAction.ownerOf(event.stream()).id());
          back.merge(place, difference(change), Integer::sum);
        }
      }
    }
    back.forEach((place, more) -> {
      var count = more
          + given.entities().children(EntityRef.activity(place.id()), place.kind()).size();
      var limit = Activities.limit(place.kind());
      if (more > 0 && count > limit) {
        throw new RuleViolation(new Rule.AreTooMany(place.kind(), count, limit));
      }
    });
  }

  private static int difference(EntityChange change) {
    return switch (change) {
      case EntityChange.Restored restored -> 1;
      case EntityChange.Deleted deleted -> -1;
      default -> 0;
    };
  }
}
