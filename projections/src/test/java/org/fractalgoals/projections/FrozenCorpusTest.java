package org.fractalgoals.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fractalgoals.projections.fixture.ActivityFacts.activity;
import static org.fractalgoals.projections.fixture.ActivityFacts.metric;
import static org.fractalgoals.projections.fixture.ActivityFacts.split;
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
import static org.fractalgoals.projections.fixture.SessionFacts.instance;
import static org.fractalgoals.projections.fixture.SessionFacts.instanceDeleted;
import static org.fractalgoals.projections.fixture.SessionFacts.planned;
import static org.fractalgoals.projections.fixture.SessionFacts.recorded;
import static org.fractalgoals.projections.fixture.SessionFacts.session;
import static org.fractalgoals.projections.fixture.SessionFacts.sessionDeleted;
import static org.fractalgoals.projections.fixture.SessionFacts.sessionMoved;
import static org.fractalgoals.projections.fixture.SessionFacts.sessionRestored;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
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
import org.fractalgoals.domain.session.InstanceEvent.InstanceCompleted;
import org.fractalgoals.domain.session.InstanceEvent.InstanceNoted;
import org.fractalgoals.domain.session.InstanceEvent.InstanceReopened;
import org.fractalgoals.domain.session.InstanceEvent.InstanceReordered;
import org.fractalgoals.domain.session.InstanceEvent.InstanceSetsChanged;
import org.fractalgoals.domain.session.InstanceEvent.InstanceTimesSet;
import org.fractalgoals.domain.session.InstanceEvent.TimerStarted;
import org.fractalgoals.domain.session.InstanceEvent.TimerStopped;
import org.fractalgoals.domain.session.SessionEvent.GoalLink;
import org.fractalgoals.domain.session.SessionEvent.SessionCompleted;
import org.fractalgoals.domain.session.SessionEvent.SessionCreated;
import org.fractalgoals.domain.session.SessionEvent.SessionDataChanged;
import org.fractalgoals.domain.session.SessionEvent.SessionDeadlineSet;
import org.fractalgoals.domain.session.SessionEvent.SessionDescribed;
import org.fractalgoals.domain.session.SessionEvent.SessionDurationChanged;
import org.fractalgoals.domain.session.SessionEvent.SessionEndChanged;
import org.fractalgoals.domain.session.SessionEvent.SessionRenamed;
import org.fractalgoals.domain.session.SessionEvent.SessionStartChanged;
import org.fractalgoals.domain.session.SessionEvent.SessionTargetsChanged;
import org.fractalgoals.domain.session.SessionEvent.SessionTemplateChanged;
import org.fractalgoals.domain.session.SessionEvent.SessionTotalDurationChanged;
import org.fractalgoals.domain.session.SessionEvent.SessionTouched;
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
    projected
        .when("r", "a-1", fractal("r"), session("s", "r", "r"), goal("a", "r", "r", 1),
            goal("b", "r", "a", 2),
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
    replaySessions(projected);
  }

  private static void replaySessions(Projected projected) throws Exception {
    projected
        .when("t", "b-1", fractal("t"), created("u", "t", EntityRef.goal("t"), "ShortTermGoal", 1),
            goal("w", "t", "t"), activity("x", "t"), metric("m", "x"), split("l", "x"),
            new SessionCreated("n", "t", EntityRef.goal("u"),
                List.of(new GoalLink("u", "ShortTermGoal"), new GoalLink("w", "LongTermGoal")),
                "Morning", "early", 45L, 60L, LocalDateTime.of(2026, 1, 10, 10, 0),
                LocalDateTime.of(2026, 1, 10, 9, 0, 0, 500_000), "t-1", json("{\"a\": 1.0}"),
                FIRST_DAY, at(1)),
            created("y", "t", EntityRef.session("n"), "ImmediateGoal", 0),
            instance("i", "n", "x"), instance("j", "n", "x"),
            recorded("v", "n", "i", "m", "l", 1.25), recorded("v", "n", "i", "m", "l", 2),
            new TimerStarted("n", "i", at(2), at(2)), new TimerStopped("n", "i", at(9), 7, at(9)),
            new InstanceTimesSet("n", "j", at(3), null, null, at(3)),
            new InstanceNoted("n", "j", "hard", at(4)),
            new InstanceSetsChanged("n", "j", json("[{}]"), at(5)),
            new InstanceCompleted("n", "j", at(6)), new InstanceReordered("n", "j", 3, at(7)),
            new InstanceReopened("n", "i", at(8)), instanceDeleted("j", "n"))
        .when("t", "b-2", new SessionRenamed("n", "Evening", at(10)),
            new SessionDescribed("n", "late", at(11)),
            new SessionDeadlineSet("n", FIRST_DAY, at(12)),
            new SessionTargetsChanged("n", json("[]"), at(13)),
            new SessionDurationChanged("n", null, at(14)),
            new SessionTotalDurationChanged("n", 70L, at(15)),
            new SessionStartChanged("n", LocalDateTime.of(2026, 1, 10, 18, 30), at(16)),
            new SessionEndChanged("n", null, at(17)), new SessionTemplateChanged("n", null, at(18)),
            new SessionDataChanged("n", json("{}"), at(19)), sessionMoved("n", "w"),
            new SessionCompleted("n", at(20)))
        .imported("t", "import", List.of("CHECK_VIOLATED(duration)"), planned("z", "t", -5),
            new SessionTouched("z", at(30)))
        .when("t", "b-3", deleted("t"), deleted("u"), deleted("w"), sessionDeleted("n"),
            sessionDeleted("z"), deleted("y"))
        .when("t", "b-4", restored("t"), restored("u"), restored("w"), sessionRestored("n"),
            sessionRestored("z"), restored("y"))
        .when("t", "b-5", deleted("w"), sessionDeleted("n"), deleted("y"));
  }

  @Test
  void the_same_program_makes_the_same_rows() throws Exception {
    try (var projected = new Projected(directory)) {
      replay(projected);
      var actual = projected.fingerprint() + "\n" + projected.allRows();
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
