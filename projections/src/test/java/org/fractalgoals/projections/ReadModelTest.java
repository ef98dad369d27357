package org.fractalgoals.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fractalgoals.projections.fixture.GoalFacts.deleted;
import static org.fractalgoals.projections.fixture.GoalFacts.fractal;
import static org.fractalgoals.projections.fixture.GoalFacts.goal;
import static org.fractalgoals.projections.fixture.GoalFacts.renamed;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.projections.engine.ProjectionStatus.State;
import org.fractalgoals.projections.engine.ProjectionStopped;
import org.fractalgoals.projections.file.ReadModelFault;
import org.fractalgoals.projections.file.StoredPosition;
import org.fractalgoals.projections.fixture.EventLog;
import org.fractalgoals.projections.goal.FractalRow;
import org.fractalgoals.projections.tree.GoalTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ReadModelTest {

  private static final Duration SOON = Duration.ofSeconds(30);

  @TempDir Path directory;

  private final EventLog events = new EventLog();

  private ReadModel open() {
    return ReadModel.open(directory, events, "none", Clock.systemUTC());
  }

  /** Opens, applies all there is, closes. */
  private Path filled() throws Exception {
    try (var readModel = open()) {
      catchUp(readModel);
      return file();
    }
  }

  private Path file() {
    return ReadModel.peek(directory, "none").orElseThrow().file();
  }

  private void catchUp(ReadModel readModel) throws InterruptedException {
    readModel.start();
    assertThat(readModel.await(events.head().position(), SOON)).isTrue();
  }

  private void appendSome() {
    events.append("r", "a-1", fractal("r"), goal("g", "r", "r"));
  }

  /** A row that no event made: it is there as long as the file is not built anew. */
  private static void leaveTrace(Path file) throws SQLException {
    execute(file, "UPDATE goals SET name = 'trace' WHERE id = 'r'");
  }

  private static void execute(Path file, String sql) throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private void assertNewlyBuilt() throws Exception {
    try (var readModel = open()) {
      assertThat(readModel.status().position()).isZero();
      catchUp(readModel);
      assertThat(readModel.goals().fractals()).extracting(FractalRow::name)
          .containsExactly("name of r");
      assertThat(readModel.trees().tree("r", EntityRef.goal("r")).orElseThrow().children())
          .hasSize(1);
    }
  }

  @Test
  void what_was_appended_can_be_read_once_its_position_is_reached() throws Exception {
    events.append("r", "a-1", fractal("r"));
    try (var readModel = open()) {
      readModel.start();
      var position = events.append("r", "a-2", goal("g", "r", "r"), renamed("g", "Run"));

      assertThat(readModel.await(position, SOON)).isTrue();

      assertThat(readModel.trees().tree("r", EntityRef.goal("r")).orElseThrow().children())
          .singleElement()
          .satisfies(tree -> assertThat(((GoalTree) tree).goal().name()).isEqualTo("Run"));
      assertThat(readModel.status().state()).isEqualTo(State.LIVE);
      assertThat(readModel.status().position()).isEqualTo(3);
    }
  }

  @Test
  void a_sound_file_is_used_again() throws Exception {
    appendSome();
    leaveTrace(filled());

    try (var readModel = open()) {
      assertThat(readModel.status().position()).isEqualTo(2);
      assertThat(readModel.goals().root("r").orElseThrow().name()).isEqualTo("trace");
    }
  }

  @Test
  void a_deleted_file_is_built_anew() throws Exception {
    appendSome();
    var file = filled();
    leaveTrace(file);
    Files.delete(file);

    assertNewlyBuilt();
  }

  @Test
  void a_file_that_is_no_database_is_built_anew() throws Exception {
    appendSome();
    Files.write(filled(),
        "not a database, not at all ".repeat(400).getBytes(StandardCharsets.UTF_8));

    assertNewlyBuilt();
  }

  @Test
  void a_file_with_a_damaged_page_is_built_anew() throws Exception {
    appendSome();
    var file = filled();
    damageAllButTheFirstPage(file);

    assertNewlyBuilt();
  }

  private static void damageAllButTheFirstPage(Path file) throws IOException {
    int page = 4096;
    try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
      var rubbish = new byte[page];
      Arrays.fill(rubbish, (byte) 0xa5);
      for (long offset = page; offset < bytes.length(); offset += page) {
        bytes.seek(offset);
        bytes.write(rubbish);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 99, 100, 512, 4_095, 4_096, 4_097, 20_000})
  void a_file_cut_short_is_built_anew(int length) throws Exception {
    appendSome();
    try (var bytes = new RandomAccessFile(filled().toFile(), "rw")) {
      assertThat(bytes.length()).isGreaterThan(length);
      bytes.setLength(length);
    }
    assertNewlyBuilt();
  }

  @ParameterizedTest
  @ValueSource(strings = {"DELETE FROM projection", "ALTER TABLE projection DROP COLUMN hash",
      "DROP TABLE projection", "DROP TABLE goals", "DROP INDEX idx_goals_trash",
      "CREATE TRIGGER t AFTER INSERT ON goals BEGIN DELETE FROM goals; END"})
  void a_file_that_lacks_or_has_what_it_must_not_is_built_anew(String meddling) throws Exception {
    appendSome();
    execute(filled(), meddling);

    assertNewlyBuilt();
  }

  @Test
  void a_file_with_a_damaged_companion_is_built_anew_or_unharmed() throws Exception {
    appendSome();
    var file = filled();
    Files.write(file.resolveSibling(file.getFileName() + "-wal"), new byte[10_000]);

    try (var readModel = open()) {
      catchUp(readModel);
      assertThat(readModel.trees().tree("r", EntityRef.goal("r")).orElseThrow().children())
          .hasSize(1);
    }
  }

  @Test
  void the_file_of_another_store_is_built_anew() throws Exception {
    appendSome();
    leaveTrace(filled());
    var other = new EventLog("store-2");
    events.all().forEach(event -> other.append(event.rootId(), event.actionId(),
        event.payload()));

    try (var readModel = ReadModel.open(directory, other, "none", Clock.systemUTC())) {
      assertThat(readModel.status().position()).isZero();
      readModel.start();
      assertThat(readModel.await(2, SOON)).isTrue();
    }
    assertThat(ReadModel.peek(directory, "none").orElseThrow().storeId()).isEqualTo("store-2");
  }

  @Test
  void a_file_ahead_of_the_store_is_built_anew() throws Exception {
    appendSome();
    leaveTrace(filled());
    var restored = new EventLog();
    restored.append("r", "a-1", fractal("r"));

    try (var readModel = ReadModel.open(directory, restored, "none", Clock.systemUTC())) {
      assertThat(readModel.status().complete()).isFalse();
      readModel.start();
      assertThat(readModel.await(1, SOON)).isTrue();
      assertThat(readModel.goals().fractals()).extracting(FractalRow::name)
          .containsExactly("name of r");
    }
  }

  @Test
  void a_file_that_shows_another_history_is_built_anew() throws Exception {
    appendSome();
    leaveTrace(filled());
    var restored = new EventLog();
    restored.append("r", "a-1", fractal("r"), goal("other", "r", "r"), deleted("other"));

    try (var readModel = ReadModel.open(directory, restored, "none", Clock.systemUTC())) {
      assertThat(readModel.status().position()).isZero();
    }
  }

  @Test
  void a_file_whose_name_lies_about_its_fingerprint_is_built_anew() throws Exception {
    appendSome();
    execute(filled(), "UPDATE projection SET fingerprint = '0'");

    assertNewlyBuilt();
  }

  @Test
  void other_shapes_of_events_make_another_file_beside() throws Exception {
    appendSome();
    var file = filled();

    try (var readModel = ReadModel.open(directory, events, "upcasters-2", Clock.systemUTC())) {
      assertThat(readModel.status().position()).isZero();
      catchUp(readModel);
      var other = ReadModel.peek(directory, "upcasters-2").orElseThrow();
      assertThat(other.file()).isNotEqualTo(file).hasFileName(
          "read-model-" + readModel.fingerprint().substring(0, 12) + "-1.db");
    }
    assertThat(file).as("kept for going back").exists();
  }

  @Test
  void an_unusable_place_is_named() throws Exception {
    var file = filled();
    Files.delete(file);
    Files.createDirectories(file.resolve("in the way"));

    assertThatThrownBy(this::open).isInstanceOf(ReadModelFault.class)
        .hasMessageContaining(file.toString());
  }

  @Test
  void where_nothing_is_there_is_nothing_to_peek_at() {
    assertThat(ReadModel.peek(directory, "none")).isEmpty();
  }

  @Test
  void the_position_can_be_seen_beside_the_program_that_writes() throws Exception {
    appendSome();
    try (var readModel = open()) {
      catchUp(readModel);

      assertThat(ReadModel.peek(directory, "none")).contains(
          new StoredPosition(file(), readModel.fingerprint(), "store-1", 2,
              events.head().hash()));
      var next = events.append("r", "a-2", renamed("r", "Sail"));
      assertThat(readModel.await(next, SOON)).isTrue();
    }
    assertThat(ReadModel.peek(directory, "none")).map(StoredPosition::position).contains(3L);
  }

  @Test
  void peeking_at_a_damaged_file_says_so_and_leaves_it() throws Exception {
    var file = filled();
    var rubbish = "rubbish ".repeat(2_000).getBytes(StandardCharsets.UTF_8);
    Files.write(file, rubbish);

    assertThatThrownBy(() -> ReadModel.peek(directory, "none"))
        .isInstanceOf(ReadModelFault.class).hasMessageContaining("builds it anew");
    assertThat(file).hasBinaryContent(rubbish);
  }

  @Test
  void reads_go_on_while_the_projection_is_stopped() throws Exception {
    appendSome();
    try (var readModel = open()) {
      catchUp(readModel);
      var position = events.append("r", "a-2", goal("orphan", "r", "never created"));

      assertThatThrownBy(() -> readModel.await(position, SOON))
          .isInstanceOf(ProjectionStopped.class).hasMessageContaining("event 3 (goal.created)")
          .hasMessageContaining("FOREIGN KEY");

      assertThat(readModel.status().state()).isEqualTo(State.STOPPED);
      assertThat(readModel.trees().tree("r", EntityRef.goal("r")).orElseThrow().children())
          .hasSize(1);
    }
  }

  @Test
  void nothing_is_left_beside_the_file_after_closing() throws Exception {
    appendSome();
    var file = filled();

    try (var left = Files.list(directory)) {
      assertThat(left).containsExactlyInAnyOrder(file, file.resolveSibling(
          file.getFileName().toString().replace("-1.db", ".current")));
    }
  }
}
