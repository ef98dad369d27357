package org.fractalgoals.migration.session;

import java.util.Optional;

import org.fractalgoals.migration.legacy.LegacyRow;
import org.jspecify.annotations.Nullable;

/**
 * An instance, as its row and the data of its session tell of it. At least one of the two does.
 *
 * @param row its row; null if it has none
 * @param exercise what the data of the session says of it; null if it says nothing
 * @param data what its row says of its sets
 * @param isPlaced whether the session lists it
 */
record Performance(String id, @Nullable LegacyRow row, @Nullable Exercise exercise,
    SetList.Data data, boolean isPlaced) {

  static Performance of(Entry entry, @Nullable LegacyRow row) {
    return new Performance(entry.instanceId(), row, entry.exercise(), data(row), true);
  }

  static Performance unplaced(String id, LegacyRow row) {
    return new Performance(id, row, null, data(row), false);
  }

  private static SetList.Data data(@Nullable LegacyRow row) {
    return SetList.inData(row == null ? null : row.text("data"));
  }

  /** Its sets: those of the row, or else those of the session's data. */
  Optional<SetList> sets() {
    return Optional.ofNullable(data.sets()).or(() -> told().map(Exercise::sets));
  }

  Optional<Exercise> told() {
    return Optional.ofNullable(exercise);
  }
}
