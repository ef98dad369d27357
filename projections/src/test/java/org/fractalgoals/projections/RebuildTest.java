package org.fractalgoals.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fractalgoals.projections.fixture.GoalFacts.fractal;
import static org.fractalgoals.projections.fixture.GoalFacts.goal;
import static org.fractalgoals.projections.fixture.GoalFacts.renamed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

import org.fractalgoals.domain.event.RecordedEvent;
import org.fractalgoals.projections.engine.ProjectionStatus.State;
import org.fractalgoals.projections.engine.ProjectionStopped;
import org.fractalgoals.projections.engine.Projector;
import org.fractalgoals.projections.engine.Statements;
import org.fractalgoals.projections.fixture.EventLog;
import org.fractalgoals.projections.goal.GoalProjector;
import org.fractalgoals.projections.rebuild.RebuildProgress;
import org.fractalgoals.projections.rebuild.RebuildProgress.Phase;
import org.fractalgoals.projections.rebuild.RebuildRunning;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A read model is built anew beside the one that answers. */
@Timeout(60)
class RebuildTest {

  private static final Duration SOON = Duration.ofSeconds(30);

  @TempDir Path directory;

  private final EventLog events = new EventLog();

  /** Goals, and whatever a test does at an event. */
  private static final class Watching implements Projector {

    private final Projector goals = new GoalProjector();
    private final List<String> bulk = new ArrayList<>();
    private volatile Predicate<RecordedEvent> at = event -> true;
    private volatile @Nullable SQLException refusal;

    @Override
    public String name() {
      return goals.name();
    }

    @Override
    public int version() {
      return goals.version();
    }

    @Override
    public void apply(RecordedEvent event, Statements rows) throws SQLException {
      var thrown = refusal;
      if (thrown != null) {
        throw thrown;
      }
      if (!at.test(event)) {
        throw new IllegalArgumentException("no taste for event " + event.position());
      }
      goals.apply(event, rows);
    }

    @Override
    public void bulkBegins(Statements rows) {
      bulk.add("begins");
    }

    @Override
    public void bulkEnds(Statements rows) {
      bulk.add("ends");
    }
  }

  private ReadModel open(Projector... projectors) {
    return ReadModel.open(directory, events, "none", Clock.systemUTC(), List.of(projectors));
  }

  private ReadModel started(Projector... projectors) throws Exception {
    var readModel = open(projectors);
    var end = end(readModel);
    readModel.start();
    assertThat(end.get(30, TimeUnit.SECONDS).phase()).isEqualTo(Phase.DONE);
    return readModel;
  }

  /** Rebuilds, and waits for the end. */
  private static RebuildProgress rebuild(ReadModel readModel) throws Exception {
    var end = end(readModel);
    readModel.rebuild();
    return end.get(30, TimeUnit.SECONDS);
  }

  private static CompletableFuture<RebuildProgress> end(ReadModel readModel) {
    var end = new CompletableFuture<RebuildProgress>();
    readModel.onRebuildProgress(progress -> {
      if (!progress.isRunning()) {
        end.complete(progress);
      }
    });
    return end;
  }

