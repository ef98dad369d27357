package org.fractalgoals.eventstore.lookup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.eventstore.codec.EventCodec;
import org.fractalgoals.eventstore.codec.Micros;
import org.fractalgoals.eventstore.sqlite.Database;
import org.fractalgoals.eventstore.sqlite.StatementCache;
import org.fractalgoals.eventstore.tombstone.Purges;

/** Makes the entity table again from the events, where this program derives it differently from the last one. */
public final class LookupRebuild {

  /** To be raised with every change of what events mean for the entity table. */
  private static final int VERSION = 3;

  private LookupRebuild() {}

  /** Does nothing if the table is of this version. */
  public static void ifOutdated(Database database, EventCodec codec) throws SQLException {
    if (isCurrent(database.writer())) {
      return;
    }
    try (var statements = new StatementCache(database.writer())) {
      statements.execute(database.beginWriting());
      try {
        // stores of before there were placeholders lack it
        statements.execute(
            "CREATE INDEX IF NOT EXISTS entity_placeholder ON entity (root_id) WHERE placeholder");
        fill(statements, codec);
        setVersion(statements);
        statements.execute("COMMIT");
      } catch (SQLException | RuntimeException e) {
        statements.execute("ROLLBACK");
        throw e;
      }
    }
  }

  /** Whether the entity table is as this program derives it. */
  public static boolean isCurrent(Connection connection) throws SQLException {
    try (var select = connection.prepareStatement("SELECT lookup_version FROM store");
        var row = select.executeQuery()) {
      return row.next() && row.getInt(1) == VERSION;
    }
  }

  /** Replaces what is in the table {@code entity} of a connection by what its events say. */
  public static void fill(StatementCache statements, EventCodec codec) throws SQLException {
    var table = EntityTable.on(statements);
    table.clear();
    var update = new EntityUpdate(table);
    var purges = new Purges(statements.connection(), codec);
    var select = statements.get("""
      SELECT position, stream, type, revision, root_id, action_id, metadata, payload, effective_at,
             import_id IS NOT NULL, purged_by
        FROM events
       ORDER BY position
      """);
    try (var rows = select.executeQuery()) {
      while (rows.next()) {
        if (rows.getString(8) == null) {
          for (var standIn : purges.standIns(rows.getLong(1), rows.getLong(11))) {
            apply(standIn, rows, List.of(), update);
          }
        } else {
          apply(codec.decode(rows.getLong(1), rows.getString(3), rows.getInt(4),
              rows.getString(8)), rows,
              EventCodec.flagsIn(codec.decodeMetadata(rows.getString(7))), update);
        }
      }
    }
  }

  private static void apply(DomainEvent event, ResultSet row, List<String> flags,
      EntityUpdate update) throws SQLException {
    var context = new EntityUpdate.Context(row.getString(5), row.getString(2), row.getString(6),
        row.getBoolean(10), flags,
        () -> event.at() == null ? row.getLong(9) : Micros.of(event.at()));
    for (var change : event.changes()) {
      update.apply(change, context);
    }
  }

  private static void setVersion(StatementCache statements) throws SQLException {
    var version = statements.get("UPDATE store SET lookup_version = ?");
    version.setInt(1, VERSION);
    version.executeUpdate();
  }
}
