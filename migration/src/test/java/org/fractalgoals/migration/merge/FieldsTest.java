package org.fractalgoals.migration.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fractalgoals.migration.merge.Units.BEGUN;
import static org.fractalgoals.migration.merge.Units.DAY;
import static org.fractalgoals.migration.merge.Units.LATER;
import static org.fractalgoals.migration.merge.Units.SINCE;
import static org.fractalgoals.migration.merge.Units.unit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;

import org.fractalgoals.domain.activity.ActivityEvent.ActivityDefined;
import org.fractalgoals.domain.activity.ActivityEvent.ActivityDescribed;
import org.fractalgoals.domain.activity.ActivityEvent.ActivityFlagsChanged;
import org.fractalgoals.domain.activity.ActivityEvent.ActivityGrouped;
import org.fractalgoals.domain.activity.ActivityEvent.ActivityRenamed;
import org.fractalgoals.domain.activity.ActivityEvent.Measure;
import org.fractalgoals.domain.activity.ActivityEvent.MetricAdded;
import org.fractalgoals.domain.activity.ActivityEvent.MetricRedefined;
import org.fractalgoals.domain.activity.ActivityEvent.MetricRenamed;
import org.fractalgoals.domain.activity.ActivityEvent.SplitAdded;
import org.fractalgoals.domain.activity.ActivityEvent.SplitRenamed;
import org.fractalgoals.domain.activity.ActivityEvent.SplitReordered;
import org.fractalgoals.domain.activitygroup.GroupEvent.GroupCreated;
import org.fractalgoals.domain.activitygroup.GroupEvent.GroupDescribed;
import org.fractalgoals.domain.activitygroup.GroupEvent.GroupRenamed;
import org.fractalgoals.domain.activitygroup.GroupEvent.GroupReordered;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.event.JsonText;
import org.fractalgoals.domain.goal.GoalEvent.GoalCreated;
import org.fractalgoals.domain.goal.GoalEvent.GoalDeadlineSet;
import org.fractalgoals.domain.goal.GoalEvent.GoalDescribed;
import org.fractalgoals.domain.goal.GoalEvent.GoalRenamed;
import org.fractalgoals.domain.goal.GoalEvent.GoalReordered;
import org.fractalgoals.domain.goal.GoalEvent.GoalTargetsChanged;
import org.fractalgoals.domain.note.NoteEvent.NoteCreated;
import org.fractalgoals.domain.note.NoteEvent.NoteEdited;
import org.fractalgoals.domain.program.BlockEvent.BlockAdded;
import org.fractalgoals.domain.program.BlockEvent.BlockColoured;
import org.fractalgoals.domain.program.BlockEvent.BlockDatesChanged;
import org.fractalgoals.domain.program.BlockEvent.BlockGoalsChanged;
import org.fractalgoals.domain.program.BlockEvent.BlockRenamed;
import org.fractalgoals.domain.program.DayEvent.DayAdded;
import org.fractalgoals.domain.program.DayEvent.DayNoted;
import org.fractalgoals.domain.program.DayEvent.DayRenamed;
import org.fractalgoals.domain.program.DayEvent.DayRenumbered;
import org.fractalgoals.domain.program.DayEvent.TemplateScheduled;
import org.fractalgoals.domain.program.ProgramEvent.ProgramCreated;
import org.fractalgoals.domain.program.ProgramEvent.ProgramDatesChanged;
import org.fractalgoals.domain.program.ProgramEvent.ProgramDescribed;
import org.fractalgoals.domain.program.ProgramEvent.ProgramGoalsChanged;
import org.fractalgoals.domain.program.ProgramEvent.ProgramRenamed;
import org.fractalgoals.domain.program.ProgramEvent.ProgramScheduleKept;
import org.fractalgoals.domain.session.InstanceEvent.InstanceNoted;
import org.fractalgoals.domain.session.InstanceEvent.InstanceReordered;
import org.fractalgoals.domain.session.InstanceEvent.InstanceSetsChanged;
import org.fractalgoals.domain.session.InstanceEvent.InstanceTimesSet;
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
import org.fractalgoals.domain.template.TemplateEvent.TemplateCreated;
import org.fractalgoals.domain.template.TemplateEvent.TemplateDataChanged;
import org.fractalgoals.domain.template.TemplateEvent.TemplateDescribed;
import org.fractalgoals.domain.template.TemplateEvent.TemplateRenamed;
import org.fractalgoals.migration.testing.MigrationRun.PlainText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every field that a file can change is merged by the same rule. */
class FieldsTest {

