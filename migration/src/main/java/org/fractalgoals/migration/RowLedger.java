package org.fractalgoals.migration;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.fractalgoals.domain.imports.ImportEvent.TableRows;
import org.fractalgoals.migration.legacy.LegacyRow;
import org.fractalgoals.migration.legacy.LegacySchema;

/** Sees to it that each row of a file ends in exactly one place. */
final class RowLedger {

  /** Where a row ends. */
  enum Destination {
    TOLD, KEPT, UNCHANGED,
    /** Nowhere: what it speaks of was purged. */
    SKIPPED
  }

  private static final long USUAL_ROWIDS = 1L << 26;

  private static final class Page {
    private final BitSet rowids = new BitSet();
    /** What has no rowid, or an unusual one. */
    private final Set<Object> others = new HashSet<>();
    private long entered;
    private final Map<Destination, Long> counts = new EnumMap<>(Destination.class);

    private boolean add(LegacyRow row) {
      var place = place(row);
      if (place < 0) {
        return others.add(identity(row));
      }
      var isNew = !rowids.get(place);
      rowids.set(place);
      return isNew;
    }

    private boolean has(LegacyRow row) {
      var place = place(row);
      return place < 0 ? others.contains(identity(row)) : rowids.get(place);
    }

    private long count(Destination destination) {
      return counts.getOrDefault(destination, 0L);
    }
  }

  private final Map<String, Page> pages = new HashMap<>();

  /** @throws IllegalStateException if the row has ended somewhere already */
  void enter(LegacyRow row, Destination destination) {
    var page = pages.computeIfAbsent(row.table(), table -> new Page());
    if (!page.add(row)) {
      throw new IllegalStateException(
          "a row of %s was taken twice: %s".formatted(row.table(), identity(row)));
    }
    page.entered++;
    page.counts.merge(destination, 1L, Long::sum);
  }

  boolean has(LegacyRow row) {
    var page = pages.get(row.table());
    return page != null && page.has(row);
  }

  /** How many rows of a table have ended somewhere. */
  long entered(String table) {
    var page = pages.get(table);
    return page == null ? 0 : page.entered;
  }

  /** Rowids grow from 1 where nobody has chosen them: one bit each is enough. Negative for one that is unusual. */
  private static int place(LegacyRow row) {
    var rowid = row.rowid();
    return rowid != null && rowid >= 0 && rowid < USUAL_ROWIDS ? rowid.intValue() : -1;
  }

  private static Object identity(LegacyRow row) {
    return row.rowid() == null ? row.key() : row.rowid();
  }

  /**
   * What became of all tables, by name.
   *
   * @throws IllegalStateException if some row has ended nowhere
   */
  List<TableRows> tables(LegacySchema schema) {
    var tables = new ArrayList<TableRows>();
    for (var table : schema.tables()) {
      var page = pages.getOrDefault(table.name(), new Page());
      var rows = new TableRows(table.name(), table.rows(), page.count(Destination.TOLD),
          page.count(Destination.KEPT), page.count(Destination.UNCHANGED));
      if (rows.skipped() != page.count(Destination.SKIPPED)) {
        throw new IllegalStateException("%d of %d rows of %s were taken".formatted(page.entered,
            table.rows(), table.name()));
      }
      tables.add(rows);
    }
    return tables;
  }
}
