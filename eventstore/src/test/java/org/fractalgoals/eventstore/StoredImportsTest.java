package org.fractalgoals.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import org.fractalgoals.domain.goal.GoalEvent.GoalCreated;
import org.fractalgoals.domain.goal.GoalEvent.GoalDescribed;
import org.fractalgoals.domain.goal.GoalEvent.GoalRenamed;
import org.fractalgoals.domain.imports.ImportHistory.Told;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the store tells of imports. */
class StoredImportsTest {

  private static final GoalCreated CREATED = new GoalCreated("root", "root", null, "UltimateGoal",
      "Climb", "", null, null, 0, LocalDate.EPOCH, Instant.EPOCH);
  private static final GoalRenamed RENAMED = new GoalRenamed("root", "Climb on", null);
  private static final GoalDescribed DESCRIBED = new GoalDescribed("root", "Up", Instant.EPOCH);

  @TempDir Path directory;

  private SqliteEventStore store;

  @BeforeEach
  void open() {
    store = SqliteEventStore.open(directory,
        new StoreOptions(ZoneId.of("UTC"), "testing", Clock.systemUTC()));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void a_stream_tells_in_order_what_happened_and_what_of_it_was_imported() {
    store.append(List.of(Events.imported(CREATED, Instant.EPOCH)));
    store.append(Events.live(RENAMED));
    store.append(List.of(Events.imported(DESCRIBED, null)));

    assertThat(store.imports().told("goal/root")).containsExactly(new Told(CREATED, true),
        new Told(RENAMED, false), new Told(DESCRIBED, true));
  }

  @Test
  void a_stream_that_does_not_exist_tells_nothing() {
    store.append(Events.live(CREATED));

    assertThat(store.imports().told("goal/roo")).isEmpty();
  }
}
