package org.fractalgoals.migration.history;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;

import org.fractalgoals.domain.event.Envelope;
import org.fractalgoals.migration.clock.WrittenTime;
import org.fractalgoals.migration.legacy.CellValue;
import org.fractalgoals.migration.legacy.LegacyRow;
import org.jspecify.annotations.Nullable;

/** Reads cells as what the application meant by them, whatever their storage class. */
public final class Cells {

  private Cells() {}

  /** The text; empty for NULL and where there is no such column. */
  public static String text(LegacyRow row, String column) {
    return Objects.requireNonNullElse(row.text(column), "");
  }

  /** The text, or the digits of a number; null if there is none. Bytes are flagged and are no text. */
  public static @Nullable String text(LegacyRow row, String column, Collection<String> flags) {
    if (row.value(column) instanceof CellValue.Blob) {
      flags.add(Flags.unreadable(column));
      return null;
    }
    return row.text(column);
  }

  /** An id, null if the cell holds none that can be used: NULL, empty, bytes, or reserved. */
  public static @Nullable String id(LegacyRow row, String column) {
    var value = row.value(column);
    var text = value == null ? null : value.text();
    return text == null || text.isEmpty() || text.equals(Envelope.SYSTEM_ROOT)
        || value instanceof CellValue.Blob || value instanceof CellValue.BrokenText ? null : text;
  }

  /** Whether the cell says yes: a number other than zero, or the word. */
  public static boolean isTrue(LegacyRow row, String column) {
    return isTrue(row, column, false);
  }

  /** As {@link #isTrue(LegacyRow, String)}; NULL and a missing column say what they say. */
  public static boolean isTrue(LegacyRow row, String column, boolean otherwise) {
    return switch (row.value(column)) {
      case CellValue.Int(var number) -> number != 0;
      case CellValue.Real(var number) -> number != 0;
      case CellValue.Text(var text) -> text.equalsIgnoreCase("true") || text.equals("1");
      case CellValue.BrokenText broken -> false;
      case CellValue.Blob blob -> false;
      case CellValue.Null none -> otherwise;
      case null -> otherwise;
    };
  }

  /** A whole number, whatever its storage class; null if the cell holds none. */
  public static @Nullable Long integer(LegacyRow row, String column) {
    return switch (row.value(column)) {
      case CellValue.Int(var number) -> Long.valueOf(number);
      case CellValue.Real(var number) when number == Math.rint(number)
          && Math.abs(number) < 1L << 53 ->
        Long.valueOf((long) number);
      case null, default -> null;
    };
  }

  /** As {@link #integer(LegacyRow, String)}; anything else is flagged. */
  public static @Nullable Long integer(LegacyRow row, String column, Collection<String> flags) {
    return readable(row, column, integer(row, column), flags);
  }

  /** The day that the digits name, whatever time or zone stands behind them; null if they name none. */
  public static @Nullable LocalDate day(LegacyRow row, String column) {
    var text = row.text(column);
    return text == null ? null : WrittenTime.read(text).map(WrittenTime::day).orElse(null);
  }

  /** As {@link #day(LegacyRow, String)}; anything else is flagged. */
  public static @Nullable LocalDate day(LegacyRow row, String column, Collection<String> flags) {
    return readable(row, column, day(row, column), flags);
  }

  /** The digits of a day and a time of day, midnight if they name none, as they are; anything else is flagged. */
  public static @Nullable LocalDateTime digits(LegacyRow row, String column,
      Collection<String> flags) {
    var digits = Optional.ofNullable(row.text(column)).flatMap(WrittenTime::read)
        .map(written -> written.day()
            .atTime(Objects.requireNonNullElse(written.time(), LocalTime.MIDNIGHT)))
        .orElse(null);
    return readable(row, column, digits, flags);
  }

  private static <T> @Nullable T readable(LegacyRow row, String column, @Nullable T value,
      Collection<String> flags) {
    if (value == null && isSet(row, column)) {
      flags.add(Flags.unreadable(column));
    }
    return value;
  }

  /** Whether something stands in the column. */
  public static boolean isSet(LegacyRow row, String column) {
    return row.text(column) != null;
  }
}
