package org.fractalgoals.migration.clock;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;

import org.jspecify.annotations.Nullable;

/**
 * Reads {@code 2026-01-04 22:31:43.123456}, with or without fraction: what nearly all times of legacy files look like. A
 * formatter reads the same many times slower.
 */
final class UsualTime {

  private static final String SHAPE = "dddd-dd-dd dd:dd:dd";
  private static final int SECONDS_END = SHAPE.length();
  private static final int FRACTION_END = SECONDS_END + 7;

  private UsualTime() {}

  /** The time; null if the text looks otherwise, which says nothing about whether it is a time. */
  static @Nullable WrittenTime read(String text) {
    if (!hasShape(text)) {
      return null;
    }
    try {
      var day = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
      var hasFraction = text.length() == FRACTION_END;
      var micros = hasFraction ? number(text, SECONDS_END + 1, FRACTION_END) : 0;
      var time = LocalTime.of(number(text, 11, 13), number(text, 14, 16), number(text, 17, 19),
          micros * 1000);
      return new WrittenTime(day, time, null, !hasFraction);
    } catch (DateTimeException notATime) {
      return null;
    }
  }

  private static boolean hasShape(String text) {
    if (text.length() != SECONDS_END && text.length() != FRACTION_END) {
      return false;
    }
    for (int place = 0; place < SECONDS_END; place++) {
      var wanted = SHAPE.charAt(place);
      if (wanted == 'd' ? !isDigit(text.charAt(place)) : wanted != text.charAt(place)) {
        return false;
      }
    }
    for (int place = SECONDS_END; place < text.length(); place++) {
      if (place == SECONDS_END ? text.charAt(place) != '.' : !isDigit(text.charAt(place))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static int number(String text, int from, int to) {
    return Integer.parseInt(text, from, to, 10);
  }
}