  /**
   * A field of a thing.
   *
   * @param before what else is in the stream
   * @param told how a file tells a value, 1 to 3, of the field
   * @param changed how the field is changed to the value
   */
  record Field(String name, List<DomainEvent> before,
      BiFunction<Integer, Instant, DomainEvent> told,
      BiFunction<Integer, Instant, DomainEvent> changed) {

    /** What a file tells as of a time. */
    List<DomainEvent> file(int value) {
      return Stream.concat(before.stream(), Stream.of(told.apply(value, BEGUN))).toList();
    }

    @Override
    public String toString() {
      return changed.apply(1, BEGUN).getClass().getSimpleName();
    }
  }

  /** A field that is told when the thing comes into being. */
  private static Field born(String name, List<DomainEvent> before,
      BiFunction<Integer, Instant, DomainEvent> told,
      BiFunction<Integer, Instant, DomainEvent> changed) {
    return new Field(name, before, told, changed);
  }

  /** A field that is told by the event that changes it. */
  private static Field later(String name, List<DomainEvent> before,
      BiFunction<Integer, Instant, DomainEvent> changed) {
    return new Field(name, before, changed, changed);
  }

  private static JsonText json(int value) {
    return new PlainText("[" + value + "]");
  }

  private static LocalDate day(int value) {
    return DAY.plusDays(value);
  }

  private static LocalDateTime time(int value) {
    return DAY.atTime(value, 0);
  }

  private static String text(int value) {
    return "text " + value;
  }

  static Stream<Field> fields() {
    return Stream.of(goals(), sessions(), instances(), activities(), groupsTemplatesAndNotes(),
        programs(), blocks(), days()).flatMap(each -> each);
  }

  private static GoalCreated goal(String name, String description, LocalDate deadline,
      JsonText targets, long place, Instant at) {
    return new GoalCreated("goal", "root", EntityRef.goal("root"), "LongTermGoal", name,
        description, deadline, targets, place, DAY, at);
  }

  private static Stream<Field> goals() {
    return Stream.of(
        born("name", List.of(), (v, at) -> goal(text(v), "", DAY, json(0), 0, at),
            (v, at) -> new GoalRenamed("goal", text(v), at)),
        born("description", List.of(), (v, at) -> goal("", text(v), DAY, json(0), 0, at),
            (v, at) -> new GoalDescribed("goal", text(v), at)),
        born("deadline", List.of(), (v, at) -> goal("", "", day(v), json(0), 0, at),
            (v, at) -> new GoalDeadlineSet("goal", day(v), at)),
        born("targets", List.of(), (v, at) -> goal("", "", DAY, json(v), 0, at),
            (v, at) -> new GoalTargetsChanged("goal", json(v), at)),
        born("sort_order", List.of(), (v, at) -> goal("", "", DAY, json(0), v, at),
            (v, at) -> new GoalReordered("goal", v, at)));
  }

  private static SessionCreated session(String name, String description, long planned, long took,
      LocalDateTime start, LocalDateTime end, String template, JsonText data, Instant at) {
    return new SessionCreated("session", "root", EntityRef.goal("goal"), List.of(), name,
        description, planned, took, start, end, template, data, DAY, at);
  }

