package org.fractalgoals.migration.goal;

import org.fractalgoals.domain.event.Imported;
import org.fractalgoals.migration.clock.ClockRule;

/** How facts of a legacy file were interpreted, in the words of the report. */
final class Flags {

  /** The goal's root is NULL in the file and was found at the top of its parents. */
  static final String ROOT_NULL_DERIVED = "ROOT_NULL_DERIVED";

  /** The goal's root in the file is no goal; the top of its parents was taken. */
  static final String ROOT_MISSING = "ROOT_MISSING";

  /** The goal's root in the file is another goal than the top of its parents, which was taken. */
  static final String ROOT_CONTRADICTED = "STALE_COPY(root_id)";

  /** When it happened cannot be told. */
  static final String TIME_UNKNOWN = "TIME_UNKNOWN";

  /** There is a deadline in the file that is not a day; the goal has none. */
  static final String DEADLINE_UNREADABLE = "TIME_UNKNOWN(deadline)";

  /** The deadline is before the day of creation. */
  static final String DEADLINE_PRECEDES_CREATION = Imported.CHECK_VIOLATED + "(deadline)";

  private Flags() {}

  static String clockAssumed(ClockRule rule) {
    return "CLOCK_ASSUMED(" + rule.code() + ")";
  }
}
