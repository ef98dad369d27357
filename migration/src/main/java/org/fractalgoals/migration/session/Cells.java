package org.fractalgoals.migration.session;

import java.util.Collection;
import java.util.List;

import org.fractalgoals.migration.clock.LegacyTime;
import org.fractalgoals.migration.history.Flags;
import org.fractalgoals.migration.legacy.CellValue;
import org.fractalgoals.migration.legacy.LegacyRow;
import org.jspecify.annotations.Nullable;

/** Reads single cells of a row; what cannot be read is flagged. */
final class Cells {

  private Cells() {}

  /** An id, or a reference to one; null if there is none that can be used. */
  static @Nullable String id(LegacyRow row, String column) {
    return switch (row.value(column)) {
      case CellValue.Text(var text) when !text.isEmpty() -> text;
      case CellValue.Int number -> number.text();
      case CellValue.Real number -> number.text();
      case null, default -> null;
    };
  }

  /** A text, or the digits of a number; null if there is none, or bytes. */
  static @Nullable String text(LegacyRow row, String column, Collection<String> flags) {
    if (row.value(column) instanceof CellValue.Blob) {
      flags.add(Flags.unreadable(column));
      return null;
    }
    return row.text(column);
  }

  /** A whole number; null if there is none. */
  static @Nullable Long whole(LegacyRow row, String column, Collection<String> flags) {
    return switch (row.value(column)) {
      case CellValue.Int(var number) -> number;
      case CellValue.Real(var number) when number == Math.rint(number)
          && Math.abs(number) < 1L << 53 ->
        (long) number;
      case CellValue.Null none -> null;
      case null -> null;
      default -> {
        flags.add(Flags.unreadable(column));
        yield null;
      }
    };
  }

  /**
   * Flags what only free JSON says although the row has a place for it, and what the two say differently.
   *
   * @param row null if there is none
   */
  static void addOrigin(@Nullable LegacyRow row, String column, @Nullable Object inRow,
      @Nullable Object inJson, Collection<String> flags) {
    if (row == null || inJson == null) {
      return;
    }
    if (row.holdsNull(column)) {
      flags.add(Flags.jsonOnly(column));
    } else if (inRow != null && !inRow.equals(inJson)) {
      flags.add(Flags.jsonRowConflict(column));
    }
  }

  /** Whether the row says that the thing is done: a number other than zero, or the word. */
  static boolean isCompleted(LegacyRow row) {
    return switch (row.value("completed")) {
      case CellValue.Int(var number) -> number != 0;
      case CellValue.Real(var number) -> number != 0;
      case CellValue.Text(var text) -> text.equalsIgnoreCase("true");
      case null, default -> false;
    };
  }

  /** How a time was read; one that the file does not speak of is unknown, too. */
  static List<String> timeFlags(LegacyTime time) {
    return switch (time) {
      case LegacyTime.Known(var at, var rule) -> rule.isAssumption()
          ? List.of(Flags.clockAssumed(rule))
          : List.of();
      case LegacyTime.None none -> List.of(Flags.TIME_UNKNOWN);
      case LegacyTime.Unreadable unreadable -> List.of(Flags.TIME_UNKNOWN);
    };
  }
}
