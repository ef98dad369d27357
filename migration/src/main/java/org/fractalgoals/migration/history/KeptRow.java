package org.fractalgoals.migration.history;

import java.util.List;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.migration.legacy.LegacyRow;
import org.jspecify.annotations.Nullable;

/**
 * A row that no event stands for and that is kept all the same.
 *
 * @param flags why
 * @param about what it speaks of; null if that is nothing known
 */
public record KeptRow(LegacyRow row, List<String> flags, @Nullable EntityRef about) {

  public KeptRow {
    flags = List.copyOf(flags);
  }
}
