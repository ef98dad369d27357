package org.fractalgoals.legacy;

/**
 * How many things of a kind there are among so many rows of a real file. What is written for each session - links,
 * instances, values, notes - follows from the sessions.
 *
 * @param shares how many files as large as the real one the rows would fill
 */
record Proportions(double shares) {

  private static final double ROWS_OF_THE_REAL_FILE = 677;

  static Proportions of(double rows) {
    return new Proportions(rows / ROWS_OF_THE_REAL_FILE);
  }

  private int times(int inTheRealFile) {
    return (int) Math.max(1, Math.round(shares * inTheRealFile));
  }

  int goals() {
    return times(28);
  }

  int groups() {
    return times(7);
  }

  int activities() {
    return times(28);
  }

  int metrics() {
    return times(34);
  }

  int templates() {
    return times(7);
  }

  int programs() {
    return times(2);
  }

  int sessions() {
    return times(34);
  }

  /** Sessions whose fractal is missing. */
  int lostSessions() {
    return times(3);
  }

  /** Templates whose fractal is missing. */
  int lostTemplates() {
    return times(5);
  }

  /** Activities, each with a group of its own, whose fractal is missing. */
  int lostActivities() {
    return times(61);
  }

  /** Instances whose session is missing. */
  int lostInstances() {
    return times(44);
  }
}
