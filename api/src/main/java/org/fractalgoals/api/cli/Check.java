package org.fractalgoals.api.cli;

import java.util.List;

/**
 * One thing that was looked at.
 *
 * @param name what was checked, for people and programs
 * @param detail a sentence or less about what was seen
 * @param differences how many differences there are
 * @param first the first of them, as far as they can be told one by one
 */
record Check(String name, Result result, String detail, long differences, List<Finding> first) {

  /** What came of a check. The name in lower case is what programs read. */
  enum Result {
    /** Everything is as it must be. */
    OK,
    /** Something is not. */
    DIFFERENT,
    /** There was no need, or nothing to compare with. */
    SKIPPED,
    /** It had to be done and could not. */
    FAILED
  }

  Check {
    first = List.copyOf(first);
  }

  static Check ok(String name, String detail) {
    return new Check(name, Result.OK, detail, 0, List.of());
  }

  static Check different(String name, String detail) {
    return new Check(name, Result.DIFFERENT, detail, 1, List.of());
  }

  static Check skipped(String name, String why) {
    return new Check(name, Result.SKIPPED, "not checked: " + why, 0, List.of());
  }

  static Check failed(String name, String why) {
    return new Check(name, Result.FAILED, why, 0, List.of());
  }

  /** Good if there are no differences. */
  static Check of(String name, String detail, long differences, List<Finding> first) {
    return differences == 0
        ? ok(name, detail)
        : new Check(name, Result.DIFFERENT, "%s, %s".formatted(detail,
            Counted.of(differences, "difference")), differences, first);
  }
}
