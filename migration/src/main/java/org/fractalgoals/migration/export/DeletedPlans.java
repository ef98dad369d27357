package org.fractalgoals.migration.export;

import java.sql.SQLException;

import org.fractalgoals.domain.entity.EntityRef;

/** Programs, blocks and days that are deleted at present; the legacy tables cannot mark them. */
final class DeletedPlans {

  private DeletedPlans() {}

  static void add(ExportedRows rows, EntityRef plan) throws SQLException {
    rows.update("INSERT OR IGNORE INTO deleted_plans (kind, id) VALUES (?, ?)",
        plan.kind().code(), plan.id());
  }

  static void remove(ExportedRows rows, EntityRef plan) throws SQLException {
    rows.update("DELETE FROM deleted_plans WHERE kind = ? AND id = ?", plan.kind().code(),
        plan.id());
  }
}
