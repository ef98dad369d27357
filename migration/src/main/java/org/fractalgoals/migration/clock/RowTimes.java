package org.fractalgoals.migration.clock;

import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What a row says of when a thing was created, last changed, completed and deleted. */
public record RowTimes(LegacyTime created, LegacyTime updated, LegacyTime completed,
    LegacyTime deleted) {

  /** The earliest known moment in its life. */
  public Optional<Instant> earliest() {
    return known().min(Comparator.naturalOrder());
  }

  /** The last known moment in its life. */
  public Optional<Instant> latest() {
    return known().max(Comparator.naturalOrder());
  }

  private Stream<Instant> known() {
    return Stream.of(created, updated, completed, deleted).map(LegacyTime::at)
        .filter(Objects::nonNull);
  }
}
