package org.fractalgoals.eventstore.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import javax.sql.DataSource;

import org.fractalgoals.domain.audit.AuditCounts;
import org.fractalgoals.domain.audit.AuditFilter;
import org.fractalgoals.domain.audit.AuditPage;
import org.fractalgoals.domain.audit.AuditTrail;
import org.fractalgoals.domain.audit.AuditedEvent;
import org.fractalgoals.eventstore.audit.AuditRows.Row;
import org.fractalgoals.eventstore.codec.EventCodec;
import org.fractalgoals.eventstore.codec.Micros;
import org.fractalgoals.eventstore.fault.StoreFault;
import org.jspecify.annotations.Nullable;

/** The audit trail of a store. */
public final class StoredAudit implements AuditTrail {

  /** How many events one question looks at that may not be asked for. */
  private static final int MOST_LOOKED_AT = 10_000;
  private static final int LOOKED_AT_AT_ONCE = 500;
  private static final int COUNTED_AT_ONCE = 5_000;

  private interface Query<T> {
    T ask(Connection connection) throws SQLException;
  }

  private final DataSource readers;
  private final EventCodec codec;
  private final ZoneId zone;

  /**
   * @param zone in which days are counted
   */
  public StoredAudit(DataSource readers, EventCodec codec, ZoneId zone) {
    this.readers = readers;
    this.codec = codec;
    this.zone = zone;
  }

  @Override
  public AuditPage page(AuditFilter filter, long before, int limit) {
    return ask(connection -> {
      var positions = new PositionsAsked(connection, filter);
      var rows = new AuditRows(connection, codec);
      var found = new ArrayList<AuditedEvent>();
      long end = Math.min(before, positions.end());
      for (int lookedAt = 0; lookedAt < MOST_LOOKED_AT;) {
        int step = lookedAt == 0 ? limit + 1 : LOOKED_AT_AT_ONCE;
        var next = positions.before(end, step);
        for (var row : rows.at(next, filter)) {
          if (isAskedFor(row, rows, filter)) {
            if (found.size() == limit) {
              return new AuditPage(found, found.getLast().position());
            }
            found.add(rows.whole(row));
          }
        }
        if (next.size() < step) {
          return new AuditPage(found, null);
        }
        lookedAt += step;
        end = next.getLast();
      }
      return new AuditPage(found, end);
    });
  }

  private static boolean isAskedFor(Row row, AuditRows rows, AuditFilter filter) {
    if (filter.text() != null && !contains(row.payload(), filter.text())) {
      return false;
    }
    return filter.thing() == null || rows.isAbout(row, filter.thing());
  }

  private static boolean contains(@Nullable String payload, String text) {
    return payload != null
        && payload.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
  }

  @Override
  public List<AuditedEvent> stream(String stream, long sequence, int limit) {
    return ask(
        connection -> new AuditRows(connection, codec).stream(stream, sequence, limit));
  }

  @Override
  public List<Earlier> earlier(String stream, long sequence, int limit) {
    return ask(
        connection -> new AuditRows(connection, codec).earlier(stream, sequence, limit));
  }

  @Override
  public Optional<AuditedEvent> event(String eventId) {
    return ask(connection -> new AuditRows(connection, codec).event(eventId));
  }

  @Override
  public AuditCounts counts(AuditFilter filter) {
    return ask(connection -> {
      var counting = new Counting(zone);
      if (filter.equals(AuditFilter.ALL)) {
        counting.countAll(connection);
      } else {
        count(filter, connection, counting);
      }
      return counting.counts();
    });
  }

  private void count(AuditFilter filter, Connection connection, Counting counting)
      throws SQLException {
    var positions = new PositionsAsked(connection, filter);
    var rows = new AuditRows(connection, codec);
    var next = positions.before(positions.end(), COUNTED_AT_ONCE);
    while (!next.isEmpty()) {
      if (filter.looksInside()) {
        rows.at(next, filter).stream().filter(row -> isAskedFor(row, rows, filter))
            .map(Row::bare).forEach(event -> counting.count(Micros.of(event.effectiveAt()),
                event.type(), event.actor()));
      } else {
        rows.briefly(next, filter, counting::count);
      }
      next = positions.before(next.getLast(), COUNTED_AT_ONCE);
    }
  }

  @Override
  public Set<String> types() {
    return codec.typeNames();
  }

  private <T> T ask(Query<T> query) {
    try (var connection = readers.getConnection()) {
      return query.ask(connection);
    } catch (SQLException e) {
      throw new StoreFault("The event store could not be read: " + e.getMessage(), e);
    }
  }
}
