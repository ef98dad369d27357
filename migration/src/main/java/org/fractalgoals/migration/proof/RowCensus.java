package org.fractalgoals.migration.proof;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.fractalgoals.domain.imports.ImportEvent.TableRows;

/**
 * Counts how many rows of an import may be missing. It recorded how many there were; an event that was purged since tells
 * no more whether it carried a row, so there is one missing for each at most. Whatever else is missing is lost.
 */
final class RowCensus {

  private final Map<String, Long> own = new HashMap<>();
  private final Map<String, Long> purged = new HashMap<>();
  private long purgedEvents;

  /** An event of the import itself has a row of the table. */
  void sawOwn(String table) {
    own.merge(table, 1L, Long::sum);
  }

  /** An event of the import was purged. */
  void sawPurgedEvent() {
    purgedEvents++;
  }

  /** A row of the table that an earlier import had was purged. */
  void sawPurgedRow(String table) {
    purged.merge(table, 1L, Long::sum);
  }

  /** Nothing more is to come; the import recorded this. */
  void closeWith(List<TableRows> tables) {
    var goneSince = new HashMap<String, Long>();
    for (var table : tables) {
      purged.merge(table.table(), table.skipped(), Long::sum);
      goneSince.put(table.table(), Math.max(0,
          table.told() + table.kept() - own.getOrDefault(table.table(), 0L)));
    }
    if (goneSince.values().stream().mapToLong(Long::longValue).sum() <= purgedEvents) {
      goneSince.forEach((table, rows) -> purged.merge(table, rows, Long::sum));
    }
  }

  /** How many rows may be missing, by table; tables without such rows are left out. */
  Map<String, Long> purged() {
    purged.values().removeIf(rows -> rows == 0);
    return purged;
  }
}
