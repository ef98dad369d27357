package org.fractalgoals.eventstore.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;

/** A way to the positions of events that may be asked for. */
@FunctionalInterface
interface Route {

  /**
   * The latest of them.
   *
   * @param first the least position that counts
   * @param end the position after the last that counts
   * @param limit how many at most
   * @return the latest first
   */
  List<Long> positions(Connection connection, long first, long end, int limit)
      throws SQLException;

  /** All events, one after the other: positions have no gaps. */
  static Route everything() {
    return (connection, first, end, limit) -> LongStream
        .iterate(end - 1, position -> position >= first, position -> position - 1).limit(limit)
        .boxed().toList();
  }

  /**
   * Those that an index has under any of these values.
   *
   * @param index one whose entries of a value are ordered by position
   * @param condition that its first column has the value
   */
  static Route by(String index, String condition, List<String> values) {
    // named, as SQLite would take the key for the better way to what lies between two positions
    var sql = """
      SELECT position FROM events INDEXED BY %s
       WHERE %s AND position >= ? AND position < ?
       ORDER BY position DESC
       LIMIT ?
      """.formatted(index, condition);
    return (connection, first, end, limit) -> {
      var positions = new ArrayList<Long>();
      try (var select = connection.prepareStatement(sql)) {
        for (var value : values) {
          select.setString(1, value);
          select.setLong(2, first);
          select.setLong(3, end);
          select.setInt(4, limit);
          try (var rows = select.executeQuery()) {
            while (rows.next()) {
              positions.add(rows.getLong(1));
            }
          }
        }
      }
      return values.size() == 1
          ? positions
          : positions.stream().sorted(Comparator.reverseOrder()).limit(limit).toList();
    };
  }

  /** Those that are known already, the latest first. */
  static Route of(List<Long> positions) {
    return (connection, first, end, limit) -> positions.stream()
        .filter(position -> position >= first && position < end).limit(limit).toList();
  }
}
