package org.fractalgoals.eventstore.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.fractalgoals.domain.audit.AuditFilter;
import org.fractalgoals.domain.event.Source;
import org.fractalgoals.eventstore.codec.Micros;
import org.jspecify.annotations.Nullable;

/**
 * The positions of all events that a filter can mean, and of some more: of the indexes that know something of it the one
 * that leaves the fewest is taken.
 */
final class PositionsAsked {

  /** Which index leaves the fewest is told by so many entries. */
  private static final int PROBE = 2000;

  private final Connection connection;
  private final long first;
  private final long end;
  private final Route route;

  PositionsAsked(Connection connection, AuditFilter filter) throws SQLException {
    this.connection = connection;
    var recorded = filter.recorded();
    long last = number("SELECT coalesce(max(position), 0) FROM events");
    this.first = recorded.from() == null ? 1 : firstRecorded(recorded.from(), last);
    this.end = recorded.to() == null ? last + 1 : firstRecorded(recorded.to(), last);
    this.route = shortest(filter);
  }

  /** The position after the last that can be meant. */
  long end() {
    return end;
  }

  /** The latest of them before a position. */
  List<Long> before(long position, int limit) throws SQLException {
    return route.positions(connection, first, position, limit);
  }

  private Route shortest(AuditFilter filter) throws SQLException {
    var candidates = candidates(filter);
    if (candidates.size() == 1) {
      return candidates.getFirst();
    }
    var shortest = Route.everything();
    int length = Integer.MAX_VALUE;
    for (var candidate : candidates) {
      int entries = candidate.positions(connection, first, end, PROBE).size();
      if (entries < length) {
        shortest = candidate;
        length = entries;
      }
    }
    return shortest;
  }

  private List<Route> candidates(AuditFilter filter) throws SQLException {
    var candidates = new ArrayList<Route>();
    if (filter.stream() != null) {
      candidates.add(Route.of(ofStream(filter.stream())));
    }
    if (filter.actionId() != null) {
      candidates.add(Route.by("events_action", "action_id = ?", List.of(filter.actionId())));
    }
    if (filter.rootId() != null) {
      candidates.add(Route.by("events_root_position", "root_id = ?", List.of(filter.rootId())));
    }
    if (filter.actor() != null) {
      candidates.add(Route.by("events_actor", "actor = ?", List.of(filter.actor())));
    }
    if (!filter.types().isEmpty()) {
      candidates.add(Route.by("events_type", "type = ?", List.copyOf(filter.types())));
    }
    if (filter.source() != null) {
      candidates.add(filter.source() == Source.MIGRATION
          ? Route.by("events_import", "import_id = ?", distinct("import_id", "events_import"))
          : Route.by("events_source", "source = ? AND source <> 'migration'",
              List.of(filter.source().code())));
    }
    if (!filter.effective().isUnbounded()) {
      var happened = happened(filter);
      if (happened.size() < PROBE) {
        candidates.add(Route.of(happened));
      }
    }
    return candidates;
  }

  private List<Long> ofStream(String stream) throws SQLException {
    try (var select = connection
        .prepareStatement("SELECT position FROM events WHERE stream = ?")) {
      select.setString(1, stream);
      return latestFirst(numbers(select));
    }
  }

  /** What happened within the time, in one fractal or in each; not all of it where that is much. */
  private List<Long> happened(AuditFilter filter) throws SQLException {
    var span = filter.effective();
    var roots = filter.rootId() == null
        ? distinct("root_id", "events_root_effective")
        : List.of(filter.rootId());
    var positions = new ArrayList<Long>();
    try (var select = connection.prepareStatement("""
      SELECT position FROM events INDEXED BY events_root_effective
       WHERE root_id = ? AND effective_at >= ? AND effective_at < ?
       LIMIT ?
      """)) {
      select.setLong(2, span.from() == null ? Long.MIN_VALUE : Micros.of(span.from()));
      select.setLong(3, span.to() == null ? Long.MAX_VALUE : Micros.of(span.to()));
      for (var root : roots) {
        select.setString(1, root);
        select.setInt(4, PROBE - positions.size());
        positions.addAll(numbers(select));
      }
    }
    return latestFirst(positions);
  }

  /** The different values of the first column of an index, each found by one step in it. */
  private List<String> distinct(String column, String index) throws SQLException {
    var values = new ArrayList<String>();
    try (var select = connection.prepareStatement("""
      SELECT %1$s FROM events INDEXED BY %2$s
       WHERE %1$s > ?
       ORDER BY %1$s
       LIMIT 1
      """.formatted(column, index))) {
      for (@Nullable String last = ""; last != null;) {
        select.setString(1, last);
        try (var row = select.executeQuery()) {
          last = row.next() ? row.getString(1) : null;
        }
        if (last != null) {
          values.add(last);
        }
      }
    }
    return values;
  }

  private static List<Long> numbers(PreparedStatement select) throws SQLException {
    var numbers = new ArrayList<Long>();
    try (var rows = select.executeQuery()) {
      while (rows.next()) {
        numbers.add(rows.getLong(1));
      }
    }
    return numbers;
  }

  private static List<Long> latestFirst(List<Long> positions) {
    return positions.stream().sorted(Comparator.reverseOrder()).toList();
  }

  /** The first position from which on all is recorded at a time or after it: later events are never recorded earlier. */
  private long firstRecorded(Instant moment, long last) throws SQLException {
    var wanted = Micros.of(moment);
    long low = 1;
    long high = last + 1;
    try (var select = connection
        .prepareStatement("SELECT recorded_at FROM events WHERE position = ?")) {
      while (low < high) {
        long middle = (low + high) >>> 1;
        select.setLong(1, middle);
        try (var row = select.executeQuery()) {
          if (row.getLong(1) < wanted) {
            low = middle + 1;
          } else {
            high = middle;
          }
        }
      }
    }
    return low;
  }

  private long number(String sql) throws SQLException {
    try (var select = connection.createStatement(); var row = select.executeQuery(sql)) {
      return row.getLong(1);
    }
  }
}
