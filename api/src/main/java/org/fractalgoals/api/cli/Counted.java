package org.fractalgoals.api.cli;

/** Numbers of things, in words. */
final class Counted {

  private Counted() {}

  /** {@code 1 row}, {@code 2 rows}. */
  static String of(long number, String thing) {
    return number == 1 ? "1 " + thing : "%d %ss".formatted(number, thing);
  }
}
