package org.fractalgoals.projections.missing;

import java.sql.SQLException;
import java.util.function.UnaryOperator;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.entity.Kind;
import org.fractalgoals.domain.event.RecordedEvent;
import org.fractalgoals.projections.engine.Statements;
import org.jspecify.annotations.Nullable;

/**
 * Writes the row of a placeholder.
 *
 * @param rootId the fractal it belongs to
 * @param event that found something to be missing, or purged it
 * @param statement makes a statement of a row of {@link PlaceholderSql}
 */
record PlaceholderWriter(String rootId, RecordedEvent event, Statements rows,
    UnaryOperator<String> statement) {

  void write(EntityRef thing, @Nullable EntityRef parent) throws SQLException {
    switch (thing.kind()) {
      case GOAL -> rows.update(statement.apply(PlaceholderSql.GOAL), thing.id(), event.sequence(),
          event.time(), rootId, id(Kind.GOAL, parent), id(Kind.SESSION, parent));
      case SESSION -> below(PlaceholderSql.SESSION, thing, parent);
      case INSTANCE -> below(PlaceholderSql.INSTANCE, thing, parent);
      case ACTIVITY -> alone(PlaceholderSql.ACTIVITY, thing);
      case METRIC -> below(PlaceholderSql.METRIC, thing, parent);
      case SPLIT -> below(PlaceholderSql.SPLIT, thing, parent);
      case GROUP -> alone(PlaceholderSql.GROUP, thing);
      case TEMPLATE -> alone(PlaceholderSql.TEMPLATE, thing);
      case PROGRAM -> alone(PlaceholderSql.PROGRAM, thing);
      case BLOCK -> below(PlaceholderSql.BLOCK, thing, parent);
      case DAY -> below(PlaceholderSql.DAY, thing, parent);
      case NOTE -> throw new IllegalStateException("nothing refers to a note");
    }
  }

  private void alone(String row, EntityRef thing) throws SQLException {
    rows.update(statement.apply(row), thing.id(), event.sequence(), event.time(), rootId);
  }

  private void below(String row, EntityRef thing, @Nullable EntityRef parent)
      throws SQLException {
    rows.update(statement.apply(row), thing.id(), event.sequence(), event.time(), rootId,
        parent == null ? null : parent.id());
  }

  private static @Nullable String id(Kind kind, @Nullable EntityRef parent) {
    return parent != null && parent.kind() == kind ? parent.id() : null;
  }
}
