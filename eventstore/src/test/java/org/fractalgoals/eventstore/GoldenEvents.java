package org.fractalgoals.eventstore;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;

import org.fractalgoals.domain.act.ActEvent;
import org.fractalgoals.domain.act.ActEvent.StoreBackedUp;
import org.fractalgoals.domain.act.ActEvent.StoreExported;
import org.fractalgoals.domain.activity.ActivityEvent;
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
import org.fractalgoals.domain.activitygroup.GroupEvent;
import org.fractalgoals.domain.activitygroup.GroupEvent.GroupCreated;
import org.fractalgoals.domain.activitygroup.GroupEvent.GroupDeleted;
import org.fractalgoals.domain.activitygroup.GroupEvent.GroupDescribed;
import org.fractalgoals.domain.activitygroup.GroupEvent.GroupRenamed;
import org.fractalgoals.domain.activitygroup.GroupEvent.GroupReordered;
import org.fractalgoals.domain.activitygroup.GroupEvent.GroupRestored;
import org.fractalgoals.domain.activitygroup.GroupEvent.GroupTouched;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.goal.GoalEvent;
import org.fractalgoals.domain.goal.GoalEvent.GoalCompleted;
import org.fractalgoals.domain.goal.GoalEvent.GoalCreated;
import org.fractalgoals.domain.goal.GoalEvent.GoalDeadlineCleared;
import org.fractalgoals.domain.goal.GoalEvent.GoalDeadlineSet;
import org.fractalgoals.domain.goal.GoalEvent.GoalDeleted;
import org.fractalgoals.domain.goal.GoalEvent.GoalDescribed;
import org.fractalgoals.domain.goal.GoalEvent.GoalMoved;
import org.fractalgoals.domain.goal.GoalEvent.GoalRenamed;
import org.fractalgoals.domain.goal.GoalEvent.GoalReopened;
import org.fractalgoals.domain.goal.GoalEvent.GoalReordered;
import org.fractalgoals.domain.goal.GoalEvent.GoalRestored;
import org.fractalgoals.domain.goal.GoalEvent.GoalTargetsChanged;
import org.fractalgoals.domain.goal.GoalEvent.GoalTouched;
import org.fractalgoals.domain.imports.ImportEvent;
import org.fractalgoals.domain.imports.ImportEvent.ConflictFound;
import org.fractalgoals.domain.imports.ImportEvent.Declared;
import org.fractalgoals.domain.imports.ImportEvent.LegacyFileImported;
import org.fractalgoals.domain.imports.ImportEvent.RowKept;
import org.fractalgoals.domain.imports.ImportEvent.RowSeen;
import org.fractalgoals.domain.imports.ImportEvent.RowsUnchanged;
import org.fractalgoals.domain.imports.ImportEvent.SchemaKept;
import org.fractalgoals.domain.imports.ImportEvent.TableRows;
import org.fractalgoals.domain.key.KeyEvent;
import org.fractalgoals.domain.key.KeyEvent.KeyAdded;
import org.fractalgoals.domain.key.KeyEvent.KeyRevoked;
import org.fractalgoals.domain.missing.MissingEvent;
import org.fractalgoals.domain.missing.MissingEvent.ThingFoundMissing;
import org.fractalgoals.domain.note.NoteEvent;
import org.fractalgoals.domain.note.NoteEvent.NoteCreated;
import org.fractalgoals.domain.note.NoteEvent.NoteDeleted;
import org.fractalgoals.domain.note.NoteEvent.NoteEdited;
import org.fractalgoals.domain.note.NoteEvent.NoteRestored;
import org.fractalgoals.domain.note.NoteEvent.NoteTouched;
import org.fractalgoals.domain.program.BlockEvent.BlockAdded;
import org.fractalgoals.domain.program.BlockEvent.BlockBroughtBack;
import org.fractalgoals.domain.program.BlockEvent.BlockColoured;
import org.fractalgoals.domain.program.BlockEvent.BlockDatesChanged;
import org.fractalgoals.domain.program.BlockEvent.BlockGoalAttached;
import org.fractalgoals.domain.program.BlockEvent.BlockGoalsChanged;
import org.fractalgoals.domain.program.BlockEvent.BlockRemoved;
import org.fractalgoals.domain.program.BlockEvent.BlockRenamed;
import org.fractalgoals.domain.program.DayEvent.DayAdded;
import org.fractalgoals.domain.program.DayEvent.DayBroughtBack;
import org.fractalgoals.domain.program.DayEvent.DayCompleted;
import org.fractalgoals.domain.program.DayEvent.DayNoted;
import org.fractalgoals.domain.program.DayEvent.DayRemoved;
import org.fractalgoals.domain.program.DayEvent.DayRenamed;
import org.fractalgoals.domain.program.DayEvent.DayRenumbered;
import org.fractalgoals.domain.program.DayEvent.DayReopened;
import org.fractalgoals.domain.program.DayEvent.TemplateScheduled;
import org.fractalgoals.domain.program.DayEvent.TemplateUnscheduled;
import org.fractalgoals.domain.program.ProgramEvent;
import org.fractalgoals.domain.program.ProgramEvent.ProgramActivated;
import org.fractalgoals.domain.program.ProgramEvent.ProgramCreated;
import org.fractalgoals.domain.program.ProgramEvent.ProgramDatesChanged;
import org.fractalgoals.domain.program.ProgramEvent.ProgramDeactivated;
import org.fractalgoals.domain.program.ProgramEvent.ProgramDeleted;
import org.fractalgoals.domain.program.ProgramEvent.ProgramDescribed;
import org.fractalgoals.domain.program.ProgramEvent.ProgramGoalsChanged;
import org.fractalgoals.domain.program.ProgramEvent.ProgramRenamed;
import org.fractalgoals.domain.program.ProgramEvent.ProgramRestored;
import org.fractalgoals.domain.program.ProgramEvent.ProgramScheduleKept;
import org.fractalgoals.domain.program.ProgramEvent.ProgramTouched;
import org.fractalgoals.domain.purge.Positions;
import org.fractalgoals.domain.purge.PurgeEvent;
import org.fractalgoals.domain.purge.PurgeEvent.Gone;
import org.fractalgoals.domain.purge.PurgeEvent.PurgeCarriedOut;
import org.fractalgoals.domain.purge.PurgeEvent.ThingPurged;
import org.fractalgoals.domain.session.InstanceEvent;
import org.fractalgoals.domain.session.InstanceEvent.InstanceAdded;
import org.fractalgoals.domain.session.InstanceEvent.InstanceCompleted;
import org.fractalgoals.domain.session.InstanceEvent.InstanceDeleted;
import org.fractalgoals.domain.session.InstanceEvent.InstanceNoted;
import org.fractalgoals.domain.session.InstanceEvent.InstanceReopened;
import org.fractalgoals.domain.session.InstanceEvent.InstanceReordered;
import org.fractalgoals.domain.session.InstanceEvent.InstanceRestored;
import org.fractalgoals.domain.session.InstanceEvent.InstanceSetsChanged;
import org.fractalgoals.domain.session.InstanceEvent.InstanceTimesSet;
import org.fractalgoals.domain.session.InstanceEvent.InstanceTouched;
import org.fractalgoals.domain.session.InstanceEvent.MetricRecorded;
import org.fractalgoals.domain.session.InstanceEvent.TimerStarted;
import org.fractalgoals.domain.session.InstanceEvent.TimerStopped;
import org.fractalgoals.domain.session.SessionEvent;
import org.fractalgoals.domain.session.SessionEvent.GoalLink;
import org.fractalgoals.domain.session.SessionEvent.SessionCompleted;
import org.fractalgoals.domain.session.SessionEvent.SessionCreated;
import org.fractalgoals.domain.session.SessionEvent.SessionDataChanged;
import org.fractalgoals.domain.session.SessionEvent.SessionDeadlineCleared;
import org.fractalgoals.domain.session.SessionEvent.SessionDeadlineSet;
import org.fractalgoals.domain.session.SessionEvent.SessionDeleted;
import org.fractalgoals.domain.session.SessionEvent.SessionDescribed;
import org.fractalgoals.domain.session.SessionEvent.SessionDurationChanged;
import org.fractalgoals.domain.session.SessionEvent.SessionEndChanged;
import org.fractalgoals.domain.session.SessionEvent.SessionGoalLinked;
import org.fractalgoals.domain.session.SessionEvent.SessionMoved;
import org.fractalgoals.domain.session.SessionEvent.SessionRenamed;
import org.fractalgoals.domain.session.SessionEvent.SessionReopened;
import org.fractalgoals.domain.session.SessionEvent.SessionRestored;
import org.fractalgoals.domain.session.SessionEvent.SessionStartChanged;
import org.fractalgoals.domain.session.SessionEvent.SessionTargetsChanged;
import org.fractalgoals.domain.session.SessionEvent.SessionTemplateChanged;
import org.fractalgoals.domain.session.SessionEvent.SessionTotalDurationChanged;
import org.fractalgoals.domain.session.SessionEvent.SessionTouched;
import org.fractalgoals.domain.template.TemplateEvent;
import org.fractalgoals.domain.template.TemplateEvent.TemplateCreated;
import org.fractalgoals.domain.template.TemplateEvent.TemplateDataChanged;
import org.fractalgoals.domain.template.TemplateEvent.TemplateDeleted;
import org.fractalgoals.domain.template.TemplateEvent.TemplateDescribed;
import org.fractalgoals.domain.template.TemplateEvent.TemplateRenamed;
import org.fractalgoals.domain.template.TemplateEvent.TemplateRestored;
import org.fractalgoals.domain.template.TemplateEvent.TemplateTouched;
import org.fractalgoals.eventstore.codec.JsonTexts;

