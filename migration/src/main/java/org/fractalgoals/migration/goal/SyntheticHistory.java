package org.fractalgoals.migration.goal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.fractalgoals.domain.goal.GoalEvent.GoalCreated;
import org.jspecify.annotations.Nullable;

/** Puts the events of all goals into one order: by time, each stream in its own order, parents before children. */
final class SyntheticHistory {

  /** @param place where it stands: never before what it rests on, whatever its own time says */
  private record Placed(LegacyEvent event, Instant place) {}

  private final List<Placed> events = new ArrayList<>();
  private final Map<String, Instant> creations = new HashMap<>();

  /**
   * Takes in the events of a goal. Its parent comes first.
   *
   * @param facts the creation, then what happened later
   * @param sourceRow the row all of them come from
   */
  void add(PlacedGoal goal, List<GoalFact> facts, String sourceRow) {
    var place = Optional.ofNullable(goal.parentId()).map(creations::get).orElse(Instant.MIN);
    for (var fact : facts) {
      place = later(place, fact.effectiveAt());
      var created = fact.event() instanceof GoalCreated;
      if (created) {
        creations.put(goal.id(), place);
      }
      events.add(new Placed(new LegacyEvent(fact.event(), goal.rootId(), fact.effectiveAt(),
          fact.flags(), created ? sourceRow : null), place));
    }
  }

  /** The sort is stable: at one moment, events stay in the order in which they were added. */
  List<LegacyEvent> inOrder() {
    return events.stream().sorted(Comparator.comparing(Placed::place)).map(Placed::event).toList();
  }

  private static Instant later(Instant place, @Nullable Instant time) {
    return time == null || time.isBefore(place) ? place : time;
  }
}
