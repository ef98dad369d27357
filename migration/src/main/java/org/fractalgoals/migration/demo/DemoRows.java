package org.fractalgoals.migration.demo;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import tools.jackson.databind.json.JsonMapper;

/** Writes the rows of a sample file. Times are in UTC, as the newest application wrote them. */
final class DemoRows {

  private static final JsonMapper JSON = new JsonMapper();
  private static final DateTimeFormatter TIME = DateTimeFormatter
      .ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS").withZone(ZoneOffset.UTC);

  private final Connection connection;
  private final Instant now;

  DemoRows(Connection connection, Instant now) {
    this.connection = connection;
    this.now = now;
  }

  /** The id of what has this name in the sample: always the same one. */
  static String id(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  static String json(Object value) {
    return JSON.writeValueAsString(value);
  }

  /** A time of day some days before now; never after it. */
  String time(int daysAgo, String timeOfDay) {
    var time = now.atOffset(ZoneOffset.UTC).minusDays(daysAgo)
        .with(LocalTime.parse(timeOfDay)).toInstant();
    return TIME.format(time.isAfter(now) ? now : time);
  }

  /** A calendar day from now on, as deadlines and dates of programs are written: its midnight. */
  String day(int daysAhead) {
    return TIME.format(now.plus(daysAhead, ChronoUnit.DAYS).truncatedTo(ChronoUnit.DAYS));
  }

  /** The digits of {@link #day} without the time. */
  String date(int daysAhead) {
    return day(daysAhead).substring(0, 10);
  }

  /**
   * Adds a row; columns that are not named keep their defaults.
   *
   * @param cells values by column; the names come from this package, the values are bound
   */
  void add(String table, Map<String, Object> cells) throws SQLException {
    var columns = List.copyOf(cells.keySet());
    var sql = "INSERT INTO %s (\"%s\") VALUES (%s)".formatted(table,
        String.join("\", \"", columns),
        String.join(", ", Collections.nCopies(columns.size(), "?")));
    try (var insert = connection.prepareStatement(sql)) {
      for (int i = 0; i < columns.size(); i++) {
        insert.setObject(i + 1, cells.get(columns.get(i)));
      }
      insert.executeUpdate();
    }
  }
}