/** One event of each type, and another one of those types that have much which may be missing. */
final class GoldenEvents {

  private static final Instant AT = Instant.parse("2026-03-04T05:06:07.123456Z");
  private static final LocalDate CREATED = LocalDate.of(2026, 3, 4);
  private static final LocalDateTime START = LocalDateTime.of(2031, 1, 2, 10, 0);

  private GoldenEvents() {}

  static List<GoalEvent> goals() {
    return List.of(
        new GoalCreated("g-1", "g-0", EntityRef.session("p-1"), "ImmediateGoal", "Tie \"one\" knot",
            "Größer\n", LocalDate.of(2031, 5, 6), JsonTexts.of("[ {\"id\": 1.00} ]"), 3, CREATED,
            AT),
        new GoalRenamed("g-1", "Tie two knots", AT), new GoalDescribed("g-1", "", AT),
        new GoalDeadlineSet("g-1", LocalDate.of(2031, 5, 6), AT),
        new GoalDeadlineCleared("g-1", AT),
        new GoalTargetsChanged("g-1", JsonTexts.of("[{\"id\":\"k-1\",\"value\":1e3}]"), AT),
        new GoalMoved("g-1", EntityRef.goal("g-2"), 4, AT), new GoalReordered("g-1", 2, AT),
        new GoalCompleted("g-1", null), new GoalReopened("g-1", AT), new GoalDeleted("g-1", AT),
        new GoalRestored("g-1", AT), new GoalTouched("g-1", AT));
  }

