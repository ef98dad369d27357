package org.fractalgoals.domain.purge;

import java.util.Map;
import java.util.TreeMap;

import org.fractalgoals.domain.entity.Kind;

/**
 * What a purge erases, in figures.
 *
 * @param things how many things of each kind; none that there are none of
 * @param events how many events are emptied
 * @param rows how many of these carry the row of a legacy file
 */
public record PurgeOutline(Map<Kind, Long> things, long events, long rows) {

  public PurgeOutline {
    things = new TreeMap<>(things);
  }

  /** How many things. */
  public long count() {
    return things.values().stream().mapToLong(Long::longValue).sum();
  }
}
