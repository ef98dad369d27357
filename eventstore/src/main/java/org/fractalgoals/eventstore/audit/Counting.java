package org.fractalgoals.eventstore.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.TreeMap;

import org.fractalgoals.domain.audit.AuditCounts;
import org.fractalgoals.eventstore.codec.Micros;

/** Counts events by what charts show. */
final class Counting {

  /** Offsets of zones from UTC are whole quarters of an hour. */
  private static final long QUARTER = 900_000_000L;

  private final ZoneId zone;
  private final TreeMap<LocalDate, Long> byDay = new TreeMap<>();
  private final TreeMap<String, Long> byType = new TreeMap<>();
  private final TreeMap<String, Long> byActor = new TreeMap<>();
  private long total;

  Counting(ZoneId zone) {
    this.zone = zone;
  }

  /** Everything there is, by indexes alone. */
  void countAll(Connection connection) throws SQLException {
    try (var select = connection.createStatement()) {
      try (var rows = select.executeQuery("""
        SELECT effective_at / 900000000, count(*) FROM events INDEXED BY events_root_effective
         GROUP BY 1
        """)) {
        while (rows.next()) {
          byDay.merge(day(rows.getLong(1) * QUARTER), rows.getLong(2), Long::sum);
          total += rows.getLong(2);
        }
      }
      try (var rows = select.executeQuery("""
        SELECT type, count(*) FROM events INDEXED BY events_type GROUP BY type
        """)) {
        while (rows.next()) {
          byType.put(rows.getString(1), rows.getLong(2));
        }
      }
      try (var rows = select.executeQuery("""
        SELECT actor, count(*) FROM events INDEXED BY events_actor GROUP BY actor
        """)) {
        while (rows.next()) {
          byActor.put(rows.getString(1), rows.getLong(2));
        }
      }
    }
  }

  /** One event more. */
  void count(long effectiveAt, String type, String actor) {
    byDay.merge(day(effectiveAt), 1L, Long::sum);
    byType.merge(type, 1L, Long::sum);
    byActor.merge(actor, 1L, Long::sum);
    total++;
  }

  private LocalDate day(long micros) {
    return LocalDate.ofInstant(Micros.toInstant(micros), zone);
  }

  AuditCounts counts() {
    return new AuditCounts(total, byDay, byType, byActor);
  }
}