  static List<SessionEvent> sessions() {
    return List.of(
        new SessionCreated("p-1", "g-0", EntityRef.goal("g-3"),
            List.of(new GoalLink("g-3", "ShortTermGoal"), new GoalLink("g-5", "ImmediateGoal")),
            "Morning", "Größer\n", 45L, 2700L, START.plusNanos(120_000_000), START.plusHours(1),
            "t-1", JsonTexts.of("{ \"sections\": [ 1.00 ] }"), CREATED, AT),
        new SessionRenamed("p-1", "Evening", AT), new SessionDescribed("p-1", "", AT),
        new SessionDeadlineSet("p-1", LocalDate.of(2031, 5, 6), AT),
        new SessionDeadlineCleared("p-1", AT),
        new SessionTargetsChanged("p-1", JsonTexts.of("[{\"id\":\"k-1\",\"value\":1e3}]"), AT),
        new SessionDurationChanged("p-1", 60L, AT),
        new SessionTotalDurationChanged("p-1", 3600L, AT),
        new SessionStartChanged("p-1", START, AT), new SessionEndChanged("p-1", START, AT),
        new SessionTemplateChanged("p-1", "t-2", AT),
        new SessionDataChanged("p-1", JsonTexts.of("{\"a\":\"\\u00e9\"}"), AT),
        new SessionMoved("p-1", EntityRef.goal("g-4"), AT),
        new SessionGoalLinked("p-1", "g-5", "Dream", AT), new SessionCompleted("p-1", AT),
        new SessionReopened("p-1", AT), new SessionDeleted("p-1", AT),
        new SessionRestored("p-1", AT), new SessionTouched("p-1", AT));
  }

