package org.fractalgoals.process;

/** How long tests of chance go on: shortened, so that a build may wait for them, or whole with {@code -Dfractal.full=true}. */
public final class Thoroughness {

  private static final boolean FULL = Boolean.getBoolean("fractal.full");

  private Thoroughness() {}

  /** One of two numbers, such as of rounds. */
  public static int of(int shortened, int full) {
    return FULL ? full : shortened;
  }
}
