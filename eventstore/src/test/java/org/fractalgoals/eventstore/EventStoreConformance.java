package org.fractalgoals.eventstore;

import static org.fractalgoals.eventstore.Events.NOON;
import static org.fractalgoals.eventstore.Events.live;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

import org.fractalgoals.domain.entity.Entity;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.event.RecordedEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What an event store must do, whatever engine it stands on: the part that every part of the suite begins with. */
abstract class EventStoreConformance {
  @TempDir Path directory;

  final SettableClock clock = new SettableClock(NOON);
  StoreUnderTest store;

  /** Opens the store of a directory with the events of the suite. */
  abstract StoreUnderTest open(Path directory, Clock clock);

  @BeforeEach
  void openStore() {
    store = open(directory, clock);
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  void reopen() {
    store.close();
    openStore();
  }

  List<RecordedEvent> all() {
    return store.reader().readAfter(store.reader().headAt(0).orElseThrow(), 100_000).events();
  }

  void append(DomainEvent... events) {
    store.appender().append(live(events));
  }

  Entity entity(EntityRef ref) {
    return store.entities().find(ref).orElseThrow();
  }

}
