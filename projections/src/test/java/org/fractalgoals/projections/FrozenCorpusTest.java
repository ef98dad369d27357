package org.fractalgoals.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fractalgoals.projections.fixture.GoalFacts.FIRST_DAY;
import static org.fractalgoals.projections.fixture.GoalFacts.at;
import static org.fractalgoals.projections.fixture.GoalFacts.completed;
import static org.fractalgoals.projections.fixture.GoalFacts.created;
import static org.fractalgoals.projections.fixture.GoalFacts.deleted;
import static org.fractalgoals.projections.fixture.GoalFacts.due;
import static org.fractalgoals.projections.fixture.GoalFacts.fractal;
import static org.fractalgoals.projections.fixture.GoalFacts.goal;
import static org.fractalgoals.projections.fixture.GoalFacts.json;
import static org.fractalgoals.projections.fixture.GoalFacts.moved;
import static org.fractalgoals.projections.fixture.GoalFacts.renamed;
import static org.fractalgoals.projections.fixture.GoalFacts.restored;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.goal.GoalEvent.GoalCompleted;
import org.fractalgoals.domain.goal.GoalEvent.GoalDeadlineCleared;
import org.fractalgoals.domain.goal.GoalEvent.GoalDeadlineSet;
import org.fractalgoals.domain.goal.GoalEvent.GoalDescribed;
import org.fractalgoals.domain.goal.GoalEvent.GoalReopened;
import org.fractalgoals.domain.goal.GoalEvent.GoalReordered;
import org.fractalgoals.domain.goal.GoalEvent.GoalTargetsChanged;
import org.fractalgoals.domain.goal.GoalEvent.GoalTouched;
import org.fractalgoals.projections.fixture.Projected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same events must make the same rows as long as the fingerprint is the same: a changed projector that keeps its
 * version would leave old rows in use. The events below are frozen; new ones are added at the end.
 */
class FrozenCorpusTest {

  private static final Path ACTUAL = Path.of("target", "corpus.txt");

  @TempDir Path directory;

  private static void replay(Projected projected) throws Exception {
    projected.session("s")
        .when("r", "a-1", fractal("r"), goal("a", "r", "r", 1), goal("b", "r", "a", 2),
            goal("c", "r", "b"), goal("d", "r", "r", 3),
            created("e", "r", EntityRef.session("s"), "ImmediateGoal", 0))
        .when("r", "a-2", renamed("a", "Run 🏃"), new GoalDescribed("a", "far", at(10)),
            new GoalTargetsChanged("a", json("[{\"x\": 1.00}]"), at(11)),
            new GoalReordered("a", 9, at(12)), completed("b"), completed("c"),
            new GoalReopened("c", at(13)), new GoalDeadlineSet("d", FIRST_DAY, at(14)))
        .imported("q", "import", List.of("CHECK_VIOLATED(deadline)"),
            due("q", FIRST_DAY.minusDays(1)))
        .imported("p", "import", List.of("CHECK_VIOLATED(deadline)"),
            due("p", FIRST_DAY.minusDays(1)))
        .imported("p", "import", List.of("TIME_UNKNOWN"), new GoalCompleted("p", null),
            new GoalTouched("p", at(-5)))
        .when("p", "a-3", new GoalDeadlineCleared("p", at(20)))
        .when("r", "a-4", deleted("b"))
        .when("r", "a-5", deleted("d"))
        .when("r", "a-6", deleted("a"), deleted("c"))
        .when("r", "a-7", restored("d"))
        .when("r", "a-8", restored("b"), moved("b", "d"))
        .when("q", "a-9", deleted("q"));
  }

  @Test
  void the_same_program_makes_the_same_rows() throws Exception {
    try (var projected = new Projected(directory)) {
      replay(projected);
      var actual = projected.fingerprint() + "\n" + projected.goalRows() + "\n";
      Files.writeString(ACTUAL, actual);
      var frozen = frozen();

      if (firstLine(actual).equals(firstLine(frozen))) {
        assertThat(actual).as("the same events make other rows now: raise the version of the "
            + "projector").isEqualTo(frozen);
      } else {
        assertThat(actual).as("the read model has a new fingerprint: if %s is right, store it as "
            + "the frozen corpus", ACTUAL).isEqualTo(frozen);
      }
    }
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }

  private static String frozen() throws IOException {
    try (var stored = FrozenCorpusTest.class.getResourceAsStream("corpus.txt")) {
      return stored == null
          ? ""
          : new String(stored.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