  static List<InstanceEvent> instances() {
    return List.of(new InstanceAdded("p-1", "i-1", "a-1", 3, AT),
        new InstanceNoted("p-1", "i-1", "slippery\n", AT),
        new InstanceSetsChanged("p-1", "i-1", JsonTexts.of("[ {\"reps\": 5.0} ]"), AT),
        new InstanceCompleted("p-1", "i-1", AT), new InstanceReopened("p-1", "i-1", AT),
        new TimerStarted("p-1", "i-1", AT.minusSeconds(90), AT),
        new TimerStopped("p-1", "i-1", AT, 90, AT),
        new InstanceTimesSet("p-1", "i-1", AT.minusSeconds(60), AT, 60L, AT),
        new MetricRecorded("p-1", "i-1", "v-1", "m-1", "s-1", 13.0, false, AT),
        new InstanceReordered("p-1", "i-1", 2, AT), new InstanceDeleted("p-1", "i-1", AT),
        new InstanceRestored("p-1", "i-1", AT), new InstanceTouched("p-1", "i-1", AT));
  }

  static List<ActivityEvent> activities() {
    var measure = new Measure("kg", true, false, true);
    return List.of(
        new ActivityDefined("a-1", "g-0", "Tie knots", "Größer\n",
            Set.of("splits", "metrics", "sets"), "n-1", AT),
        new ActivityRenamed("a-1", "Tie bends", AT), new ActivityDescribed("a-1", "", AT),
        new ActivityFlagsChanged("a-1", Set.of("metrics-multiplicative", "metrics"), AT),
        new ActivityGrouped("a-1", "n-2", AT), new ActivityUngrouped("a-1", AT),
        new ActivityDeleted("a-1", AT), new ActivityRestored("a-1", AT),
        new ActivityTouched("a-1", AT), new MetricAdded("a-1", "m-1", "Load", measure, 1, AT),
        new MetricRenamed("a-1", "m-1", "Weight", AT),
        new MetricRedefined("a-1", "m-1", new Measure("", false, true, false), AT),
        new MetricRemoved("a-1", "m-1", AT), new MetricBroughtBack("a-1", "m-1", AT),
        new SplitAdded("a-1", "s-1", "Left", 1, 2, AT),
        new SplitRenamed("a-1", "s-1", "Right", AT), new SplitReordered("a-1", "s-1", 0, AT),
        new SplitRemoved("a-1", "s-1", AT), new SplitBroughtBack("a-1", "s-1", AT));
  }

