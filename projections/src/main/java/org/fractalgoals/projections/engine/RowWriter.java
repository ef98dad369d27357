package org.fractalgoals.projections.engine;

import java.sql.SQLException;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.RecordedEvent;
import org.jspecify.annotations.Nullable;

/**
 * Writes what one event means for rows of a table.
 *
 * @param isKnown a query that gives a row if there is a thing of the id {@code ?1}
 */
public record RowWriter(RecordedEvent event, Statements statements, String isKnown) {

  /**
   * Changes the row of a thing, unless it has seen the event before.
   *
   * @param sql takes the thing's id as {@code ?1}, the sequence of the event as {@code ?2}, its time, null where it is
   *     unknown, as {@code ?3}, and from {@code ?4} on whatever else it needs
   * @throws IllegalStateException if there is no row
   */
  public void change(String sql, EntityRef thing, @Nullable Object... others)
      throws SQLException {
    if (statements.update(sql, parameters(thing, others)) == 0) {
      requireKnown(thing);
    }
  }

  /**
   * As {@link #change}, with a statement of which nothing is left after its next run for the same thing: of what is saved
   * again and again a bulk load writes the last.
   */
  public void overwrite(String sql, EntityRef thing, @Nullable Object... others)
      throws SQLException {
    // a time that is not known leaves the one before
    if (!statements.isBulk() || event.payload().at() == null) {
      change(sql, thing, others);
      return;
    }
    if (!statements.isPutOff(sql, thing.id())) {
      requireKnown(thing);
    }
    statements.putOff(sql, thing.id(), parameters(thing, others));
  }

  private @Nullable Object[] parameters(EntityRef thing, @Nullable Object[] others) {
    var parameters = new @Nullable Object[others.length + 3];
    parameters[0] = thing.id();
    parameters[1] = event.sequence();
    parameters[2] = event.payload().at();
    System.arraycopy(others, 0, parameters, 3, others.length);
    return parameters;
  }

  private void requireKnown(EntityRef thing) throws SQLException {
    if (!statements.exists(isKnown, thing.id())) {
      throw new IllegalStateException("the %s \"%s\" has no row: its creation was never seen"
          .formatted(thing.kind().code(), thing.id()));
    }
  }

  /** Deletes the row of a thing softly, with a statement that takes time, action and position after the usual. */
  public void delete(String sql, EntityRef thing) throws SQLException {
    change(sql, thing, event.time(), event.actionId(), event.position());
  }
}
