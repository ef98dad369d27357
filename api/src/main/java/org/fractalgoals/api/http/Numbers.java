package org.fractalgoals.api.http;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Reads numbers as clients write them, be it as JSON numbers or as texts. */
final class Numbers {

  /** How long a text may be that is a number: reading a longer one would take ever longer. */
  static final int LONGEST = StrictJson.DIGITS;

  /** Possessive: there is one way to read a text, or none. */
  private static final Pattern DECIMAL = Pattern
      .compile("[+-]?+(?:[0-9]++(?:\\.[0-9]*+)?+|\\.[0-9]++)(?:[eE][+-]?+[0-9]++)?+");

  private static final Pattern INFINITE = Pattern.compile("[+-]?inf(?:inity)?",
      Pattern.CASE_INSENSITIVE);

  private static final Pattern NOT_ZERO = Pattern.compile("[-+.0]*[1-9].*");

  private Numbers() {}

  /** A whole number of 64 bits, {@code 45}, {@code 45.0} or {@code 4.5e1}; empty if the text is none. */
  static Optional<Long> integer(String text) {
    var stripped = text.strip();
    if (!isDecimal(stripped)) {
      return Optional.empty();
    }
    try {
      return Optional.of(new BigDecimal(stripped).longValueExact());
    } catch (ArithmeticException | NumberFormatException notWholeOrTooLong) {
      return Optional.empty();
    }
  }

  private static boolean isDecimal(String text) {
    return text.length() <= LONGEST && DECIMAL.matcher(text).matches();
  }

  /** Infinite for what is beyond the bounds of a double; empty if the text is no number. */
  static OptionalDouble decimal(String text) {
    var stripped = text.strip();
    if (isDecimal(stripped)) {
      return OptionalDouble.of(Double.parseDouble(stripped));
    }
    return INFINITE.matcher(stripped).matches()
        ? OptionalDouble.of(Double.POSITIVE_INFINITY)
        : OptionalDouble.empty();
  }

  /** Whether a JSON number is another one than zero. */
  static boolean isNotZero(String number) {
    return NOT_ZERO.matcher(number).matches();
  }
}
