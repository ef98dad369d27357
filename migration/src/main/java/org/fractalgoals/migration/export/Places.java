package org.fractalgoals.migration.export;

import java.sql.SQLException;

import org.fractalgoals.domain.entity.EntityRef;
import org.jspecify.annotations.Nullable;

/** Where goals and sessions stand, which the legacy tables say only in part. */
final class Places {

  private Places() {}

  static void put(ExportedRows rows, EntityRef thing, @Nullable EntityRef parent)
      throws SQLException {
    rows.update(
        "INSERT OR REPLACE INTO places (kind, id, parent_kind, parent_id) VALUES (?, ?, ?, ?)",
        thing.kind().code(), thing.id(), parent == null ? null : parent.kind().code(),
        parent == null ? null : parent.id());
  }
}
