package org.fractalgoals.migration.goal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.JsonText;
import org.fractalgoals.domain.goal.GoalEvent.GoalCreated;
import org.fractalgoals.migration.clock.LegacyTime;
import org.fractalgoals.migration.clock.RowTimes;
import org.fractalgoals.migration.clock.WrittenTime;
import org.fractalgoals.migration.legacy.CellValue;
import org.fractalgoals.migration.legacy.LegacyRow;

/**
 * Reads the creation of a goal out of its row. Whatever stands there is taken as it is; what breaks a rule is flagged.
 *
 * @param zone the zone of the store
 * @param json makes the text of targets opaque, malformed as it may be
 * @param knownIds ids of all goals that are imported
 */
record RowReading(ZoneId zone, Function<String, JsonText> json, Set<String> knownIds) {

  /**
   * @param creation when it came into being, as far as it can be told
   */
  GoalFact created(PlacedGoal goal, RowTimes times, Instant creation) {
    var row = goal.row();
    var day = creation.atZone(zone).toLocalDate();
    var deadline = deadline(row);
    var created = new GoalCreated(goal.id(), goal.rootId(),
        goal.parentId() == null ? null : EntityRef.goal(goal.parentId()), text(row, "type"),
        text(row, "name"), text(row, "description"), deadline.orElse(null),
        Optional.ofNullable(row.text("targets")).map(json).orElse(null),
        row.value("sort_order") instanceof CellValue.Int(var place) ? place : 0, day,
        times.created().at());
    var flags = new ArrayList<>(timeFlags(times.created()));
    rootFlag(goal).ifPresent(flags::add);
    flags.addAll(deadlineFlags(row, deadline, day));
    return new GoalFact(created, creation, flags);
  }

  /** How a time was read; a creation that the file does not speak of is unknown, too. */
  static List<String> timeFlags(LegacyTime time) {
    return switch (time) {
      case LegacyTime.Known(var at, var rule) -> rule.isAssumption()
          ? List.of(Flags.clockAssumed(rule))
          : List.of();
      case LegacyTime.None none -> List.of(Flags.TIME_UNKNOWN);
      case LegacyTime.Unreadable unreadable -> List.of(Flags.TIME_UNKNOWN);
    };
  }

  /** Whether the row says that the goal is done: a number other than zero, or the word. */
  static boolean isCompleted(LegacyRow row) {
    return switch (row.value("completed")) {
      case CellValue.Int(var number) -> number != 0;
      case CellValue.Real(var number) -> number != 0;
      case CellValue.Text(var text) -> text.equalsIgnoreCase("true");
      case null, default -> false;
    };
  }

  private static String text(LegacyRow row, String column) {
    return Objects.requireNonNullElse(row.text(column), "");
  }

  /** The day its digits name, whatever time or zone stands behind them. */
  private static Optional<LocalDate> deadline(LegacyRow row) {
    return Optional.ofNullable(row.text("deadline")).flatMap(WrittenTime::read)
        .map(WrittenTime::day);
  }

  private static List<String> deadlineFlags(LegacyRow row, Optional<LocalDate> deadline,
      LocalDate createdDay) {
    if (deadline.isEmpty()) {
      return row.text("deadline") == null ? List.of() : List.of(Flags.DEADLINE_UNREADABLE);
    }
    return deadline.get().isBefore(createdDay)
        ? List.of(Flags.DEADLINE_PRECEDES_CREATION)
        : List.of();
  }

  private Optional<String> rootFlag(PlacedGoal goal) {
    if (goal.row().holdsNull("root_id")) {
      return Optional.of(Flags.ROOT_NULL_DERIVED);
    }
    var root = goal.row().text("root_id");
    if (root == null || root.equals(goal.rootId())) {
      return Optional.empty();
    }
    return Optional.of(knownIds.contains(root) ? Flags.ROOT_CONTRADICTED : Flags.ROOT_MISSING);
  }
}
