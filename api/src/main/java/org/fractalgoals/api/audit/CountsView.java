package org.fractalgoals.api.audit;

import java.util.Map;
import java.util.TreeMap;

import org.fractalgoals.domain.audit.AuditCounts;

/**
 * How many events there are.
 *
 * @param byDay by the day on which they happened, such as {@code 2026-03-04}
 */
record CountsView(long total, Map<String, Long> byDay, Map<String, Long> byType,
    Map<String, Long> byActor) {

  static CountsView of(AuditCounts counts) {
    var byDay = new TreeMap<String, Long>();
    counts.byDay().forEach((day, events) -> byDay.put(day.toString(), events));
    return new CountsView(counts.total(), byDay, counts.byType(), counts.byActor());
  }
}