  private List<String> files() throws IOException {
    try (var files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString())
          .map(name -> name.replaceFirst("read-model-[0-9a-f]{12}", "R")).sorted().toList();
    }
  }

  private static String nameOf(ReadModel readModel, String goal) {
    return readModel.goals().root(goal).orElseThrow().name();
  }

  /** A row that no event made: it is gone when the file is another one. */
  private static void leaveTrace(ReadModel readModel) throws SQLException {
    try (var connection = DriverManager
        .getConnection("jdbc:sqlite:" + readModel.file().orElseThrow());
        var statement = connection.createStatement()) {
      statement.execute("UPDATE goals SET name = 'trace' WHERE id = 'r'");
    }
  }

  @Test
  void the_new_one_takes_the_place_of_the_old_one_which_is_kept_until_the_next() throws Exception {
    events.append("r", "a-1", fractal("r"));
    try (var readModel = started(new Watching())) {
      leaveTrace(readModel);
      assertThat(nameOf(readModel, "r")).isEqualTo("trace");

      assertThat(rebuild(readModel).phase()).isEqualTo(Phase.DONE);

      assertThat(nameOf(readModel, "r")).isEqualTo("name of r");
      assertThat(readModel.generations()).extracting(Generation::current)
          .containsExactly(false, true);
      assertThat(rebuild(readModel).phase()).isEqualTo(Phase.DONE);
    }
    assertThat(files()).contains("R-2.db", "R-3.db", "R.current").doesNotContain("R-1.db");
    try (var readModel = open(new Watching())) {
      assertThat(readModel.file().orElseThrow()).hasFileName(
          "read-model-" + readModel.fingerprint().substring(0, 12) + "-3.db");
      assertThat(readModel.status().position()).as("nothing is to be built").isEqualTo(1);
    }
  }

  @Test
  void it_follows_what_is_appended_afterwards() throws Exception {
    events.append("r", "a-1", fractal("r"));
    try (var readModel = started(new Watching())) {
      rebuild(readModel);
      var position = events.append("r", "a-2", renamed("r", "Sail"));

      assertThat(readModel.await(position, SOON)).isTrue();
      assertThat(nameOf(readModel, "r")).isEqualTo("Sail");
    }
  }

  @Test
  void its_phases_and_figures_can_be_followed() throws Exception {
    events.append("r", "a-1", fractal("r"), goal("g", "r", "r"));
    try (var readModel = started(new Watching())) {
      assertThat(readModel.lastRebuild().orElseThrow().phase()).as("the first one")
          .isEqualTo(Phase.DONE);
      var seen = new ArrayList<RebuildProgress>();
      try (var subscription = readModel.onRebuildProgress(seen::add)) {
        assertThat(subscription).isNotNull();
        rebuild(readModel);
      }
      assertThat(seen).extracting(RebuildProgress::phase).containsSubsequence(Phase.INDEXING,
          Phase.CHECKING, Phase.CATCHING_UP, Phase.SWITCHING, Phase.DONE);
      var last = seen.getLast();
      assertThat(last.done()).isEqualTo(2);
      assertThat(last.total()).isEqualTo(2);
      assertThat(last.eventsPerSecond()).isPositive();
      assertThat(last.endedAt()).isAfterOrEqualTo(last.startedAt());
      assertThat(last.problem()).isNull();

      seen.clear();
      rebuild(readModel);
      assertThat(seen).as("after the subscription was closed").isEmpty();
    }
  }

  @Test
  void projectors_are_told_of_the_bulk_and_of_nothing_else() throws Exception {
    events.append("r", "a-1", fractal("r"));
    var goals = new Watching();
    try (var readModel = started(goals)) {
      assertThat(goals.bulk).containsExactly("begins", "ends");
      rebuild(readModel);
      assertThat(goals.bulk).containsExactly("begins", "ends", "begins", "ends");
    }
  }

  @Test
  void readers_get_answers_all_the_time_and_never_see_time_run_backwards() throws Exception {
    events.append("r", "a-1", fractal("r"));
    try (var readModel = started(new Watching());
        var threads = Executors.newFixedThreadPool(2)) {
      var ended = new AtomicBoolean();
      var writing = CompletableFuture.supplyAsync(() -> {
        long count = 0;
        while (!ended.get()) {
          count++;
          await(readModel, events.append("r", "w-" + count, renamed("r", String.valueOf(count))));
        }
        return count;
      }, threads);
      var reading = CompletableFuture.supplyAsync(() -> {
        long newest = 0;
        long answers = 0;
        while (!ended.get()) {
          var name = nameOf(readModel, "r");
          long shown = name.equals("name of r") ? 0 : Long.parseLong(name);
          assertThat(shown).isGreaterThanOrEqualTo(newest);
          newest = shown;
          answers++;
        }
        return answers;
      }, threads);
      for (int round = 0; round < 5; round++) {
        assertThat(rebuild(readModel).phase()).isEqualTo(Phase.DONE);
      }
      ended.set(true);

      assertThat(reading.get(30, TimeUnit.SECONDS)).isPositive();
      var count = writing.get(30, TimeUnit.SECONDS);
      assertThat(readModel.await(events.head().position(), SOON)).isTrue();
      assertThat(nameOf(readModel, "r")).isEqualTo(String.valueOf(count));
    }
  }

  @Test
  void who_waits_for_an_event_that_arrives_in_the_switch_gets_it() throws Exception {
    events.append("r", "a-1", fractal("r"));
    try (var readModel = started(new Watching())) {
      var waited = new CompletableFuture<Boolean>();
      readModel.onRebuildProgress(progress -> {
        if (progress.phase() == Phase.SWITCHING) {
          var position = events.append("r", "late", renamed("r", "Late"));
          Thread.startVirtualThread(() -> {
            try {
              waited.complete(readModel.await(position, SOON));
            } catch (InterruptedException e) {
              waited.completeExceptionally(e);
            }
          });
        }
      });

      assertThat(rebuild(readModel).phase()).isEqualTo(Phase.DONE);
      assertThat(waited.get(30, TimeUnit.SECONDS)).isTrue();
      assertThat(nameOf(readModel, "r")).isEqualTo("Late");
    }
  }

  @Test
  void a_thread_with_a_pin_stays_with_what_it_has_seen() throws Exception {
    events.append("r", "a-1", fractal("r"));
    try (var readModel = started(new Watching())) {
      leaveTrace(readModel);
      var old = readModel.file().orElseThrow();
      try (var pin = readModel.pin()) {
        assertThat(pin).isNotNull();
        try (var inner = readModel.pin()) {
          assertThat(inner).isNotNull();
        }
        rebuild(readModel);
        rebuild(readModel);
        assertThat(nameOf(readModel, "r")).as("though its file has no name any more")
            .isEqualTo("trace");
        assertThat(old).doesNotExist();
      }
      assertThat(nameOf(readModel, "r")).isEqualTo("name of r");
    }
  }

  @Test
  void a_second_one_is_refused_and_told_of_the_first() throws Exception {
    events.append("r", "a-1", fractal("r"));
    var goals = new Watching();
    try (var readModel = started(goals)) {
      var begun = new CountDownLatch(1);
      var goOn = new CountDownLatch(1);
      goals.at = event -> {
        begun.countDown();
        return awaited(goOn);
      };
      var end = end(readModel);
      var first = readModel.rebuild();
      assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();

      assertThatThrownBy(readModel::rebuild).isInstanceOfSatisfying(RebuildRunning.class,
          refusal -> assertThat(refusal.progress().startedAt()).isEqualTo(first.startedAt()));

      goOn.countDown();
      assertThat(end.get(30, TimeUnit.SECONDS).phase()).isEqualTo(Phase.DONE);
    }
  }

  @Test
  void a_cancelled_one_leaves_no_trace() throws Exception {
    for (int count = 0; count < 1500; count++) {
      events.append("r" + count, "a-" + count, fractal("r" + count));
    }
    var goals = new Watching();
    try (var readModel = started(goals)) {
      var before = files();
      assertThat(readModel.cancelRebuild()).as("none runs").isFalse();
      var begun = new CountDownLatch(1);
      var goOn = new CountDownLatch(1);
      goals.at = event -> {
        begun.countDown();
        return awaited(goOn);
      };
      var end = end(readModel);
      readModel.rebuild();
      assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
      assertThat(readModel.cancelRebuild()).isTrue();
      goOn.countDown();

      assertThat(end.get(30, TimeUnit.SECONDS).phase()).isEqualTo(Phase.CANCELLED);
      assertThat(files()).isEqualTo(before);
      goals.at = event -> true;
      assertThat(rebuild(readModel).phase()).as("asked for again").isEqualTo(Phase.DONE);
    }
  }

  @Test
  void closing_ends_one_that_runs() throws Exception {
    events.append("r", "a-1", fractal("r"));
    var goals = new Watching();
    var readModel = started(goals);
    var begun = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    goals.at = event -> {
      begun.countDown();
      return awaited(goOn);
    };
    readModel.rebuild();
    assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
    var closing = CompletableFuture.runAsync(readModel::close);
    goOn.countDown();
    closing.get(30, TimeUnit.SECONDS);

    assertThat(files()).containsExactly("R-1.db", "R.current");
    assertThatThrownBy(readModel::rebuild).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void one_that_meets_an_event_it_cannot_apply_names_it_and_the_old_one_answers_on()
      throws Exception {
    events.append("r", "a-1", fractal("r"), renamed("r", "Sail"));
    var goals = new Watching();
    try (var readModel = started(goals)) {
      var before = files();
      goals.at = event -> event.position() < 2;

      var end = rebuild(readModel);

      assertThat(end.phase()).isEqualTo(Phase.FAILED);
      assertThat(end.problem()).contains("event 2 (goal.renamed)").contains("no taste");
      assertThat(files()).isEqualTo(before);
      assertThat(nameOf(readModel, "r")).isEqualTo("Sail");
      assertThat(readModel.status().state()).isEqualTo(State.LIVE);
    }
  }

  @Test
  void a_first_one_that_meets_such_an_event_stops_before_it() throws Exception {
    events.append("r", "a-1", fractal("r"), renamed("r", "Sail"));
    var goals = new Watching();
    goals.at = event -> event.position() < 2;
    try (var readModel = open(goals)) {
      var end = end(readModel);
      readModel.start();

      assertThat(end.get(30, TimeUnit.SECONDS).phase()).isEqualTo(Phase.FAILED);
      assertThatThrownBy(() -> readModel.await(2, SOON)).isInstanceOf(ProjectionStopped.class)
          .hasMessageContaining("event 2 (goal.renamed)");
      assertThat(readModel.status().state()).isEqualTo(State.STOPPED);
      assertThat(readModel.status().complete()).isFalse();
      assertThat(readModel.status().position()).isEqualTo(1);

      goals.at = event -> true;
      assertThat(rebuild(readModel).phase()).isEqualTo(Phase.DONE);
      assertThat(nameOf(readModel, "r")).isEqualTo("Sail");
    }
  }

  @Test
  void a_reference_that_leads_nowhere_is_laid_at_the_door_of_its_event() throws Exception {
    events.append("r", "a-1", fractal("r"), goal("orphan", "r", "never created"),
        goal("g", "r", "r"));
    try (var readModel = open(new Watching())) {
      readModel.start();

      assertThatThrownBy(() -> readModel.await(3, SOON)).isInstanceOf(ProjectionStopped.class)
          .hasMessageContaining("event 2 (goal.created)").hasMessageContaining("FOREIGN KEY");
    }
  }

  @Test
  void an_empty_store_and_one_event_are_enough() throws Exception {
    try (var readModel = started(new Watching())) {
      assertThat(rebuild(readModel).phase()).isEqualTo(Phase.DONE);
      assertThat(readModel.goals().fractals()).isEmpty();
      events.append("r", "a-1", fractal("r"));
      assertThat(rebuild(readModel).phase()).isEqualTo(Phase.DONE);
      assertThat(readModel.goals().fractals()).hasSize(1);
    }
  }

  @Test
  void where_the_disk_refuses_the_old_one_answers_on_and_a_retry_needs_no_hands()
      throws Exception {
    events.append("r", "a-1", fractal("r"));
    var goals = new Watching();
    try (var readModel = started(goals)) {
      var before = files();
      goals.refusal = new SQLException("database or disk is full");

      var end = rebuild(readModel);

      assertThat(end.phase()).isEqualTo(Phase.FAILED);
      assertThat(end.problem()).contains("disk is full");
      assertThat(files()).isEqualTo(before);
      assertThat(nameOf(readModel, "r")).isEqualTo("name of r");
      goals.refusal = null;
      assertThat(rebuild(readModel).phase()).isEqualTo(Phase.DONE);
    }
  }

  @Test
  void what_dead_processes_left_is_removed_and_what_a_living_one_builds_is_not()
      throws Exception {
    started(new Watching()).close();
    var stem = files().getFirst().startsWith("R") ? stem() : "";
    long alive = ProcessHandle.current().parent().orElseThrow().pid();
    for (var name : List.of(stem + "-7.db.999999999.building",
        stem + "-7.db.999999999.building-wal",
        stem + "-8.db", stem + "-9.db." + alive + ".building", stem + ".db")) {
      Files.writeString(directory.resolve(name), "x");
    }

    open(new Watching()).close();

    assertThat(files()).containsExactly("R-1.db", "R-9.db." + alive + ".building", "R.current");
  }

  @Test
  void what_another_program_has_complete_but_not_yet_in_use_is_left_to_it() throws Exception {
    started(new Watching()).close();
    ReadModel.build(directory, events, "other", Clock.systemUTC(), progress -> {});
    var other = ReadModel.peek(directory, "other").orElseThrow().file();
    var next = other.resolveSibling(other.getFileName().toString().replace("-1.db", "-2.db"));
    Files.copy(other, next);

    open(new Watching()).close();
    assertThat(next).exists();

    ReadModel.open(directory, events, "other", Clock.systemUTC()).close();
    assertThat(next).as("once that one runs without it").doesNotExist();
    assertThat(other).exists();
  }

  private String stem() throws IOException {
    try (var files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".current")).findFirst().orElseThrow()
          .replace(".current", "");
    }
  }

  @Test
  void what_is_prepared_for_another_program_leaves_this_one_alone_and_is_ready_for_that()
      throws Exception {
    events.append("r", "a-1", fractal("r"));
    try (var old = ReadModel.open(directory, events, "old", Clock.systemUTC())) {
      var first = end(old);
      old.start();
      // until then it tidies up, and takes what its own process builds for left behind
      assertThat(first.get(30, TimeUnit.SECONDS).phase()).isEqualTo(Phase.DONE);
      var seen = new ArrayList<Phase>();
      ReadModel.build(directory, events, "new", Clock.systemUTC(),
          progress -> seen.add(progress.phase()));
      assertThat(seen).endsWith(Phase.DONE);
      assertThat(nameOf(old, "r")).isEqualTo("name of r");
      rebuild(old);
    }
    events.append("r", "a-2", renamed("r", "Sail"));
    try (var next = ReadModel.open(directory, events, "new", Clock.systemUTC())) {
      assertThat(next.status().position()).as("prepared").isEqualTo(1);
      next.start();
      assertThat(next.await(2, SOON)).isTrue();
      assertThat(nameOf(next, "r")).isEqualTo("Sail");
    }
    try (var back = ReadModel.open(directory, events, "old", Clock.systemUTC())) {
      assertThat(back.status().position()).as("kept for going back").isEqualTo(1);
    }
  }

  private static void await(ReadModel readModel, long position) {
    try {
      assertThat(readModel.await(position, SOON)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean awaited(CountDownLatch latch) {
    try {
      return latch.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