  private static Stream<Field> sessions() {
    return Stream.of(
        born("name", List.of(),
            (v, at) -> session(text(v), "", 0, 0, time(0), time(0), "", json(0), at),
            (v, at) -> new SessionRenamed("session", text(v), at)),
        born("description", List.of(),
            (v, at) -> session("", text(v), 0, 0, time(0), time(0), "", json(0), at),
            (v, at) -> new SessionDescribed("session", text(v), at)),
        born("duration_minutes", List.of(),
            (v, at) -> session("", "", v, 0, time(0), time(0), "", json(0), at),
            (v, at) -> new SessionDurationChanged("session", (long) v, at)),
        born("total_duration_seconds", List.of(),
            (v, at) -> session("", "", 0, v, time(0), time(0), "", json(0), at),
            (v, at) -> new SessionTotalDurationChanged("session", (long) v, at)),
        born("session_start", List.of(),
            (v, at) -> session("", "", 0, 0, time(v), time(0), "", json(0), at),
            (v, at) -> new SessionStartChanged("session", time(v), at)),
        born("session_end", List.of(),
            (v, at) -> session("", "", 0, 0, time(0), time(v), "", json(0), at),
            (v, at) -> new SessionEndChanged("session", time(v), at)),
        born("template_id", List.of(),
            (v, at) -> session("", "", 0, 0, time(0), time(0), text(v), json(0), at),
            (v, at) -> new SessionTemplateChanged("session", text(v), at)),
        born("attributes", List.of(),
            (v, at) -> session("", "", 0, 0, time(0), time(0), "", json(v), at),
            (v, at) -> new SessionDataChanged("session", json(v), at)),
        later("deadline", List.of(Units.session("")),
            (v, at) -> new SessionDeadlineSet("session", day(v), at)),
        later("targets", List.of(Units.session("")),
            (v, at) -> new SessionTargetsChanged("session", json(v), at)));
  }

  private static Stream<Field> instances() {
    var before = List.<DomainEvent>of(Units.session(""), Units.instance("instance", 1));
    return Stream.of(
        born("sort_order", List.of(Units.session("")), (v, at) -> Units.instance("instance", v),
            (v, at) -> new InstanceReordered("session", "instance", v, at)),
        later("notes", before, (v, at) -> new InstanceNoted("session", "instance", text(v), at)),
        later("data", before,
            (v, at) -> new InstanceSetsChanged("session", "instance", json(v), at)),
        later("time_start", before, (v, at) -> new InstanceTimesSet("session", "instance",
            SINCE.plusSeconds(v), null, null, at)),
        later("value", before, (v, at) -> Units.value("instance", "metric", v)));
  }

  private static Stream<Field> activities() {
    var activity = new ActivityDefined("activity", "root", "", "", Set.of(), null, BEGUN);
    return Stream.of(
        born("name", List.of(),
            (v, at) -> new ActivityDefined("activity", "root", text(v), "", Set.of(), null, at),
            (v, at) -> new ActivityRenamed("activity", text(v), at)),
        born("description", List.of(),
            (v, at) -> new ActivityDefined("activity", "root", "", text(v), Set.of(), null, at),
            (v, at) -> new ActivityDescribed("activity", text(v), at)),
        born("group_id", List.of(),
            (v, at) -> new ActivityDefined("activity", "root", "", "", Set.of(), text(v), at),
            (v, at) -> new ActivityGrouped("activity", text(v), at)),
        born("name", List.of(activity),
            (v, at) -> new MetricAdded("activity", "metric", text(v), measure(0), 1, at),
            (v, at) -> new MetricRenamed("activity", "metric", text(v), at)),
        born("unit", List.of(activity),
            (v, at) -> new MetricAdded("activity", "metric", "", measure(v), 1, at),
            (v, at) -> new MetricRedefined("activity", "metric", measure(v), at)),
        born("name", List.of(activity),
            (v, at) -> new SplitAdded("activity", "split", text(v), 0, 1, at),
            (v, at) -> new SplitRenamed("activity", "split", text(v), at)),
        born("order", List.of(activity),
            (v, at) -> new SplitAdded("activity", "split", "", v, 1, at),
            (v, at) -> new SplitReordered("activity", "split", v, at)));
  }

  private static Measure measure(int value) {
    return new Measure(text(value), true, false, false);
  }

