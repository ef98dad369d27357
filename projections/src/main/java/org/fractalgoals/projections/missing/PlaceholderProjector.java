package org.fractalgoals.projections.missing;

import java.sql.SQLException;

import org.fractalgoals.domain.event.RecordedEvent;
import org.fractalgoals.domain.missing.MissingEvent;
import org.fractalgoals.domain.missing.MissingEvent.ThingFoundMissing;
import org.fractalgoals.projections.engine.Projector;
import org.fractalgoals.projections.engine.Statements;

/**
 * Adds placeholders to the tables of the other projectors, so that no reference leads nowhere. The projector of the
 * table turns the row into that of the thing itself when that comes into being.
 */
public final class PlaceholderProjector implements Projector {

  @Override
  public String name() {
    return "placeholders";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public void apply(RecordedEvent event, Statements rows) throws SQLException {
    if (event.payload() instanceof MissingEvent missing) {
      switch (missing) {
        case ThingFoundMissing found -> on(found, event, rows);
      }
    }
  }

  private static void on(ThingFoundMissing found, RecordedEvent event, Statements rows)
      throws SQLException {
    new PlaceholderWriter(found.rootId(), event, rows, PlaceholderSql::adding).write(found.thing(),
        found.parent());
    switch (found.owner().kind()) {
      case ACTIVITY -> see(PlaceholderSql.SEE_ACTIVITY, found, event, rows);
      case PROGRAM -> see(PlaceholderSql.SEE_PROGRAM, found, event, rows);
      default -> {
        // a session has not changed with its instances
      }
    }
  }

  private static void see(String sql, ThingFoundMissing found, RecordedEvent event,
      Statements rows) throws SQLException {
    if (found.isPart()) {
      rows.update(sql, found.owner().id(), event.sequence());
    }
  }
}
