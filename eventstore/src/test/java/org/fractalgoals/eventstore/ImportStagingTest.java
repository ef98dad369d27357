package org.fractalgoals.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.fractalgoals.domain.entity.EntityRef;
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

  private static void publish(ImportStaging staging) {
    staging.complete();
    staging.makeIndexes();
    staging.proveChain();
    staging.publish();
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
      publish(staging);
    }

    assertThat(head()).isEqualTo(staged);
    try (var store = SqliteEventStore.open(directory, OPTIONS)) {
      assertThat(store.head().position()).isEqualTo(2);
      store.append(goal("after"));
      assertThat(store.head().position()).isEqualTo(3);
    }
  }

  @Test
  void an_import_into_an_empty_directory_makes_the_store_that_any_other_way_makes()
      throws Exception {
    try (var staging = ImportStaging.begin(directory, OPTIONS)) {
      staging.store().append(goal("first"));
      staging.store().append(goal("second"));
      publish(staging);
    }
    var ordinary = Files.createDirectory(directory.resolve("ordinary"));
    SqliteEventStore.open(ordinary, OPTIONS).close();

    assertThat(declarations(directory)).isEqualTo(declarations(ordinary)).isNotEmpty();
    try (var store = SqliteEventStore.open(directory, OPTIONS)) {
      assertThat(store.walkChain().fault()).isNull();
      assertThat(store.after(0, 10)).hasSize(2);
      assertThat(store.entities().find(EntityRef.goal("second"))).isPresent();
    }
  }

  @Test
  void a_copy_without_its_indexes_or_the_proof_of_its_chain_is_not_published() {
    try (var staging = ImportStaging.begin(directory, OPTIONS)) {
      staging.store().append(goal("imported"));
      staging.complete();
      staging.proveChain();
      assertThatThrownBy(staging::publish).hasMessageContaining("not complete");
      staging.makeIndexes();
      staging.store().append(goal("unproven"));
      assertThatThrownBy(staging::publish).hasMessageContaining("not complete");
    }
    assertThat(directory.resolve("events.db")).doesNotExist();
  }

  private static List<String> declarations(Path directory) throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve(
        "events.db"));
        var statement = connection.createStatement();
        var rows = statement.executeQuery(
            "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name")) {
      var declarations = new ArrayList<String>();
      while (rows.next()) {
        declarations.add(rows.getString(1));
      }
      return declarations;
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
      publish(staging);
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
