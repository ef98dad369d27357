package org.fractalgoals.eventstore.verify;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import org.fractalgoals.eventstore.codec.EventCodec;
import org.fractalgoals.eventstore.lookup.LookupRebuild;
import org.fractalgoals.eventstore.sqlite.StatementCache;
import org.jspecify.annotations.Nullable;

/**
 * Makes the table {@code entity} a second time from the events and compares. The second one is a temporary table, which
 * stands before the stored one of the same name; it belongs to the connection alone and is not in the file.
 */
final class LookupCheck {

  private static final List<String> COLUMNS = List.of("root_id", "parent_kind", "parent_id",
      "stream", "name", "sort_order", "created_at", "state", "deleted_by", "placeholder", "exempt");

  private final Connection connection;
  private final EventCodec codec;

  LookupCheck(Connection connection, EventCodec codec) {
    this.connection = connection;
    this.codec = codec;
  }

  Optional<Deviations> compare(int most) throws SQLException {
    if (!LookupRebuild.isCurrent(connection)) {
      return Optional.empty();
    }
    try (var statements = new StatementCache(connection)) {
      statements.execute("CREATE TEMP TABLE entity AS SELECT * FROM main.entity LIMIT 0");
      statements.execute("CREATE UNIQUE INDEX temp.made ON entity (kind, id)");
      statements.execute("CREATE INDEX temp.made_parent ON entity (parent_kind, parent_id)");
      LookupRebuild.fill(statements, codec);
    }
    var deviations = new Deviations.Collector(most);
    collect(deviations, """
      SELECT kept.kind || '/' || kept.id, made.kind IS NOT NULL, %s
        FROM main.entity kept LEFT JOIN temp.entity made USING (kind, id)
       WHERE made.kind IS NULL OR (%s) IS NOT (%s)
       ORDER BY kept.kind, kept.id
      """.formatted(values(), columns("kept"), columns("made")));
    collectMissing(deviations);
    return Optional.of(deviations.after(count()));
  }

  private static String columns(String table) {
    return COLUMNS.stream().map(column -> table + "." + column).collect(Collectors.joining(", "));
  }

  private static String values() {
    return COLUMNS.stream().map("kept.%1$s, made.%1$s"::formatted)
        .collect(Collectors.joining(", "));
  }

  private void collect(Deviations.Collector deviations, String sql) throws SQLException {
    try (var select = connection.prepareStatement(sql); var rows = select.executeQuery()) {
      while (rows.next()) {
        var thing = rows.getString(1);
        if (rows.getBoolean(2)) {
          collectColumns(deviations, thing, rows);
        } else {
          deviations.add(() -> new Deviation(thing, "it is there", null));
        }
      }
    }
  }

  private static void collectColumns(Deviations.Collector deviations, String thing,
      ResultSet row) throws SQLException {
    for (int index = 0; index < COLUMNS.size(); index++) {
      var column = COLUMNS.get(index);
      @Nullable Object kept = row.getObject(3 + 2 * index);
      @Nullable Object made = row.getObject(4 + 2 * index);
      if (!Objects.equals(kept, made)) {
        deviations.add(() -> new Deviation(thing + ", " + column, String.valueOf(kept),
            String.valueOf(made)));
      }
    }
  }

  private void collectMissing(Deviations.Collector deviations) throws SQLException {
    try (var select = connection.prepareStatement("""
      SELECT made.kind || '/' || made.id
        FROM temp.entity made
       WHERE NOT EXISTS (
               SELECT 1 FROM main.entity kept WHERE kept.kind = made.kind AND kept.id = made.id)
       ORDER BY made.kind, made.id
      """); var rows = select.executeQuery()) {
      while (rows.next()) {
        var thing = rows.getString(1);
        deviations.add(() -> new Deviation(thing, null, "it is there"));
      }
    }
  }

  private long count() throws SQLException {
    try (var select = connection.prepareStatement("SELECT count(*) FROM temp.entity");
        var row = select.executeQuery()) {
      return row.getLong(1);
    }
  }
}