  private static Stream<Field> groupsTemplatesAndNotes() {
    return Stream.of(
        born("name", List.of(), (v, at) -> new GroupCreated("group", "root", text(v), "", 1, at),
            (v, at) -> new GroupRenamed("group", text(v), at)),
        born("description", List.of(),
            (v, at) -> new GroupCreated("group", "root", "", text(v), 1, at),
            (v, at) -> new GroupDescribed("group", text(v), at)),
        born("sort_order", List.of(), (v, at) -> new GroupCreated("group", "root", "", "", v, at),
            (v, at) -> new GroupReordered("group", v, at)),
        born("name", List.of(),
            (v, at) -> new TemplateCreated("template", "root", text(v), "", json(0), at),
            (v, at) -> new TemplateRenamed("template", text(v), at)),
        born("description", List.of(),
            (v, at) -> new TemplateCreated("template", "root", "", text(v), json(0), at),
            (v, at) -> new TemplateDescribed("template", text(v), at)),
        born("template_data", List.of(),
            (v, at) -> new TemplateCreated("template", "root", "", "", json(v), at),
            (v, at) -> new TemplateDataChanged("template", json(v), at)),
        born("content", List.of(),
            (v, at) -> new NoteCreated("note", "root", EntityRef.goal("goal"), null, text(v), at),
            (v, at) -> new NoteEdited("note", text(v), at)));
  }

  private static ProgramCreated program(String name, String description, int start,
      List<String> goals, JsonText schedule, Instant at) {
    return new ProgramCreated("program", "root", name, description, time(start), time(9), goals,
        true, schedule, at);
  }

  private static Stream<Field> programs() {
    return Stream.of(
        born("name", List.of(), (v, at) -> program(text(v), "", 0, List.of(), json(0), at),
            (v, at) -> new ProgramRenamed("program", text(v), at)),
        born("description", List.of(), (v, at) -> program("", text(v), 0, List.of(), json(0), at),
            (v, at) -> new ProgramDescribed("program", text(v), at)),
        born("start_date", List.of(), (v, at) -> program("", "", v, List.of(), json(0), at),
            (v, at) -> new ProgramDatesChanged("program", time(v), time(9), at)),
        born("goal_ids", List.of(), (v, at) -> program("", "", 0, List.of(text(v)), json(0), at),
            (v, at) -> new ProgramGoalsChanged("program", List.of(text(v)), at)),
        born("weekly_schedule", List.of(), (v, at) -> program("", "", 0, List.of(), json(v), at),
            (v, at) -> new ProgramScheduleKept("program", json(v), at)));
  }

  private static final ProgramCreated PROGRAM = program("", "", 0, List.of(), json(0), BEGUN);

  private static BlockAdded block(String name, int end, String color, List<String> goals,
      Instant at) {
    return new BlockAdded("program", "block", name, DAY, day(end), color, goals, 1, at);
  }

  private static Stream<Field> blocks() {
    return Stream.of(
        born("name", List.of(PROGRAM), (v, at) -> block(text(v), 0, "", List.of(), at),
            (v, at) -> new BlockRenamed("program", "block", text(v), at)),
        born("end_date", List.of(PROGRAM), (v, at) -> block("", v, "", List.of(), at),
            (v, at) -> new BlockDatesChanged("program", "block", DAY, day(v), at)),
        born("color", List.of(PROGRAM), (v, at) -> block("", 0, text(v), List.of(), at),
            (v, at) -> new BlockColoured("program", "block", text(v), at)),
        born("goal_ids", List.of(PROGRAM), (v, at) -> block("", 0, "", List.of(text(v)), at),
            (v, at) -> new BlockGoalsChanged("program", "block", List.of(text(v)), at)));
  }