  static List<GroupEvent> groups() {
    return List.of(new GroupCreated("n-1", "g-0", "Rope work", "Größer\n", 4, AT),
        new GroupRenamed("n-1", "Knots", AT), new GroupDescribed("n-1", "", AT),
        new GroupReordered("n-1", 2, AT), new GroupDeleted("n-1", AT),
        new GroupRestored("n-1", AT), new GroupTouched("n-1", AT));
  }

  static List<TemplateEvent> templates() {
    return List.of(
        new TemplateCreated("t-1", "g-0", "Dry dock", "Größer\n",
            JsonTexts.of("{ \"sections\": [ 1.00 ] }"), AT),
        new TemplateRenamed("t-1", "Slip", AT), new TemplateDescribed("t-1", "", AT),
        new TemplateDataChanged("t-1", JsonTexts.of("{}"), AT), new TemplateDeleted("t-1", AT),
        new TemplateRestored("t-1", AT), new TemplateTouched("t-1", AT));
  }

  static List<NoteEvent> notes() {
    return List.of(
        new NoteCreated("w-1", "g-0", EntityRef.instance("i-1"), 2L, "Größer\n", AT),
        new NoteEdited("w-1", "Smaller", AT), new NoteDeleted("w-1", AT),
        new NoteRestored("w-1", AT), new NoteTouched("w-1", AT));
  }

  static List<ProgramEvent> programs() {
    return List.of(
        new ProgramCreated("q-1", "g-0", "Refit", "Größer\n", START, START.plusDays(26),
            List.of("g-3", "g-4"), true, JsonTexts.of("[ {\"id\": \"b-1\"} ]"), AT),
        new ProgramRenamed("q-1", "Overhaul", AT), new ProgramDescribed("q-1", "", AT),
        new ProgramDatesChanged("q-1", START, START, AT),
        new ProgramGoalsChanged("q-1", List.of(), AT), new ProgramActivated("q-1", AT),
        new ProgramDeactivated("q-1", AT),
        new ProgramScheduleKept("q-1", JsonTexts.of("[]"), AT), new ProgramDeleted("q-1", AT),
        new ProgramRestored("q-1", AT), new ProgramTouched("q-1", AT),
        new BlockAdded("q-1", "b-1", "Base", CREATED, CREATED.plusDays(2), "#123456",
            List.of("g-3"), 1, AT),
        new BlockRenamed("q-1", "b-1", "Build", AT),
        new BlockDatesChanged("q-1", "b-1", CREATED, CREATED, AT),
        new BlockColoured("q-1", "b-1", "red", AT),
        new BlockGoalsChanged("q-1", "b-1", List.of("g-4"), AT),
        new BlockGoalAttached("q-1", "b-1", "g-3", AT), new BlockRemoved("q-1", "b-1", AT),
        new BlockBroughtBack("q-1", "b-1", AT),
        new DayAdded("q-1", "b-1", "d-1", CREATED, 1L, "Monday", "wet\n", 1, AT),
        new DayRenamed("q-1", "d-1", "Rest", AT), new DayRenumbered("q-1", "d-1", 2L, AT),
        new DayNoted("q-1", "d-1", "dry", AT), new DayCompleted("q-1", "d-1", AT),
        new DayReopened("q-1", "d-1", AT), new DayRemoved("q-1", "d-1", AT),
        new DayBroughtBack("q-1", "d-1", AT),
        new TemplateScheduled("q-1", "d-1", "x-1", "t-1", true, false, JsonTexts.of("{ }"), 1,
            AT),
        new TemplateUnscheduled("q-1", "d-1", "x-1", AT));
  }

  static List<MissingEvent> missing() {
    return List.of(new ThingFoundMissing(EntityRef.metric("m-1"), "g-0",
        EntityRef.activity("a-1"), EntityRef.activity("a-1"), AT));
  }

  static List<PurgeEvent> purges() {
    return List.of(
        new PurgeCarriedOut("c-1", EntityRef.activity("a-1"), "g-0", 2, 9, "Asked for", AT),
        new ThingPurged(new Gone(EntityRef.activity("a-1"), null), "g-0",
            EntityRef.activity("a-1"),
            List.of(new Gone(EntityRef.metric("m-1"), EntityRef.activity("a-1"))),
            Positions.parse("3-7,9"), Positions.parse("12"), "Asked for", AT));
  }

