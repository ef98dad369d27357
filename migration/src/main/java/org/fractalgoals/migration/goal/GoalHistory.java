package org.fractalgoals.migration.goal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.fractalgoals.domain.goal.GoalEvent;
import org.fractalgoals.domain.goal.GoalEvent.GoalCompleted;
import org.fractalgoals.domain.goal.GoalEvent.GoalDeleted;
import org.fractalgoals.domain.goal.GoalEvent.GoalTouched;
import org.fractalgoals.migration.clock.LegacyTime;
import org.fractalgoals.migration.clock.RowTimes;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a goal after its creation, in the order of the known times. Of the others, a completion comes just
 * before the deletion, because nothing completes a deleted goal; all else comes last.
 */
final class GoalHistory {

  /** An event as it happened at a moment, null for an unknown one. */
  private interface Happening {
    GoalEvent at(@Nullable Instant moment);
  }

  private GoalHistory() {}

  static List<GoalFact> of(PlacedGoal goal, RowTimes times) {
    var facts = Stream.of(completed(goal, times), deleted(goal, times), touched(goal, times))
        .flatMap(Optional::stream).collect(Collectors.toCollection(ArrayList::new));
    facts.sort(Comparator.comparing(fact -> fact.effectiveAt() == null ? Instant.MAX
        : fact.effectiveAt()));
    int completion = indexOf(facts, GoalCompleted.class);
    int deletion = indexOf(facts, GoalDeleted.class);
    if (completion > deletion && deletion >= 0 && facts.get(completion).effectiveAt() == null) {
      facts.add(deletion, facts.remove(completion));
    }
    return facts;
  }

  private static int indexOf(List<GoalFact> facts, Class<? extends GoalEvent> type) {
    for (int place = 0; place < facts.size(); place++) {
      if (type.isInstance(facts.get(place).event())) {
        return place;
      }
    }
    return -1;
  }

  private static Optional<GoalFact> completed(PlacedGoal goal, RowTimes times) {
    return RowReading.isCompleted(goal.row())
        ? Optional.of(fact(times.completed(), at -> new GoalCompleted(goal.id(), at)))
        : Optional.empty();
  }

  private static Optional<GoalFact> deleted(PlacedGoal goal, RowTimes times) {
    return times.deleted() instanceof LegacyTime.None
        ? Optional.empty()
        : Optional.of(fact(times.deleted(), at -> new GoalDeleted(goal.id(), at)));
  }

  /** A last change that another event accounts for already is no event of its own. */
  private static Optional<GoalFact> touched(PlacedGoal goal, RowTimes times) {
    var at = times.updated().at();
    var others = Stream.of(times.created(), times.deleted(),
        RowReading.isCompleted(goal.row()) ? times.completed() : new LegacyTime.None());
    boolean known = at != null && others.anyMatch(other -> at.equals(other.at()));
    return known || times.updated() instanceof LegacyTime.None
        ? Optional.empty()
        : Optional.of(fact(times.updated(), moment -> new GoalTouched(goal.id(), moment)));
  }

  private static GoalFact fact(LegacyTime time, Happening happening) {
    return new GoalFact(happening.at(time.at()), time.at(), RowReading.timeFlags(time));
  }
}
