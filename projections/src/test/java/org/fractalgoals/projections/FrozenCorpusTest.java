package org.fractalgoals.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fractalgoals.projections.fixture.ActivityFacts.activity;
import static org.fractalgoals.projections.fixture.ActivityFacts.metric;
import static org.fractalgoals.projections.fixture.ActivityFacts.split;
import static org.fractalgoals.projections.fixture.ActivityFacts.template;
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
import static org.fractalgoals.projections.fixture.MissingFacts.missing;
import static org.fractalgoals.projections.fixture.MissingFacts.missingDay;
import static org.fractalgoals.projections.fixture.MissingFacts.missingPart;
import static org.fractalgoals.projections.fixture.NoteFacts.note;
import static org.fractalgoals.projections.fixture.NoteFacts.noteDeleted;
import static org.fractalgoals.projections.fixture.NoteFacts.noteRestored;
import static org.fractalgoals.projections.fixture.ProgramFacts.block;
import static org.fractalgoals.projections.fixture.ProgramFacts.blockRemoved;
import static org.fractalgoals.projections.fixture.ProgramFacts.day;
import static org.fractalgoals.projections.fixture.ProgramFacts.dayRemoved;
import static org.fractalgoals.projections.fixture.ProgramFacts.program;
import static org.fractalgoals.projections.fixture.ProgramFacts.programDeleted;
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
import java.util.Set;