  static List<ActEvent> acts() {
    return List.of(new StoreBackedUp("c-1", "events.db.backup_20260304_050607", 12, AT),
        new StoreExported("c-1", "fractal", "g-0", "sail.json", 12, AT));
  }

  static List<KeyEvent> keys() {
    return List.of(new KeyAdded("phone", "user", List.of("g-0"), AT), new KeyRevoked("phone", AT));
  }

  static List<ImportEvent> imports() {
    return List.of(
        new SchemaKept("i-1", "UTF-8", 0, 0,
            List.of(new Declared("table", "goals", "goals", "CREATE TABLE goals (id TEXT)")), AT),
        new RowKept("i-1", "moods", EntityRef.session("p-1"), AT),
        new RowsUnchanged("i-1", "goals", List.of(new RowSeen(7L, 12)), AT),
        new ConflictFound("i-1", EntityRef.goal("g-1"), "name", false, AT),
        new LegacyFileImported("i-1", "goals.db", "ab".repeat(32), 573440, "S16",
            "America/New_York", List.of(new TableRows("goals", 28, 25, 1, 2)), 61, 1, AT, AT));
  }

  /** Nothing in them that may be missing. */
  static List<DomainEvent> bare() {
    return List.of(
        new GoalCreated("g-0", "g-0", null, "UltimateGoal", "Sail", "", null, null, 0, CREATED,
            null),
        new SessionCreated("p-1", "g-0", null, List.of(), "Morning", "", null, null, null, null,
            null, null, CREATED, null),
        new RowKept("i-1", "moods", null, AT),
        new LegacyFileImported("i-1", "goals.db", "ab".repeat(32), 0, "S02", "UTC", List.of(), 1, 0,
            null, AT),
        new StoreExported("c-1", "legacy", null, "goals.db", 12, AT),
        new SessionDurationChanged("p-1", null, null),
        new SessionTotalDurationChanged("p-1", null, null),
        new SessionStartChanged("p-1", null, null), new SessionEndChanged("p-1", null, null),
        new SessionTemplateChanged("p-1", null, null), new SessionDataChanged("p-1", null, null),
        new InstanceNoted("p-1", "i-1", null, null),
        new InstanceTimesSet("p-1", "i-1", null, null, null, null),
        new MetricRecorded("p-1", "i-1", "v-1", "m-1", null, -0.1, true, null),
        new ProgramCreated("q-1", "g-0", "Refit", "", null, null, List.of(), false, null, null),
        new ProgramDatesChanged("q-1", null, null, null),
        new BlockAdded("q-1", "b-1", "Base", null, null, null, List.of(), 0, null),
        new BlockDatesChanged("q-1", "b-1", null, null, null),
        new BlockColoured("q-1", "b-1", null, null),
        new DayAdded("q-1", "b-1", "d-1", null, null, null, null, 0, null),
        new DayRenamed("q-1", "d-1", null, null), new DayRenumbered("q-1", "d-1", null, null),
        new DayNoted("q-1", "d-1", null, null),
        new TemplateScheduled("q-1", "d-1", "x-1", null, false, true, null, 0, null),
        new ActivityDefined("a-1", "g-0", "Tie knots", "", Set.of(), null, null),
        new NoteCreated("w-1", "g-0", EntityRef.goal("g-0"), null, "", null),
        new ThingFoundMissing(EntityRef.goal("g-1"), "g-0", null, EntityRef.goal("g-1"), null),
        new ThingPurged(new Gone(EntityRef.instance("i-1"), EntityRef.session("p-1")), "g-0",
            EntityRef.session("p-1"), List.of(), Positions.parse("5"), Positions.NONE,
            "Asked for", AT));
  }
}
