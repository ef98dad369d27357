package org.fractalgoals.eventstore;

import java.nio.file.Path;
import java.time.Clock;

import org.junit.jupiter.api.Nested;

/** The store on SQLite keeps all that the conformance suite asks of an event store. */
class SqliteEventStoreTest {

  static StoreUnderTest sqlite(Path directory, Clock clock) {
    return SqliteStoreUnderTest.open(directory, clock, SqliteStoreUnderTest.SUITE_CODEC);
  }

  @Nested
  class Appending extends AppendingConformance {
    @Override
    StoreUnderTest open(Path directory, Clock clock) {
      return sqlite(directory, clock);
    }
  }

  @Nested
  class Time extends TimeConformance {
    @Override
    StoreUnderTest open(Path directory, Clock clock) {
      return sqlite(directory, clock);
    }
  }

  @Nested
  class History extends HistoryConformance {
    @Override
    StoreUnderTest open(Path directory, Clock clock) {
      return sqlite(directory, clock);
    }
  }

  @Nested
  class SetRules extends SetRulesConformance {
    @Override
    StoreUnderTest open(Path directory, Clock clock) {
      return sqlite(directory, clock);
    }
  }

  @Nested
  class KindRules extends KindRulesConformance {
    @Override
    StoreUnderTest open(Path directory, Clock clock) {
      return sqlite(directory, clock);
    }
  }

  @Nested
  class Placeholders extends PlaceholderConformance {
    @Override
    StoreUnderTest open(Path directory, Clock clock) {
      return sqlite(directory, clock);
    }
  }

  @Nested
  class Races extends RacesConformance {
    @Override
    StoreUnderTest open(Path directory, Clock clock) {
      return sqlite(directory, clock);
    }
  }

  @Nested
  class Axon extends AxonConformance {
    @Override
    StoreUnderTest open(Path directory, Clock clock) {
      return sqlite(directory, clock);
    }
  }
}
