package org.fractalgoals.migration;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.migration.legacy.LegacyRow;

/** The rows of a file that are not in the store because what they speak of was purged; nothing of them is kept. */
public final class SkippedRows {

  /** So many things are enough to know them again. */
  private static final int THINGS = 100;

  private long count;
  private final Set<String> things = new LinkedHashSet<>();
  private final Map<String, List<Long>> rowids = new TreeMap<>();

  void add(LegacyRow row, EntityRef about) {
    count++;
    if (things.size() < THINGS) {
      things.add(about.toString());
    }
    if (row.rowid() != null) {
      rowids.computeIfAbsent(row.table(), table -> new ArrayList<>()).add(row.rowid());
    }
  }

  /** How many. */
  public long count() {
    return count;
  }

  /** The first of the things they are about, each once. */
  public List<String> things() {
    return List.copyOf(things);
  }

  /** Which rows, by table; those of tables without rowids are only counted. */
  public Map<String, List<Long>> rowids() {
    return Map.copyOf(rowids);
  }
}
