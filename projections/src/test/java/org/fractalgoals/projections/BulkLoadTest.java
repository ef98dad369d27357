package org.fractalgoals.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fractalgoals.projections.fixture.GoalFacts.at;
import static org.fractalgoals.projections.fixture.GoalFacts.fractal;
import static org.fractalgoals.projections.fixture.GoalFacts.goal;
import static org.fractalgoals.projections.fixture.GoalFacts.json;
import static org.fractalgoals.projections.fixture.SessionFacts.session;
import static org.fractalgoals.projections.fixture.SessionFacts.sessionDeleted;
import static org.fractalgoals.projections.fixture.SessionFacts.sessionMoved;
import static org.fractalgoals.projections.fixture.SessionFacts.sessionRestored;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.session.SessionEvent.SessionDataChanged;
import org.fractalgoals.domain.session.SessionEvent.SessionGoalLinked;
import org.fractalgoals.domain.session.SessionEvent.SessionRenamed;
import org.fractalgoals.projections.engine.ProjectionStopped;
import org.fractalgoals.projections.fixture.EventLog;
import org.fractalgoals.projections.verify.ReadModelCheck;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is written when all events come at once is what was written when they came one after the other. */
@Timeout(60)
class BulkLoadTest {

  private static final int MORE_THAN_WAIT = 2_100;
  private static final Duration SOON = Duration.ofSeconds(30);

  @TempDir Path directory;

  private final EventLog events = new EventLog();

  private static SessionDataChanged saved(String session, String text, @Nullable Instant at) {
    return new SessionDataChanged(session, json("{\"text\":\"%s\"}".formatted(text)), at);
  }

  /** Shows the events as they come in one read model, and all of them at once in another. */
  private void assertSameRows(List<DomainEvent> payloads) throws Exception {
    try (var live = ReadModel.open(directory.resolve("live"), events, "none", Clock.systemUTC())) {
      live.start();
      for (var payload : payloads) {
        events.append("r", "a", payload);
      }
      assertThat(live.await(payloads.size(), SOON)).isTrue();
      ReadModel.build(directory.resolve("bulk"), events, "none", Clock.systemUTC(), step -> {});
      try (var check = ReadModelCheck.open(live.file().orElseThrow())) {
        var bulk = ReadModel.peek(directory.resolve("bulk"), "none").orElseThrow().file();
        var compared = check.against(bulk, 10);
        assertThat(compared.first()).isEmpty();
        assertThat(compared.rows()).isPositive();
      }
    }
  }

  @Test
  void of_a_session_saved_again_and_again_the_last_counts() throws Exception {
    assertSameRows(List.of(fractal("r"), session("s", "r", "r"), saved("s", "1", at(1)),
        saved("s", "2", at(2)), saved("s", "3", at(3))));
  }

  @Test
  void a_save_at_an_unknown_time_leaves_the_time_of_the_one_before() throws Exception {
    assertSameRows(List.of(fractal("r"), session("s", "r", "r"), saved("s", "1", at(1)),
        saved("s", "2", null), saved("s", "3", null), session("t", "r", "r"),
        saved("t", "1", null), saved("t", "2", at(2))));
  }

  @Test
  void whatever_else_is_done_to_a_session_is_done_after_what_was_saved_before() throws Exception {
    assertSameRows(List.of(fractal("r"), goal("g", "r", "r"), session("s", "r", "r"),
        saved("s", "1", at(1)), new SessionRenamed("s", "Dusk", at(2)), saved("s", "2", at(3)),
        new SessionGoalLinked("s", "g", "short_term", at(4)), saved("s", "3", at(5)),
        sessionMoved("s", "g"), saved("s", "4", at(6)), sessionDeleted("s"),
        sessionRestored("s"), saved("s", "5", at(7))));
  }

  @Test
  void more_sessions_than_may_wait_are_saved_in_turn() throws Exception {
    var payloads = new ArrayList<DomainEvent>(List.of(fractal("r")));
    for (int number = 0; number < MORE_THAN_WAIT; number++) {
      payloads.add(session("s" + number, "r", "r"));
    }
    for (int round = 0; round < 3; round++) {
      for (int number = 0; number < MORE_THAN_WAIT; number++) {
        payloads.add(saved("s" + number, round + " of " + number, at(1 + round)));
      }
    }
    assertSameRows(payloads);
  }

  @Test
  void a_save_of_a_session_that_was_never_created_is_named() {
    events.append("r", "a", fractal("r"), session("s", "r", "r"), saved("s", "1", at(1)),
        saved("other", "1", at(2)), saved("s", "2", at(3)));

    assertThatThrownBy(() -> ReadModel.build(directory, events, "none", Clock.systemUTC(),
        step -> {}))
        .isInstanceOf(ProjectionStopped.class)
        .hasMessageContaining("event 4 (session.data-changed)");
  }
}
