package org.fractalgoals.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.fractalgoals.eventstore.Codecs;
import org.fractalgoals.eventstore.SqliteEventStore;
import org.fractalgoals.eventstore.StoreOptions;
import org.fractalgoals.eventstore.sqlite.SqliteDatabase;
import org.fractalgoals.eventstore.sqlite.SqliteDatabase.Durability;

/**
 * Fills event stores with what many people do at the same time in many fractals, whose sizes follow Zipf's law. Each
 * event passes through the rules of the store. Equal arguments make equal events.
 */
final class EventGenerator {

  private static final int EVENTS_OF_A_FRACTAL = 2_500;
  private static final int LEAST_FRACTALS = 3;

  /** Indexes that neither the rules nor a rebuild look into. */
  private static final List<String> LATE_INDEXES = List.of("events_event_id",
      "events_root_position", "events_root_effective", "events_actor", "events_type",
      "events_action", "events_import");

  private final SteppingClock clock;
  private final Invention invention;
  private final GeneratedStore store;
  private final List<GeneratedFractal> fractals = new ArrayList<>();
  /** For each fractal its share and those of all greater ones. */
  private final List<Double> shares = new ArrayList<>();

  private EventGenerator(SqliteEventStore store, SteppingClock clock, long seed, int fractals) {
    this.clock = clock;
    this.invention = new Invention(seed, clock);
    this.store = new GeneratedStore(store, invention);
    double sum = 0;
    for (int rank = 1; rank <= fractals; rank++) {
      this.fractals.add(new GeneratedFractal(invention, clock, this.store));
      sum += 1.0 / rank;
      shares.add(sum);
    }
  }

  /**
   * Makes the store of a data directory.
   *
   * @param directory has no store yet
   * @param events at least how many; a few more, as what somebody does at once is not torn
   */
  static void write(Path directory, long events, long seed) {
    var file = directory.resolve(SqliteEventStore.FILE);
    var clock = new SteppingClock();
    open(file, clock).close();
    var indexes = SqliteDatabase.dropIndexes(file, LATE_INDEXES);
    try (var store = open(file, clock)) {
      int fractals = (int) Math.max(LEAST_FRACTALS, events / EVENTS_OF_A_FRACTAL);
      new EventGenerator(store, clock, seed, fractals).run(events);
    }
    SqliteDatabase.createIndexes(file, indexes);
  }

  private static SqliteEventStore open(Path file, SteppingClock clock) {
    return SqliteEventStore.open(file, new StoreOptions(ZoneOffset.UTC, "testing", clock),
        Durability.STAGING, Codecs.current());
  }

  private void run(long events) {
    while (store.events() < events) {
      anyFractal().step();
      clock.advance(Duration.ofMillis(invention.between(1, 30_000)));
    }
    store.flush();
  }

  private GeneratedFractal anyFractal() {
    double chosen = invention.fraction() * shares.getLast();
    int index = Collections.binarySearch(shares, chosen);
    return fractals.get(index < 0 ? -index - 1 : index);
  }
}
