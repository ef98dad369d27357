package org.fractalgoals.projections.verify;

import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

/** Cells as people can tell them apart: by storage class and value. */
final class Shown {

  /** So much of a text is shown. */
  private static final int LENGTH = 100;

  /** And so much before the place where two texts begin to differ. */
  private static final int CONTEXT = 20;

  private Shown() {}

  /** A cell from its beginning on. */
  static String of(@Nullable Object cell) {
    return from(0, cell);
  }

  /** A cell around the place where it begins to differ from another. */
  static String of(@Nullable Object cell, @Nullable Object other) {
    return cell instanceof String text && other instanceof String otherText
        ? from(Math.max(0, differAt(text, otherText) - CONTEXT), cell)
        : of(cell);
  }

  private static int differAt(String one, String other) {
    int index = 0;
    while (index < one.length() && index < other.length()
        && one.charAt(index) == other.charAt(index)) {
      index++;
    }
    return index;
  }

  private static String from(int begin, @Nullable Object cell) {
    return switch (cell) {
      case null -> "null";
      case String text -> excerpt(text, begin);
      case byte[] bytes -> "x'%s'".formatted(HexFormat.of().formatHex(bytes));
      default -> cell.toString();
    };
  }

  private static String excerpt(String text, int begin) {
    if (text.length() <= LENGTH) {
      return "\"" + text + "\"";
    }
    int end = Math.min(text.length(), begin + LENGTH);
    return (begin > 0 ? "…\"" : "\"") + text.substring(begin, end)
        + (end < text.length() ? "\"…" : "\"");
  }
}
