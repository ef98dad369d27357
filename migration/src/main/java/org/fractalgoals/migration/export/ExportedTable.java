package org.fractalgoals.migration.export;

import java.sql.SQLException;
import java.util.Collections;

import org.fractalgoals.domain.event.RecordedEvent;
import org.jspecify.annotations.Nullable;

/**
 * A legacy table whose rows have an id and a time of change. A change of a row that is not there - of a placeholder, of
 * what was purged - changes nothing.
 *
 * @param name its name
 */
record ExportedTable(ExportedRows rows, String name) {

  /**
   * Adds a row, unless there is one of this id.
   *
   * @param columns names, separated by commas
   */
  void insert(String columns, @Nullable Object... values) throws SQLException {
    rows.update("INSERT INTO %s (%s) VALUES (%s) ON CONFLICT DO NOTHING".formatted(name, columns,
        String.join(", ", Collections.nCopies(values.length, "?"))), values);
  }

  void set(RecordedEvent event, String id, String column, @Nullable Object value)
      throws SQLException {
    rows.update("""
      UPDATE %s SET %s = ?1, updated_at = coalesce(?2, updated_at) WHERE id = ?3
      """.formatted(name, column), value, event.payload().at(), id);
  }

  void touch(RecordedEvent event, String id) throws SQLException {
    rows.update("UPDATE %s SET updated_at = coalesce(?1, updated_at) WHERE id = ?2"
        .formatted(name), event.payload().at(), id);
  }

  void delete(RecordedEvent event, String id) throws SQLException {
    set(event, id, "deleted_at", event.time());
  }

  void restore(RecordedEvent event, String id) throws SQLException {
    set(event, id, "deleted_at", null);
  }
}