import org.fractalgoals.domain.activity.ActivityEvent.ActivityDefined;
import org.fractalgoals.domain.activity.ActivityEvent.ActivityDeleted;
import org.fractalgoals.domain.activity.ActivityEvent.ActivityDescribed;
import org.fractalgoals.domain.activity.ActivityEvent.ActivityFlagsChanged;
import org.fractalgoals.domain.activity.ActivityEvent.ActivityGrouped;
import org.fractalgoals.domain.activity.ActivityEvent.ActivityRenamed;
import org.fractalgoals.domain.activity.ActivityEvent.ActivityRestored;
import org.fractalgoals.domain.activity.ActivityEvent.ActivityTouched;
import org.fractalgoals.domain.activity.ActivityEvent.ActivityUngrouped;
import org.fractalgoals.domain.activity.ActivityEvent.Measure;
import org.fractalgoals.domain.activity.ActivityEvent.MetricAdded;
import org.fractalgoals.domain.activity.ActivityEvent.MetricBroughtBack;
import org.fractalgoals.domain.activity.ActivityEvent.MetricRedefined;
import org.fractalgoals.domain.activity.ActivityEvent.MetricRemoved;
import org.fractalgoals.domain.activity.ActivityEvent.MetricRenamed;
import org.fractalgoals.domain.activity.ActivityEvent.SplitAdded;
import org.fractalgoals.domain.activity.ActivityEvent.SplitBroughtBack;
import org.fractalgoals.domain.activity.ActivityEvent.SplitRemoved;
import org.fractalgoals.domain.activity.ActivityEvent.SplitRenamed;
import org.fractalgoals.domain.activity.ActivityEvent.SplitReordered;
import org.fractalgoals.domain.activitygroup.GroupEvent.GroupCreated;
import org.fractalgoals.domain.activitygroup.GroupEvent.GroupDeleted;
import org.fractalgoals.domain.activitygroup.GroupEvent.GroupDescribed;
import org.fractalgoals.domain.activitygroup.GroupEvent.GroupRenamed;
import org.fractalgoals.domain.activitygroup.GroupEvent.GroupReordered;
import org.fractalgoals.domain.activitygroup.GroupEvent.GroupRestored;
import org.fractalgoals.domain.activitygroup.GroupEvent.GroupTouched;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.goal.GoalEvent.GoalCompleted;
import org.fractalgoals.domain.goal.GoalEvent.GoalDeadlineCleared;
import org.fractalgoals.domain.goal.GoalEvent.GoalDeadlineSet;
import org.fractalgoals.domain.goal.GoalEvent.GoalDescribed;
import org.fractalgoals.domain.goal.GoalEvent.GoalReopened;
import org.fractalgoals.domain.goal.GoalEvent.GoalReordered;
import org.fractalgoals.domain.goal.GoalEvent.GoalTargetsChanged;
import org.fractalgoals.domain.goal.GoalEvent.GoalTouched;
import org.fractalgoals.domain.note.NoteEvent.NoteCreated;
import org.fractalgoals.domain.note.NoteEvent.NoteEdited;
import org.fractalgoals.domain.note.NoteEvent.NoteTouched;
import org.fractalgoals.domain.program.BlockEvent.BlockAdded;
import org.fractalgoals.domain.program.BlockEvent.BlockBroughtBack;
import org.fractalgoals.domain.program.BlockEvent.BlockColoured;
import org.fractalgoals.domain.program.BlockEvent.BlockDatesChanged;
import org.fractalgoals.domain.program.BlockEvent.BlockGoalAttached;
import org.fractalgoals.domain.program.BlockEvent.BlockGoalsChanged;
import org.fractalgoals.domain.program.BlockEvent.BlockRenamed;
import org.fractalgoals.domain.program.DayEvent.DayAdded;
import org.fractalgoals.domain.program.DayEvent.DayBroughtBack;
import org.fractalgoals.domain.program.DayEvent.DayCompleted;
import org.fractalgoals.domain.program.DayEvent.DayNoted;
import org.fractalgoals.domain.program.DayEvent.DayRenamed;
import org.fractalgoals.domain.program.DayEvent.DayRenumbered;
import org.fractalgoals.domain.program.DayEvent.DayReopened;
import org.fractalgoals.domain.program.DayEvent.TemplateScheduled;
import org.fractalgoals.domain.program.DayEvent.TemplateUnscheduled;
import org.fractalgoals.domain.program.ProgramEvent.ProgramActivated;
import org.fractalgoals.domain.program.ProgramEvent.ProgramCreated;
import org.fractalgoals.domain.program.ProgramEvent.ProgramDatesChanged;
import org.fractalgoals.domain.program.ProgramEvent.ProgramDeactivated;
import org.fractalgoals.domain.program.ProgramEvent.ProgramDescribed;
import org.fractalgoals.domain.program.ProgramEvent.ProgramGoalsChanged;
import org.fractalgoals.domain.program.ProgramEvent.ProgramRenamed;
import org.fractalgoals.domain.program.ProgramEvent.ProgramRestored;
import org.fractalgoals.domain.program.ProgramEvent.ProgramScheduleKept;
import org.fractalgoals.domain.program.ProgramEvent.ProgramTouched;
import org.fractalgoals.domain.purge.Positions;
import org.fractalgoals.domain.purge.PurgeEvent.Gone;
import org.fractalgoals.domain.purge.PurgeEvent.ThingPurged;
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
import org.fractalgoals.domain.session.SessionEvent.SessionGoalLinked;
import org.fractalgoals.domain.session.SessionEvent.SessionRenamed;
import org.fractalgoals.domain.session.SessionEvent.SessionStartChanged;
import org.fractalgoals.domain.session.SessionEvent.SessionTargetsChanged;
import org.fractalgoals.domain.session.SessionEvent.SessionTemplateChanged;
import org.fractalgoals.domain.session.SessionEvent.SessionTotalDurationChanged;
import org.fractalgoals.domain.session.SessionEvent.SessionTouched;
import org.fractalgoals.domain.template.TemplateEvent.TemplateCreated;
import org.fractalgoals.domain.template.TemplateEvent.TemplateDataChanged;
import org.fractalgoals.domain.template.TemplateEvent.TemplateDeleted;
import org.fractalgoals.domain.template.TemplateEvent.TemplateDescribed;
import org.fractalgoals.domain.template.TemplateEvent.TemplateRenamed;
import org.fractalgoals.domain.template.TemplateEvent.TemplateRestored;
import org.fractalgoals.domain.template.TemplateEvent.TemplateTouched;
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
    replayDefinitions(projected);
  }

  private static void replayDefinitions(Projected projected) throws Exception {
    var measure = new Measure("kg", true, false, false);
    projected
        .when("k", "c-1", fractal("k"), new GroupCreated("g1", "k", "Knots", "tied", 1, at(1)),
            new GroupCreated("g2", "k", "Bends", "", 2, at(2)),
            new ActivityDefined("k1", "k", "Bowline", "round", Set.of("sets", "splits"), "g1",
                at(3)),
            new MetricAdded("k1", "k1m", "Load", measure, 1, at(4)),
            new MetricAdded("k1", "k1n", "Time", measure, 2, at(4)),
            new SplitAdded("k1", "k1s", "Left", 0, 1, at(5)),
            new TemplateCreated("k2", "k", "Dry", "dock", json("{\"b\": 1.0}"), at(6)))
        .imported("k", "import", List.of("DUPLICATE_NAME(name)"),
            new ActivityDefined("k3", "k", "Bowline", "", Set.of(), null, at(-5)),
            new ActivityTouched("k3", at(-4)), new GroupTouched("g2", at(-3)),
            new TemplateTouched("k2", at(-2)))
        .when("k", "c-2", new GroupRenamed("g1", "Loops", at(10)),
            new GroupDescribed("g1", "closed", at(11)), new GroupReordered("g2", 0, at(12)),
            new ActivityRenamed("k3", "Hitch", at(13)),
            new ActivityDescribed("k1", "square", at(14)),
            new ActivityFlagsChanged("k1", Set.of("metrics", "metrics-multiplicative"), at(15)),
            new ActivityGrouped("k3", "g2", at(16)), new ActivityUngrouped("k1", at(17)),
            new MetricRemoved("k1", "k1m", at(18)), new MetricRenamed("k1", "k1n", "Load", at(18)),
            new MetricRenamed("k1", "k1m", "Time", at(18)),
            new MetricBroughtBack("k1", "k1m", at(18)),
            new MetricRedefined("k1", "k1n", new Measure("s", false, true, true), at(19)),
            new SplitRenamed("k1", "k1s", "Right", at(20)),
            new SplitReordered("k1", "k1s", 3, at(21)), new SplitRemoved("k1", "k1s", at(22)),
            new TemplateRenamed("k2", "Wet", at(23)), new TemplateDescribed("k2", "", at(24)),
            new TemplateDataChanged("k2", json("{}"), at(25)))
        .when("k", "c-3", new SplitBroughtBack("k1", "k1s", at(30)),
            new ActivityDeleted("k1", at(31)), new GroupDeleted("g2", at(32)),
            new TemplateDeleted("k2", at(33)))
        .when("k", "c-4", new ActivityRestored("k1", at(34)), new GroupRestored("g2", at(35)))
        .when("k", "c-5", new TemplateRestored("k2", at(36)), new GroupDeleted("g1", at(37)));
    replayNotes(projected);
  }

  private static void replayNotes(Projected projected) throws Exception {
    projected
        .when("o", "d-1", fractal("o"), activity("oa", "o"), session("os", "o", "o"),
            instance("oi", "os", "oa"),
            new NoteCreated("o1", "o", EntityRef.instance("oi"), 2L, "Slow\n", at(1)),
            note("o2", "o", EntityRef.goal("o"), at(2)),
            note("o3", "o", EntityRef.session("os"), at(3)),
            note("o4", "o", EntityRef.activity("oa"), at(4)))
        .imported("o", "import", List.of("CHECK_VIOLATED(content)"),
            new NoteCreated("o5", "o", EntityRef.session("os"), null, "", at(-5)),
            new NoteTouched("o5", at(-4)))
        .when("o", "d-2", new NoteEdited("o1", "Fast", at(10)), noteDeleted("o2"),
            noteDeleted("o3"))
        .when("o", "d-3", noteRestored("o3"));
    replayPrograms(projected);
  }

  private static void replayPrograms(Projected projected) throws Exception {
    projected
        .when("e", "e-1", fractal("e"), goal("eg", "e", "e"), template("et", "e", "Dry dock"),
            template("eu", "e", "Slip"),
            new ProgramCreated("ep", "e", "Refit", "all of it", LocalDateTime.of(2026, 1, 5, 0, 0),
                LocalDateTime.of(2026, 2, 1, 0, 0), List.of("eg", "nowhere"), true,
                json("[{\"x\": 1.00}]"), at(1)),
            new BlockAdded("ep", "b1", "Base", FIRST_DAY, FIRST_DAY.plusDays(2), "#123456",
                List.of("eg"), 1, at(2)),
            block("ep", "b2"), new DayAdded("ep", "b1", "d1", FIRST_DAY, 1L, "Monday", null, 1,
                at(3)),
            day("ep", "b1", "d2"),
            new TemplateScheduled("ep", "d1", "s1", "et", true, false, null, 1, at(4)),
            new TemplateScheduled("ep", "d1", "s2", "et", false, true, json("{\"y\": 1}"), 2,
                at(5)),
            new TemplateScheduled("ep", "d1", "s3", "eu", false, false, null, 3, at(6)),
            program("eq", "e"))
        .imported("e", "import", List.of("CHECK_VIOLATED(end_date)"),
            new ProgramCreated("er", "e", "", "", null, null, List.of(), false, null, null),
            new BlockAdded("er", "b3", "", FIRST_DAY, FIRST_DAY.minusDays(1), null,
                List.of("nowhere"), 0, null),
            new DayAdded("er", "b3", "d3", null, null, null, "wet", 0, null),
            new TemplateScheduled("er", "d3", "s4", null, true, true, null, 0, null),
            new ProgramTouched("er", at(-3)))
        .when("e", "e-2", new ProgramRenamed("ep", "Overhaul", at(10)),
            new ProgramDescribed("ep", "", at(11)),
            new ProgramDatesChanged("ep", LocalDateTime.of(2026, 1, 6, 7, 8, 9), null, at(12)),
            new ProgramGoalsChanged("ep", List.of("e\"\\\n", "eg"), at(13)),
            new ProgramDeactivated("ep", at(14)), new ProgramActivated("er", at(15)),
            new ProgramScheduleKept("ep", json("[]"), at(16)),
            new BlockRenamed("ep", "b1", "Build", at(17)),
            new BlockDatesChanged("er", "b3", FIRST_DAY, FIRST_DAY, at(18)),
            new BlockColoured("ep", "b1", null, at(19)),
            new BlockGoalsChanged("ep", "b1", List.of(), at(20)),
            new BlockGoalAttached("ep", "b1", "eg", at(21)),
            new BlockGoalAttached("ep", "b1", "eg", at(22)), blockRemoved("ep", "b2"),
            new DayRenamed("ep", "d1", "Rest", at(23)), new DayRenumbered("ep", "d1", 7L, at(24)),
            new DayNoted("ep", "d1", "dry", at(25)), new DayCompleted("ep", "d1", at(26)),
            new DayReopened("er", "d3", at(27)), dayRemoved("ep", "d2"),
            new TemplateUnscheduled("ep", "d1", "s1", at(28)),
            new TemplateUnscheduled("ep", "d1", "s3", at(29)))
        .when("e", "e-3", programDeleted("eq"),
            new BlockBroughtBack("ep", "b2", at(30)), new DayBroughtBack("ep", "d2", at(31)),
            new TemplateScheduled("ep", "d1", "s1", "eu", false, false, null, 9, at(32)))
        .when("e", "e-4", new ProgramRestored("eq", at(33)));
    replayImports(projected);
    replayPurges(projected);
  }

  private static void replayPurges(Projected projected) throws Exception {
    projected.when("e", "e-5",
        purged("e", new Gone(EntityRef.program("ep"), null), EntityRef.program("ep"),
            new Gone(EntityRef.block("b1"), EntityRef.program("ep")),
            new Gone(EntityRef.day("d1"), EntityRef.block("b1"))),
        purged("e", new Gone(EntityRef.day("d3"), EntityRef.block("b3")),
            EntityRef.program("er")));
  }

  private static ThingPurged purged(String rootId, Gone thing, EntityRef owner, Gone... parts) {
    return new ThingPurged(thing, rootId, owner, List.of(parts), Positions.NONE, Positions.NONE,
        "asked for", at(50));
  }

  private static void replayImports(Projected projected) throws Exception {
    projected.imported("r", "import", List.of(), new SessionGoalLinked("s", "e", "Dream", at(40)),
        new SessionGoalLinked("s", "r", "Dream", at(41)),
        missing(EntityRef.goal("r1"), "r"), missing(EntityRef.session("r2"), "r"),
        missing(EntityRef.activity("r3"), "r"), missing(EntityRef.group("r4"), "r"),
        missing(EntityRef.template("r5"), "r"), missing(EntityRef.program("r6"), "r"),
        missingPart(EntityRef.instance("r7"), "r", EntityRef.session("r2")),
        missingPart(EntityRef.metric("r8"), "r", EntityRef.activity("r3")),
        missingPart(EntityRef.split("r9"), "r", EntityRef.activity("r3")),
        missingPart(EntityRef.block("ra"), "r", EntityRef.program("r6")),
        missingDay("rb", "r", "ra", "r6"), missing(EntityRef.goal("rc"), "rc"));
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
