package org.fractalgoals.migration.session;

import java.util.Collection;

import org.fractalgoals.migration.history.Flags;
import org.fractalgoals.migration.legacy.LegacyRow;
import org.jspecify.annotations.Nullable;

/** Compares what a row and free JSON say of the same. */
final class Origins {

  private Origins() {}

  /**
   * Flags what only free JSON says although the row has a place for it, and what the two say differently.
   *
   * @param row null if there is none
   */
  static void flag(@Nullable LegacyRow row, String column, @Nullable Object inRow,
      @Nullable Object inJson, Collection<String> flags) {
    if (row == null || inJson == null) {
      return;
    }
    if (row.holdsNull(column)) {
      flags.add(Flags.jsonOnly(column));
    } else if (inRow != null && !inRow.equals(inJson)) {
      flags.add(Flags.jsonRowConflict(column));
    }
  }
}
