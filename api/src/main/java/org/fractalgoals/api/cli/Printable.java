package org.fractalgoals.api.cli;

import java.util.regex.Pattern;

/** Texts that people typed, fit for a terminal: it must not obey them, nor break a line or turn it round in them. */
final class Printable {

  /** Joiners do no harm and hold emoji together. */
  private static final Pattern UNPRINTABLE = Pattern
      .compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}&&[^\\u200C\\u200D]]");

  private Printable() {}

  /** The text on one line, with a replacement character for each that would do something. */
  static String of(String text) {
    return UNPRINTABLE.matcher(text).replaceAll("\uFFFD");
  }
}
