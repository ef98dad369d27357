package org.fractalgoals.eventstore;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import javax.sql.DataSource;

import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.imports.ImportEvent;
import org.fractalgoals.domain.imports.ImportEvent.LegacyFileImported;
import org.fractalgoals.domain.imports.ImportHistory;
import org.fractalgoals.eventstore.codec.EventCodec;
import org.fractalgoals.eventstore.fault.StoreFault;
import org.jspecify.annotations.Nullable;

/** Reads what imports left in the table {@code events}, each question on the last committed state. */
final class StoredImports implements ImportHistory {

  private static final String IMPORT_EVENTS = "import.%";

  private interface Query<T> {
    T ask(PreparedStatement select) throws SQLException;
  }

  private final DataSource readers;
  private final EventCodec codec;

  StoredImports(DataSource readers, EventCodec codec) {
    this.readers = readers;
    this.codec = codec;
  }

  @Override
  public List<LegacyFileImported> imports() {
    return ask("""
      SELECT position, type, revision, payload, NULL
        FROM events
       WHERE type = 'import.recorded' AND payload IS NOT NULL
       ORDER BY position
      """, select -> {
      var imports = new ArrayList<LegacyFileImported>();
      forEach(select, fact -> {
        if (fact.event() instanceof LegacyFileImported recorded) {
          imports.add(recorded);
        }
      });
      return imports;
    });
  }

  @Override
  public void forEach(String importId, Consumer<Fact> fact) {
    ask("""
      SELECT position, type, revision, iif(type LIKE ?, payload, NULL), source_row
        FROM events
       WHERE import_id = ? AND (source_row IS NOT NULL OR type LIKE ? OR purged_by IS NOT NULL)
       ORDER BY position
      """, select -> {
      select.setString(1, IMPORT_EVENTS);
      select.setString(2, importId);
      select.setString(3, IMPORT_EVENTS);
      forEach(select, fact);
      return importId;
    });
  }

  @Override
  public Optional<String> rowAt(long position) {
    return ask("SELECT source_row FROM events WHERE position = ?", select -> {
      select.setLong(1, position);
      try (var row = select.executeQuery()) {
        return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
      }
    });
  }

  @Override
  public boolean isPurged(long position) {
    return ask("SELECT count(*) FROM events WHERE position = ? AND purged_by IS NOT NULL",
        select -> {
          select.setLong(1, position);
          try (var count = select.executeQuery()) {
            return count.getInt(1) > 0;
          }
        });
  }

  @Override
  public void forEachRow(Consumer<Fact> fact) {
    ask("""
      SELECT position, type, revision, NULL, source_row
        FROM events
       WHERE source_row IS NOT NULL
       ORDER BY position
      """, select -> {
      forEach(select, fact);
      return fact;
    });
  }

  @Override
  public List<Told> told(String stream) {
    return ask("""
      SELECT position, type, revision, payload, import_id IS NOT NULL
        FROM events
       WHERE stream = ? AND payload IS NOT NULL
       ORDER BY sequence
      """, select -> {
      select.setString(1, stream);
      var told = new ArrayList<Told>();
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          told.add(new Told(decode(rows, rows.getString(4)), rows.getBoolean(5)));
        }
      }
      return told;
    });
  }

  private void forEach(PreparedStatement select, Consumer<Fact> fact) throws SQLException {
    try (var rows = select.executeQuery()) {
      while (rows.next()) {
        fact.accept(new Fact(rows.getLong(1), event(rows), rows.getString(5)));
      }
    }
  }

  private @Nullable ImportEvent event(ResultSet row) throws SQLException {
    var payload = row.getString(4);
    return payload == null ? null : (ImportEvent) decode(row, payload);
  }

  private DomainEvent decode(ResultSet row, String payload) throws SQLException {
    return codec.decode(row.getLong(1), row.getString(2), row.getInt(3), payload);
  }

  private <T> T ask(String sql, Query<T> query) {
    try (var connection = readers.getConnection();
        var select = connection.prepareStatement(sql)) {
      return query.ask(select);
    } catch (SQLException e) {
      throw new StoreFault("The event store could not be read: " + e.getMessage(), e);
    }
  }
}
