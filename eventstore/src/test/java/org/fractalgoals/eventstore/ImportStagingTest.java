package org.fractalgoals.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

import org.fractalgoals.domain.event.Envelope;
import org.fractalgoals.domain.event.Head;
import org.fractalgoals.domain.event.NewEvent;
import org.fractalgoals.domain.goal.GoalEvent.GoalCreated;
import org.fractalgoals.eventstore.fault.StoreFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An import happens wholly or not at all. */
class ImportStagingTest {

  private static final StoreOptions OPTIONS = new StoreOptions(ZoneId.of("UTC"), "testing",
      Clock.systemUTC());

  @TempDir Path directory;

  private static List<NewEvent> goal(String id) {
    return List.of(new NewEvent(Events.newId(), NewEvent.NEXT,
        new GoalCreated(id, id, null, "UltimateGoal", "Goal " + id, "", null, null, 0,
            LocalDate.EPOCH, Instant.EPOCH),
        Envelope.live(id, Events.origin())));
  }

  private Head head() {
    try (var view = StoreView.open(directory, null)) {
      return view.head();
    }
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void what_is_published_takes_the_place_of_the_store() {
    try (var store = SqliteEventStore.open(directory, OPTIONS)) {
      store.append(goal("before"));
    }
    Head staged;
    try (var staging = ImportStaging.begin(directory, OPTIONS)) {
      staging.store().append(goal("imported"));
      staged = staging.store().head();
      staging.publish();
    }

    assertThat(head()).isEqualTo(staged);
    try (var store = SqliteEventStore.open(directory, OPTIONS)) {
      assertThat(store.head().position()).isEqualTo(2);
      store.append(goal("after"));
      assertThat(store.head().position()).isEqualTo(3);
    }
  }

  @Test
  void what_is_not_published_leaves_nothing_behind() throws IOException {
    try (var store = SqliteEventStore.open(directory, OPTIONS)) {
      store.append(goal("before"));
    }
    var before = head();
    var files = files();
    try (var staging = ImportStaging.begin(directory, OPTIONS)) {
      staging.store().append(goal("imported"));
    }

    assertThat(head()).isEqualTo(before);
    assertThat(files()).isEqualTo(files);
  }

  @Test
  void the_rest_of_a_killed_import_is_thrown_away() throws IOException {
    Files.writeString(directory.resolve("events.db.importing"), "half an import");
    Files.writeString(directory.resolve("events.db.importing-journal"), "its journal");
    try (var staging = ImportStaging.begin(directory, OPTIONS)) {
      staging.store().append(goal("imported"));
      staging.publish();
    }

    assertThat(files()).containsExactly("events.db");
    assertThat(head().position()).isEqualTo(1);
  }

  @Test
  void a_store_that_does_not_fit_is_refused_and_nothing_is_left_behind() throws IOException {
    SqliteEventStore.open(directory, OPTIONS).close();
    var other = new StoreOptions(ZoneId.of("Europe/Berlin"), "testing", Clock.systemUTC());

    assertThatThrownBy(() -> ImportStaging.begin(directory, other)).isInstanceOf(StoreFault.class)
        .hasMessageContaining("zone");
    assertThat(files()).containsExactly("events.db");
    assertThat(head().position()).isZero();
  }
}
