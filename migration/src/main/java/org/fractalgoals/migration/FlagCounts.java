package org.fractalgoals.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** How often facts were interpreted in each way, and of what. */
public final class FlagCounts {

  /** So many ids are enough to look into it; the audit has the rest. */
  private static final int IDS = 100;

  /** One way of interpreting. */
  public static final class Count {
    private long events;
    private final List<String> ids = new ArrayList<>();

    /** Events and rows that carry the flag. */
    public long events() {
      return events;
    }

    /** The first of the things they are about, each once. */
    public List<String> ids() {
      return List.copyOf(ids);
    }
  }

  private final SortedMap<String, Count> counts = new TreeMap<>();

  void add(List<String> flags, String id) {
    for (var flag : flags) {
      var count = counts.computeIfAbsent(flag, any -> new Count());
      count.events++;
      if (count.ids.size() < IDS && !count.ids.contains(id)) {
        count.ids.add(id);
      }
    }
  }

  /** By name of the flag. */
  public SortedMap<String, Count> counts() {
    return new TreeMap<>(counts);
  }
}
