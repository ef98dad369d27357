package org.fractalgoals.projections.verify;

import org.jspecify.annotations.Nullable;

/**
 * Where a read model does not show what the events say.
 *
 * @param table the table, or the object of the schema
 * @param key the row, by its key such as {@code id "0197…"}; null if it is about how the table is declared
 * @param column null if it is about the whole row
 * @param kept what the read model has, a text in quotes; null if it has not even the row
 * @param fromEvents what the events make, in the same form; null if they make no such row
 * @param event the last event about the row; null if none is known to be
 */
public record RowDifference(String table, @Nullable String key, @Nullable String column,
    @Nullable String kept, @Nullable String fromEvents, @Nullable EventPlace event) {

  /**
   * Where an event stands.
   *
   * @param stream such as {@code goal/0197…}
   * @param sequence its place in the stream, from 0; {@link Long#MAX_VALUE} for the last one there is
   */
  public record EventPlace(String stream, long sequence) {}
}
