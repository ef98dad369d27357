package org.fractalgoals.projections.missing;

import java.sql.SQLException;

import org.fractalgoals.domain.entity.Kind;
import org.fractalgoals.domain.event.RecordedEvent;
import org.fractalgoals.domain.missing.MissingEvent;
import org.fractalgoals.domain.missing.MissingEvent.ThingFoundMissing;
import org.fractalgoals.projections.engine.Projector;
import org.fractalgoals.projections.engine.Statements;
import org.jspecify.annotations.Nullable;

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
    switch (found.thing().kind()) {
      case GOAL -> rows.update(PlaceholderSql.GOAL, found.thing().id(), event.sequence(),
          event.time(), found.rootId(), parent(Kind.GOAL, found), parent(Kind.SESSION, found));
      case SESSION -> addBelow(PlaceholderSql.SESSION, found, event, rows);
      case INSTANCE -> addBelow(PlaceholderSql.INSTANCE, found, event, rows);
      case ACTIVITY -> add(PlaceholderSql.ACTIVITY, found, event, rows);
      case METRIC -> addPart(PlaceholderSql.METRIC, PlaceholderSql.SEE_ACTIVITY, found, event,
          rows);
      case SPLIT -> addPart(PlaceholderSql.SPLIT, PlaceholderSql.SEE_ACTIVITY, found, event,
          rows);
      case GROUP -> add(PlaceholderSql.GROUP, found, event, rows);
      case TEMPLATE -> add(PlaceholderSql.TEMPLATE, found, event, rows);
      case PROGRAM -> add(PlaceholderSql.PROGRAM, found, event, rows);
      case BLOCK -> addPart(PlaceholderSql.BLOCK, PlaceholderSql.SEE_PROGRAM, found, event, rows);
      case DAY -> addPart(PlaceholderSql.DAY, PlaceholderSql.SEE_PROGRAM, found, event, rows);
      case NOTE -> throw new IllegalStateException("nothing refers to a note");
    }
  }

  private static void add(String sql, ThingFoundMissing found, RecordedEvent event,
      Statements rows) throws SQLException {
    rows.update(sql, found.thing().id(), event.sequence(), event.time(), found.rootId());
  }

  private static void addBelow(String sql, ThingFoundMissing found, RecordedEvent event,
      Statements rows) throws SQLException {
    var parent = found.parent();
    rows.update(sql, found.thing().id(), event.sequence(), event.time(), found.rootId(),
        parent == null ? null : parent.id());
  }

  private static void addPart(String sql, String see, ThingFoundMissing found,
      RecordedEvent event, Statements rows) throws SQLException {
    addBelow(sql, found, event, rows);
    rows.update(see, found.owner().id(), event.sequence());
  }

  private static @Nullable String parent(Kind kind, ThingFoundMissing found) {
    var parent = found.parent();
    return parent != null && parent.kind() == kind ? parent.id() : null;
  }
}
