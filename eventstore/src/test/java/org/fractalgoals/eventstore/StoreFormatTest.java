package org.fractalgoals.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fractalgoals.eventstore.Events.NOON;
import static org.fractalgoals.eventstore.Events.ROOT_GOAL;
import static org.fractalgoals.eventstore.Events.activity;
import static org.fractalgoals.eventstore.Events.fractal;
import static org.fractalgoals.eventstore.Events.goal;
import static org.fractalgoals.eventstore.Events.live;
import static org.fractalgoals.eventstore.Events.named;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.eventstore.SuiteEvent.Deleted;
import org.fractalgoals.eventstore.SuiteEvent.Moved;
import org.fractalgoals.eventstore.fault.StoreFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in the file, and which files are accepted. */
class StoreFormatTest {

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  @TempDir Path directory;

  private SqliteEventStore open(String zone, String environment) {
    return SqliteEventStore.open(directory,
        new StoreOptions(ZoneId.of(zone), environment, Clock.systemUTC()));
  }

  private SqliteStoreUnderTest openSuite() {
    return SqliteStoreUnderTest.open(directory, new SettableClock(NOON),
        SqliteStoreUnderTest.SUITE_CODEC);
  }

  private List<String> query(String sql) {
    var rows = new ArrayList<String>();
    try (
        var connection = DriverManager
            .getConnection("jdbc:sqlite:" + directory.resolve(SqliteEventStore.FILE));
        var statement = connection.createStatement();
        var result = statement.executeQuery(sql)) {
      while (result.next()) {
        var row = new ArrayList<String>();
        for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
          row.add(String.valueOf(result.getString(column)));
        }
        rows.add(String.join("|", row));
      }
      return rows;
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private void execute(String sql) {
    try (
        var connection = DriverManager
            .getConnection("jdbc:sqlite:" + directory.resolve(SqliteEventStore.FILE));
        var statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void a_store_remembers_its_id_its_zone_and_its_environment() {
    StoreInfo made;
    try (var store = open("America/New_York", "testing")) {
      made = store.info();
    }
    try (var store = SqliteEventStore.open(directory,
        new StoreOptions(null, "testing", Clock.systemUTC()))) {
      assertThat(store.info()).isEqualTo(made);
      assertThat(made.zone()).isEqualTo(NEW_YORK);
      assertThat(made.formatVersion()).isEqualTo("1.1");
    }
  }

  @Test
  void another_zone_or_environment_is_refused() {
    open("America/New_York", "testing").close();

    assertThatThrownBy(() -> open("Europe/Berlin", "testing")).isInstanceOf(StoreFault.class)
        .hasMessageContaining("America/New_York");
    assertThatThrownBy(() -> open("America/New_York", "production"))
        .isInstanceOf(StoreFault.class).hasMessageContaining("testing");
  }

  @Test
  void a_store_of_an_older_minor_format_gets_what_it_lacks_and_a_copy_of_it_as_it_was_stays()
      throws Exception {
    StoreInfo made;
    try (var store = open("UTC", "testing")) {
      made = store.info();
    }
    execute("DROP TABLE idempotency");
    execute("DROP TABLE api_key");
    execute("UPDATE store SET format_version = '1.0'");

    try (var store = open("UTC", "testing")) {
      assertThat(store.info()).isEqualTo(made);
    }

    assertThat(query("SELECT name FROM sqlite_schema WHERE name IN ('idempotency', 'api_key')"))
        .hasSize(2);
    try (var backups = Files.list(directory.resolve("backups"))) {
      var copies = backups.toList();
      assertThat(copies).singleElement().asString().contains("events.db.format_1.0_");
      try (var connection = DriverManager.getConnection("jdbc:sqlite:" + copies.getFirst());
          var statement = connection.createStatement();
          var row = statement.executeQuery("SELECT store_id, format_version FROM store")) {
        assertThat(row.getString(1)).isEqualTo(made.storeId());
        assertThat(row.getString(2)).isEqualTo("1.0");
      }
    }
    open("UTC", "testing").close();
    try (var backups = Files.list(directory.resolve("backups"))) {
      assertThat(backups).as("nothing is left to upgrade").hasSize(1);
    }
  }

  @Test
  void a_newer_format_is_refused_and_a_newer_minor_one_is_not() {
    open("UTC", "testing").close();
    execute("UPDATE store SET format_version = '1.7'");
    open("UTC", "testing").close();
    execute("UPDATE store SET format_version = '2.0'");

    assertThatThrownBy(() -> open("UTC", "testing")).isInstanceOf(StoreFault.class)
        .hasMessageContaining("newer program");
    assertThatThrownBy(() -> StoreView.open(directory, null)).isInstanceOf(StoreFault.class);
  }

  @Test
  void a_file_that_is_no_event_store_is_refused_and_left_alone() throws Exception {
    var file = directory.resolve(SqliteEventStore.FILE);
    Files.writeString(file, "not a database, but long enough to look at ".repeat(50));
    var bytes = Files.readAllBytes(file);

    assertThatThrownBy(() -> open("UTC", "testing")).isInstanceOf(StoreFault.class);
    assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
  }

  @Test
  void another_database_is_refused() {
    execute("CREATE TABLE goals (id TEXT)");

    assertThatThrownBy(() -> open("UTC", "testing")).isInstanceOf(StoreFault.class)
        .hasMessageContaining("not an event store");
    assertThatThrownBy(() -> StoreView.open(directory, null)).isInstanceOf(StoreFault.class)
        .hasMessageContaining("not an event store");
  }

  @Test
  void a_view_reads_beside_the_writer() {
    try (var store = openSuite()) {
      store.appender().append(live(fractal()));
      try (var view = StoreView.open(directory, "testing")) {
        assertThat(view.head()).isEqualTo(store.reader().head());
        assertThat(view.info()).isEqualTo(store.store().info());
        store.appender().append(live(goal("g", ROOT_GOAL)));
        assertThat(view.head().position()).isEqualTo(2);
      }
    }
    assertThatThrownBy(() -> StoreView.open(directory.resolve("empty"), null))
        .isInstanceOf(StoreFault.class).hasMessageContaining("no event store");
  }

  @Test
  void payload_and_metadata_are_readable_and_the_rest_stands_in_columns() {
    try (var store = openSuite()) {
      store.appender().append(live(fractal()));
    }

    assertThat(query("""
      SELECT position, stream, sequence, type, revision, recorded_at, effective_at, root_id, actor,
             source, import_id, causation_id, purged_by, metadata, payload, source_row
        FROM events
      """)).containsExactly("""
      1|goal/root|0|suite.added|1|1772625600000000|1772625600000000|root|tester|api|null|null|null\
      |{"requestId":"r-1"}\
      |{"ref":{"kind":"goal","id":"root"},"sortOrder":0,"at":"2026-03-04T12:00:00Z"}|null""");
    assertThat(query("SELECT length(salt), length(digest), length(hash) FROM events"))
        .containsExactly("16|32|32");
  }

  @Test
  void a_position_is_never_given_twice() {
    try (var store = openSuite()) {
      store.appender().append(live(fractal(), goal("g", ROOT_GOAL)));
    }

    assertThat(query("SELECT seq FROM sqlite_sequence WHERE name = 'events'")).containsExactly("2");
    assertThat(query("SELECT sql FROM sqlite_master WHERE name = 'events'").get(0))
        .contains("INTEGER PRIMARY KEY AUTOINCREMENT");
  }

  @Test
  void a_store_whose_end_was_cut_off_is_refused_instead_of_being_written_on() {
    try (var store = openSuite()) {
      store.appender().append(live(fractal(), goal("g", ROOT_GOAL), goal("h", ROOT_GOAL)));
    }
    execute("DELETE FROM events WHERE position > 1");

    assertThatThrownBy(this::openSuite).isInstanceOf(StoreFault.class)
        .hasMessageContaining("ends at event 1").hasMessageContaining("event 3");
  }

  @Test
  void the_lookup_made_again_from_the_events_equals_the_one_that_was_kept() {
    try (var store = openSuite()) {
      store.appender().append(live(fractal(), goal("a", ROOT_GOAL), goal("b", ROOT_GOAL),
          named(activity("k"), "Knots")));
      store.appender().append(live(new Moved(EntityRef.goal("b"), EntityRef.goal("a"), NOON)));
      store.appender().append(live(new Deleted(EntityRef.goal("b"), NOON)));
      store.appender().append(live(goal("c", ROOT_GOAL), goal("d", EntityRef.goal("c"))));
      store.appender().append(
          live(new Deleted(EntityRef.goal("c"), NOON), new Deleted(EntityRef.goal("d"), NOON)));
      store.appender().append(live(new SuiteEvent.Restored(EntityRef.goal("c"), NOON),
          new SuiteEvent.Restored(EntityRef.goal("d"), NOON),
          new SuiteEvent.Placed(EntityRef.goal("c"), 9, NOON),
          new SuiteEvent.Renamed(activity("k"), "More knots", NOON)));
      store.appender().append(List.of(
          Events.imported(named(activity("l"), "More knots"), NOON, "DUPLICATE_NAME(name)"),
          Events.imported(new SuiteEvent.Presumed(EntityRef.goal("m"), null, NOON), NOON),
          Events.imported(new SuiteEvent.Presumed(EntityRef.goal("n"), null, NOON), NOON),
          Events.imported(goal("m", ROOT_GOAL), NOON)));
    }
    var kept = query("SELECT * FROM entity ORDER BY kind, id");
    execute("UPDATE store SET lookup_version = 0");
    execute("DELETE FROM entity WHERE id = 'a'");
    openSuite().close();

    assertThat(kept).hasSize(9);
    assertThat(query("SELECT * FROM entity ORDER BY kind, id")).isEqualTo(kept);
  }
}
