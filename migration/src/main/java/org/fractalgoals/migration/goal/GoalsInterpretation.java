package org.fractalgoals.migration.goal;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.fractalgoals.domain.event.JsonText;
import org.fractalgoals.migration.clock.ClockRules;
import org.fractalgoals.migration.clock.RowTimes;
import org.fractalgoals.migration.legacy.LegacyFile;
import org.fractalgoals.migration.legacy.LegacyRow;
import org.fractalgoals.migration.legacy.LegacySchema;
import org.fractalgoals.migration.legacy.RawRow;

/**
 * Reads the goals of a file of any stage as a history. Sessions that live among them are counted and left.
 *
 * @param zone the zone of the store, in which local times are read, too
 * @param json makes the text of targets opaque, malformed as it may be
 */
public record GoalsInterpretation(ZoneId zone, Function<String, JsonText> json) {

  private static final String SESSION_TYPE = "PracticeSession";

  /**
   * Reads all rows of goals.
   *
   * @param importedAt stands in for the creation of a goal of which no time at all is known
   */
  public LegacyGoals of(LegacyFile file, Instant importedAt) {
    Map<Boolean, List<LegacyRow>> rows = file.rows(LegacySchema.GOALS).stream()
        .collect(Collectors.partitioningBy(row -> SESSION_TYPE.equals(row.text("type"))));
    var sessions = rows.getOrDefault(true, List.of());
    var goals = rows.getOrDefault(false, List.of());
    var forest = GoalForest.grow(goals, sessionIds(file, sessions));
    return new LegacyGoals(sessions.size() + (long) goals.size(), sessions.size(),
        forest.goals().size(), forest.fractals(), forest.leftOut(),
        history(file, forest.goals(), importedAt));
  }

  private static Set<String> sessionIds(LegacyFile file, List<LegacyRow> amongGoals) {
    return Stream
        .of(amongGoals, file.rows(LegacySchema.PRACTICE_SESSIONS), file.rows(LegacySchema.SESSIONS))
        .flatMap(List::stream).map(row -> row.text("id")).filter(Objects::nonNull)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private List<LegacyEvent> history(LegacyFile file, List<PlacedGoal> goals, Instant importedAt) {
    var clocks = new ClockRules(zone);
    Map<String, RowTimes> times = goals.stream()
        .collect(Collectors.toMap(PlacedGoal::id, goal -> clocks.times(goal.row())));
    var creations = new Creations(goals, times, importedAt);
    var reading = new RowReading(zone, json, times.keySet());
    var history = new SyntheticHistory();
    for (var goal : goals) {
      var known = Objects.requireNonNull(times.get(goal.id()));
      var facts = new ArrayList<GoalFact>();
      facts.add(reading.created(goal, known, creations.of(goal.id())));
      facts.addAll(GoalHistory.of(goal, known));
      history.add(goal, facts, RawRow.json(file.copy().sha256(), file.stage(), goal.row()));
    }
    return history.inOrder();
  }
}
