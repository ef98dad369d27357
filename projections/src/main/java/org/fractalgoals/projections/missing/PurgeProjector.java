package org.fractalgoals.projections.missing;

import java.sql.SQLException;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.entity.Kind;
import org.fractalgoals.domain.event.RecordedEvent;
import org.fractalgoals.domain.purge.PurgeEvent;
import org.fractalgoals.domain.purge.PurgeEvent.Gone;
import org.fractalgoals.domain.purge.PurgeEvent.PurgeCarriedOut;
import org.fractalgoals.domain.purge.PurgeEvent.ThingPurged;
import org.fractalgoals.projections.engine.Projector;
import org.fractalgoals.projections.engine.Statements;

/**
 * Leaves a placeholder of what was purged, whatever was there: the same as of a history that was purged before it was ever
 * projected.
 */
public final class PurgeProjector implements Projector {

  @Override
  public String name() {
    return "purges";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public void apply(RecordedEvent event, Statements rows) throws SQLException {
    if (event.payload() instanceof PurgeEvent purge) {
      switch (purge) {
        case PurgeCarriedOut act -> {
          // each thing has an event of its own
        }
        case ThingPurged purged -> on(purged, event, rows);
      }
    }
  }

  private static void on(ThingPurged purged, RecordedEvent event, Statements rows)
      throws SQLException {
    for (var gone : purged.gone()) {
      remove(gone, event, rows);
    }
    if (purged.thing().whole() != null) {
      touch(purged.owner(), event, rows);
    }
  }

  private static void remove(Gone gone, RecordedEvent event, Statements rows)
      throws SQLException {
    var id = gone.ref().id();
    switch (gone.ref().kind()) {
      case SESSION -> rows.update(PurgeSql.LINKS_OF_SESSION, id);
      case INSTANCE -> rows.update(PurgeSql.VALUES_OF_INSTANCE, id);
      case DAY -> {
        rows.update(PurgeSql.PLANS_OF_DAY, id);
        rows.update(PurgeSql.TEMPLATES_OF_DAY, id);
      }
      case NOTE -> rows.update(PurgeSql.NOTE, id);
      case GOAL, ACTIVITY, METRIC, SPLIT, GROUP, TEMPLATE, PROGRAM, BLOCK -> {
        // has no rows of its own in other tables
      }
    }
    if (gone.ref().kind() != Kind.NOTE) {
      new PlaceholderWriter(event.rootId(), event, rows, PlaceholderSql::replacing).write(
          gone.ref(),
          gone.whole());
    }
  }

  /** What has lost a part has changed, if such parts are told with it. */
  private static void touch(EntityRef owner, RecordedEvent event, Statements rows)
      throws SQLException {
    switch (owner.kind()) {
      case ACTIVITY -> rows.update(PurgeSql.TOUCH_ACTIVITY, owner.id(), event.sequence(),
          event.time());
      case PROGRAM -> rows.update(PurgeSql.TOUCH_PROGRAM, owner.id(), event.sequence(),
          event.time());
      default -> {
        // a session does not change with its instances
      }
    }
  }
}
