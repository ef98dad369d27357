package org.fractalgoals.domain.audit;

import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many events there are.
 *
 * @param total all of them
 * @param byDay by the day on which they happened, in the zone of the store
 * @param byType by stable type name
 * @param byActor by who acted
 */
public record AuditCounts(long total, SortedMap<LocalDate, Long> byDay,
    SortedMap<String, Long> byType, SortedMap<String, Long> byActor) {

  public AuditCounts {
    byDay = Collections.unmodifiableSortedMap(new TreeMap<>(byDay));
    byType = Collections.unmodifiableSortedMap(new TreeMap<>(byType));
    byActor = Collections.unmodifiableSortedMap(new TreeMap<>(byActor));
  }
}