  private static Stream<Field> days() {
    var before = List.<DomainEvent>of(PROGRAM, block("", 0, "", List.of(), BEGUN));
    var day = new DayAdded("program", "block", "day", DAY, 1L, "", "", 1, BEGUN);
    return Stream.of(
        born("name", before,
            (v, at) -> new DayAdded("program", "block", "day", DAY, 1L, text(v), "", 1, at),
            (v, at) -> new DayRenamed("program", "day", text(v), at)),
        born("day_number", before,
            (v, at) -> new DayAdded("program", "block", "day", DAY, (long) v, "", "", 1, at),
            (v, at) -> new DayRenumbered("program", "day", (long) v, at)),
        born("notes", before,
            (v, at) -> new DayAdded("program", "block", "day", DAY, 1L, "", text(v), 1, at),
            (v, at) -> new DayNoted("program", "day", text(v), at)),
        later("session_template_id", Stream.concat(before.stream(), Stream.of(day)).toList(),
            (v, at) -> new TemplateScheduled("program", "day", "plan", text(v), true, false, null,
                1, at)));
  }

  @ParameterizedTest
  @MethodSource("fields")
  void a_change_is_taken_where_nobody_changed_the_field(Field field) {
    var store = new StoreInMemory().imported(unit(BEGUN, field.file(1)));

    var outcome = store.merge(unit(LATER, field.file(2)));

    assertThat(outcome.events()).singleElement().isIn(field.changed().apply(2, LATER),
        field.changed().apply(2, BEGUN));
    assertThat(outcome.conflicts()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("fields")
  void a_change_is_a_conflict_where_a_person_changed_the_field(Field field) {
    var store = new StoreInMemory().imported(unit(BEGUN, field.file(1)))
        .done(field.changed().apply(3, SINCE));

    var outcome = store.merge(unit(LATER, field.file(2)));

    assertThat(outcome.events()).isEmpty();
    assertThat(outcome.conflicts()).singleElement().satisfies(conflict -> {
      assertThat(conflict.field()).isEqualTo(field.name());
      assertThat(conflict.taken()).isFalse();
    });
  }

  @ParameterizedTest
  @MethodSource("fields")
  void in_a_conflict_the_file_is_right_if_it_is_said_to_be(Field field) {
    var store = new StoreInMemory().imported(unit(BEGUN, field.file(1)))
        .done(field.changed().apply(3, SINCE));

    var outcome = store.merge(unit(LATER, field.file(2)), store.merging(false, true));

    assertThat(outcome.events()).singleElement().isIn(field.changed().apply(2, LATER),
        field.changed().apply(2, BEGUN));
    assertThat(outcome.conflicts()).singleElement().matches(Conflict::taken);
  }

  @ParameterizedTest
  @MethodSource("fields")
  void what_a_person_did_and_the_file_says_now_is_nothing_new(Field field) {
    var store = new StoreInMemory().imported(unit(BEGUN, field.file(1)))
        .done(field.changed().apply(2, SINCE));

    var outcome = store.merge(unit(LATER, field.file(2)));

    assertThat(outcome.events()).isEmpty();
    assertThat(outcome.conflicts()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("fields")
  void what_a_person_changed_stays_where_the_file_says_what_it_said(Field field) {
    var store = new StoreInMemory().imported(unit(BEGUN, field.file(1)))
        .done(field.changed().apply(3, SINCE));

    var outcome = store.merge(unit(LATER, field.file(1)), store.merging(false, true));

    assertThat(outcome.events()).isEmpty();
    assertThat(outcome.conflicts()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("fields")
  void an_older_file_changes_nothing(Field field) {
    var store = new StoreInMemory().imported(unit(BEGUN, field.file(1)));

    var outcome = store.merge(unit(LATER, field.file(2)), store.merging(true, true));

    assertThat(outcome.events()).isEmpty();
    assertThat(outcome.conflicts()).isEmpty();
  }

  @Test
  void a_person_and_a_file_may_change_different_flags_of_an_activity() {
    var store = new StoreInMemory().imported(unit(BEGUN, List.of(activity(Set.of("metrics")))))
        .done(new ActivityFlagsChanged("activity", Set.of("metrics", "sets"), SINCE));

    var outcome = store.merge(unit(LATER, List.of(activity(Set.of("splits", "metrics")))));

    assertThat(outcome.events()).containsExactly(
        new ActivityFlagsChanged("activity", Set.of("metrics", "sets", "splits"), LATER));
  }

  private static ActivityDefined activity(Set<String> flags) {
    return new ActivityDefined("activity", "root", "", "", flags, null, BEGUN);
  }
}
