package org.fractalgoals.migration.goal;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.fractalgoals.migration.clock.RowTimes;

/**
 * When goals came into being, also those whose rows do not say so: no later than anything known of them or of what
 * stands below, else with their parent, else with the import.
 */
final class Creations {

  private final Map<String, Instant> byId = new HashMap<>();

  /**
   * @param goals parents before children
   * @param times of each of the goals
   * @param importedAt where nothing at all is known
   */
  Creations(List<PlacedGoal> goals, Map<String, RowTimes> times, Instant importedAt) {
    var earliest = earliest(goals, times);
    for (var goal : goals) {
      var known = Optional.ofNullable(times.get(goal.id())).map(RowTimes::created)
          .map(created -> created.at());
      byId.put(goal.id(), known.or(() -> Optional.ofNullable(earliest.get(goal.id())))
          .or(() -> Optional.ofNullable(goal.parentId()).map(byId::get)).orElse(importedAt));
    }
  }

  /** The creation of a goal, as far as it can be told. */
  Instant of(String goalId) {
    var creation = byId.get(goalId);
    if (creation == null) {
      throw new IllegalArgumentException("the goal " + goalId + " is not among them");
    }
    return creation;
  }

  private static Map<String, Instant> earliest(List<PlacedGoal> goals,
      Map<String, RowTimes> times) {
    var earliest = new HashMap<String, Instant>();
    for (int place = goals.size() - 1; place >= 0; place--) {
      var goal = goals.get(place);
      var own = Optional.ofNullable(times.get(goal.id())).flatMap(RowTimes::earliest);
      Stream.concat(own.stream(), Stream.ofNullable(earliest.get(goal.id())))
          .min(Comparator.naturalOrder()).ifPresent(moment -> {
            earliest.put(goal.id(), moment);
            if (goal.parentId() != null) {
              earliest.merge(goal.parentId(), moment,
                  (one, other) -> one.isBefore(other) ? one : other);
            }
          });
    }
    return earliest;
  }
}
