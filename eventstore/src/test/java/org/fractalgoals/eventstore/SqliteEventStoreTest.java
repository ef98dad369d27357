package org.fractalgoals.eventstore;

import java.nio.file.Path;
import java.time.Clock;

/** The store on SQLite keeps what every event store must. */
class SqliteEventStoreTest extends EventStoreConformance {

  @Override
  StoreUnderTest open(Path directory, Clock clock) {
    return SqliteStoreUnderTest.open(directory, clock, SqliteStoreUnderTest.SUITE_CODEC);
  }
}
