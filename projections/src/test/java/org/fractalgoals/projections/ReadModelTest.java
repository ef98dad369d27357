package org.fractalgoals.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fractalgoals.projections.fixture.GoalFacts.fractal;
import static org.fractalgoals.projections.fixture.GoalFacts.goal;
import static org.fractalgoals.projections.fixture.GoalFacts.renamed;

import java.nio.file.Path;
import java.time.Duration;

import org.fractalgoals.projections.engine.ProjectionStatus.State;
import org.fractalgoals.projections.fixture.EventLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadModelTest {

  private static final Duration SOON = Duration.ofSeconds(30);

  @TempDir Path directory;

  private final EventLog events = new EventLog();

  @Test
  void what_was_appended_can_be_read_once_its_position_is_reached() throws Exception {
    events.append("r", "a-1", fractal("r"));
    try (var readModel = ReadModel.open(directory, events, "none")) {
      readModel.start();
      var position = events.append("r", "a-2", goal("g", "r", "r"), renamed("g", "Run"));

      assertThat(readModel.await(position, SOON)).isTrue();

      assertThat(readModel.goals().tree("r", "r").orElseThrow().children())
          .singleElement().satisfies(tree -> assertThat(tree.goal().name()).isEqualTo("Run"));
      assertThat(readModel.status().state()).isEqualTo(State.LIVE);
      assertThat(readModel.status().position()).isEqualTo(3);
    }
  }
}
