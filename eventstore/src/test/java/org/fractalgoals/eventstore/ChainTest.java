package org.fractalgoals.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fractalgoals.eventstore.Events.NOON;
import static org.fractalgoals.eventstore.Events.fractal;
import static org.fractalgoals.eventstore.Events.live;
import static org.fractalgoals.eventstore.Events.note;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;

import org.fractalgoals.eventstore.chain.Chain;
import org.fractalgoals.eventstore.chain.ChainCheck;
import org.fractalgoals.eventstore.chain.ChainedEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The chain shows what was done to the history behind the program's back. */
class ChainTest {

  @TempDir Path directory;

  @BeforeEach
  void aStoreWithFiveEvents() {
    try (var store = SqliteStoreUnderTest.open(directory, new SettableClock(NOON),
        SqliteStoreUnderTest.SUITE_CODEC)) {
      store.appender().append(live(fractal(), note("a", "0"), note("a", "1"), note("b", "0")));
      store.appender().append(live(note("b", "1")));
    }
  }

  private ChainCheck.Result walkAfter(String... statements) {
    try (
        var connection = DriverManager
            .getConnection("jdbc:sqlite:" + directory.resolve(SqliteEventStore.FILE));
        var statement = connection.createStatement()) {
      for (var sql : statements) {
        statement.executeUpdate(sql);
      }
      try (var row = statement.executeQuery("SELECT store_id FROM store")) {
        return new ChainCheck(connection, Codecs.current()).walk(row.getString(1), position -> {});
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void an_untouched_history_is_intact() {
    assertThat(walkAfter().isIntact()).isTrue();
    assertThat(walkAfter().head().position()).isEqualTo(5);
  }

  @Test
  void an_altered_content_is_named() {
    var result = walkAfter(
        "UPDATE events SET payload = replace(payload, '1', '2') WHERE position = 3");

    assertThat(result.fault()).isEqualTo("the content of event 3 (suite.noted) was altered");
    assertThat(result.head().position()).isEqualTo(2);
  }

  @Test
  void an_altered_column_is_named() {
    assertThat(walkAfter("UPDATE events SET actor = 'somebody else' WHERE position = 4").fault())
        .startsWith("event 4 (suite.noted) was altered");
  }

  @Test
  void a_removed_event_is_named() {
    assertThat(walkAfter("DELETE FROM events WHERE position = 2").fault())
        .isEqualTo("event 2 is missing");
  }

  @Test
  void an_inserted_event_is_named() {
    assertThat(walkAfter("UPDATE events SET position = 6 WHERE position = 5",
        """
          INSERT INTO events
          SELECT 5, 'forged', stream, 9, type, revision, recorded_at, effective_at, root_id, actor, source,
                 action_id, import_id, causation_id, digest, hash, purged_by, salt, metadata, payload,
                 source_row
            FROM events WHERE position = 4
          """)
        .fault()).startsWith("event 5 ");
  }

  @Test
  void swapped_events_are_named() {
    assertThat(walkAfter("UPDATE events SET position = 100 WHERE position = 2",
        "UPDATE events SET position = 2 WHERE position = 3",
        "UPDATE events SET position = 3 WHERE position = 100").fault()).startsWith("event 2 ");
  }

  @Test
  void a_cut_tail_is_named() {
    assertThat(walkAfter("DELETE FROM events WHERE position >= 4").fault())
        .isEqualTo("the events from 4 to 5 are missing");
  }

  /** The figures were worked out apart from this program, from the encoding that the decision record describes. */
  @Test
  void the_encoding_is_the_one_that_is_written_down() {
    var salt = HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f");
    var digest = Chain.digest(salt, "{\"name\":\"Größe\"}", "{}", null);
    var hash = Chain.hash(Chain.start("store-1"),
        new ChainedEvent(1, "e-1", "goal/g-1", 0, "goal.created", 1, 1_772_625_600_000_000L,
            1_772_625_600_000_000L, "g-1", "local", "api", "a-1", null, null, digest));

    assertThat(HexFormat.of().formatHex(Chain.start("store-1")))
        .isEqualTo("9e06492aea588b72edd3a3173abb0c07f2c7082e100633e5838678db97aad05c");
    assertThat(HexFormat.of().formatHex(digest))
        .isEqualTo("0f9ff1a20ed1adbd3561fb533b07af2a8a3291ac90ce5fb4c73566675dc7bf44");
    assertThat(HexFormat.of().formatHex(hash))
        .isEqualTo("dae518554a273196963d4a4809826af0e216d702d74dbb2745aa912a5326803b");
  }
}
