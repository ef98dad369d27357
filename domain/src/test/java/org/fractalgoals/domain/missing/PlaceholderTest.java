package org.fractalgoals.domain.missing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.fractalgoals.domain.action.EventIds;
import org.fractalgoals.domain.activity.Activities;
import org.fractalgoals.domain.activity.Activity;
import org.fractalgoals.domain.activity.ActivityCommand.ActivityChange;
import org.fractalgoals.domain.activity.ActivityCommand.ChangeActivity;
import org.fractalgoals.domain.activity.ActivityEvent.ActivityDefined;
import org.fractalgoals.domain.activity.ActivityEvent.Measure;
import org.fractalgoals.domain.activity.ActivityEvent.MetricAdded;
import org.fractalgoals.domain.activity.ActivityId;
import org.fractalgoals.domain.activity.ActivityState;
import org.fractalgoals.domain.activitygroup.ActivityGroup;
import org.fractalgoals.domain.activitygroup.GroupCommand.ChangeGroup;
import org.fractalgoals.domain.activitygroup.GroupId;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.entity.KnownEntities;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.goal.Goal;
import org.fractalgoals.domain.goal.GoalCommand.CompleteGoal;
import org.fractalgoals.domain.goal.GoalEvent.GoalCreated;
import org.fractalgoals.domain.goal.GoalId;
import org.fractalgoals.domain.goal.GoalState;
import org.fractalgoals.domain.missing.MissingEvent.ThingFoundMissing;
import org.fractalgoals.domain.program.DayEvent.DayAdded;
import org.fractalgoals.domain.program.DayEvent.TemplateScheduled;
import org.fractalgoals.domain.program.Program;
import org.fractalgoals.domain.program.ProgramCommand.ChangeProgram;
import org.fractalgoals.domain.program.ProgramEvent.ProgramCreated;
import org.fractalgoals.domain.program.ProgramId;
import org.fractalgoals.domain.program.ProgramState;
import org.fractalgoals.domain.rule.Rule;
import org.fractalgoals.domain.rule.RuleViolation;
import org.fractalgoals.domain.rule.Standing;
import org.fractalgoals.domain.session.InstanceCommand.AddInstance;
import org.fractalgoals.domain.session.InstanceCommand.RecordMetrics;
import org.fractalgoals.domain.session.InstanceCommand.StopTimer;
import org.fractalgoals.domain.session.InstanceEvent.InstanceAdded;
import org.fractalgoals.domain.session.InstanceEvent.MetricRecorded;
import org.fractalgoals.domain.session.Session;
import org.fractalgoals.domain.session.SessionCommand.ToggleSessionCompletion;
import org.fractalgoals.domain.session.SessionEvent.SessionCreated;
import org.fractalgoals.domain.session.SessionId;
import org.fractalgoals.domain.session.SessionState;
import org.fractalgoals.domain.template.SessionTemplate;
import org.fractalgoals.domain.template.TemplateCommand.ChangeTemplate;
import org.fractalgoals.domain.template.TemplateId;
import org.fractalgoals.domain.time.WallClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is only found to be missing is unknown to commands, and becomes the thing itself when that is imported. */
class PlaceholderTest {

  private static final Instant NOW = Instant.parse("2026-03-04T12:00:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 4);
  private static final EntityRef ROOT = EntityRef.goal("root");
  private static final EntityRef SESSION = EntityRef.session("x");
  private static final EntityRef ACTIVITY = EntityRef.activity("x");
  private static final EntityRef PROGRAM = EntityRef.program("x");
  private static final EntityRef INSTANCE = EntityRef.instance("i");

  private static final InstanceAdded ADDED = new InstanceAdded("x", "i", "a", 3, NOW);
  private static final MetricRecorded RECORDED = new MetricRecorded("x", "i", "v", "m", null, 7,
      false, NOW);

  private final KnownEntities entities = new KnownEntities().goal("root", null, 0, false);

  private static ThingFoundMissing missing(EntityRef thing) {
    return new ThingFoundMissing(thing, "root", null, thing, NOW);
  }

  private static ThingFoundMissing missing(EntityRef thing, EntityRef owner) {
    return new ThingFoundMissing(thing, "root", owner, owner, NOW);
  }

  private static SessionCreated session() {
    return new SessionCreated("x", "root", ROOT, List.of(), "Morning", "", null, null, null, null,
        null, null, TODAY, NOW);
  }

  private static ProgramCreated program() {
    return new ProgramCreated("x", "root", "Refit", "", null, null, List.of(), true, null, NOW);
  }

  private static ActivityDefined activity() {
    return new ActivityDefined("x", "root", "Row", "", Set.of(), null, NOW);
  }

  private <T> AggregateTestFixture<T> fixture(Class<T> aggregate) {
    var fixture = new AggregateTestFixture<>(aggregate);
    EventIds ids = () -> "new";
    fixture.registerInjectableResource(entities);
    fixture.registerInjectableResource(ids);
    fixture.registerInjectableResource(new Activities(stream -> List.of()));
    fixture.registerInjectableResource(new WallClock(
        Clock.fixed(NOW, ZoneOffset.UTC), ZoneOffset.UTC));
    return fixture;
  }

  static Stream<Arguments> commands() {
    return Stream.of(
        Arguments.of(Goal.class, EntityRef.goal("x"), new CompleteGoal(new GoalId("x"), "root")),
        Arguments.of(Session.class, SESSION,
            new ToggleSessionCompletion(new SessionId("x"), "root")),
        Arguments.of(Session.class, SESSION,
            new AddInstance(new SessionId("x"), "root", "i", "a")),
        Arguments.of(Session.class, SESSION,
            new RecordMetrics(new SessionId("x"), "root", "i", List.of())),
        Arguments.of(Activity.class, ACTIVITY, new ChangeActivity(new ActivityId("x"), "root",
            List.of(new ActivityChange.LeaveGroup()))),
        Arguments.of(ActivityGroup.class, EntityRef.group("x"),
            new ChangeGroup(new GroupId("x"), "root", List.of())),
        Arguments.of(SessionTemplate.class, EntityRef.template("x"),
            new ChangeTemplate(new TemplateId("x"), "root", List.of())),
        Arguments.of(Program.class, PROGRAM,
            new ChangeProgram(new ProgramId("x"), "root", List.of())));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void a_command_about_a_placeholder_is_told_that_it_is_unknown(Class<?> aggregate,
      EntityRef thing, Object command) {
    entities.missing(thing, null);

    fixture(aggregate).given(missing(thing)).when(command).expectNoEvents()
        .expectException(RuleViolation.class)
        .expectExceptionMessage(new Rule.IsUnknown(thing).sentence());
  }

  @Test
  void what_stands_below_a_placeholder_is_as_unknown_as_that() {
    entities.missing(EntityRef.goal("lost"), null).with(SESSION, EntityRef.goal("lost"), 0, false);

    fixture(Session.class).given(session())
        .when(new ToggleSessionCompletion(new SessionId("x"), "root")).expectNoEvents()
        .expectExceptionMessage(new Rule.IsUnknown(SESSION).sentence());
    assertThat(Standing.of(SESSION, "root", entities)).isEqualTo(Standing.UNKNOWN);
  }

  @Test
  void a_missing_instance_is_unknown_in_a_known_session() {
    entities.with(SESSION, ROOT, 0, false).missing(INSTANCE, SESSION);

    fixture(Session.class).given(session(), missing(INSTANCE, SESSION))
        .when(new StopTimer(new SessionId("x"), "root", "i")).expectNoEvents()
        .expectExceptionMessage(new Rule.IsUnknown(INSTANCE).sentence());
  }

  @Test
  void an_instance_of_a_missing_activity_cannot_be_added() {
    entities.with(SESSION, ROOT, 0, false).missing(EntityRef.activity("a"), null);

    fixture(Session.class).given(session())
        .when(new AddInstance(new SessionId("x"), "root", "i", "a")).expectNoEvents()
        .expectExceptionMessage(
            new Rule.ReferenceIsUnknown(EntityRef.activity("a")).sentence());
  }

  private static SessionState sessionAfter(DomainEvent... events) {
    return Stream.of(events).reduce((SessionState) null, SessionState::after,
        (one, other) -> other);
  }

  private static ProgramState programAfter(DomainEvent... events) {
    return Stream.of(events).reduce((ProgramState) null, ProgramState::after,
        (one, other) -> other);
  }

  @Test
  void a_session_keeps_what_was_performed_in_it_before_it_is_imported() {
    var before = sessionAfter(missing(SESSION), ADDED, RECORDED);

    assertThat(before.placeholder()).isTrue();
    assertThat(sessionAfter(missing(SESSION), ADDED, RECORDED, session()))
        .isEqualTo(sessionAfter(session(), ADDED, RECORDED));
  }

  @Test
  void an_instance_keeps_the_values_that_were_recorded_before_it_is_imported() {
    var lost = missing(INSTANCE, SESSION);

    assertThat(sessionAfter(session(), lost, RECORDED).instance("i")).isNull();
    assertThat(sessionAfter(lost, RECORDED, session(), ADDED))
        .isEqualTo(sessionAfter(session(), ADDED, RECORDED));
    assertThat(sessionAfter(session(), lost, RECORDED, ADDED))
        .isEqualTo(sessionAfter(session(), ADDED, RECORDED));
    assertThat(sessionAfter(session(), ADDED, RECORDED, lost))
        .isEqualTo(sessionAfter(session(), ADDED, RECORDED));
  }

  @Test
  void a_program_keeps_its_days_and_what_is_planned_for_them() {
    var lostDay = new ThingFoundMissing(EntityRef.day("d"), "root", EntityRef.block("b"), PROGRAM,
        NOW);
    var day = new DayAdded("x", "b", "d", TODAY, 1L, "Monday", null, 1, NOW);
    var planned = new TemplateScheduled("x", "d", "s", "t", true, false, null, 1, NOW);

    assertThat(programAfter(missing(PROGRAM)).placeholder()).isTrue();
    assertThat(programAfter(missing(PROGRAM), missing(EntityRef.block("b"), PROGRAM), lostDay,
        planned, day, program())).isEqualTo(programAfter(program(), day, planned));
  }

  @Test
  void an_activity_keeps_its_metrics_and_is_not_found_before_it_is_imported() {
    var metric = new MetricAdded("x", "m", "Load", new Measure("kg", false, true, false), 1, NOW);
    var lost = missing(EntityRef.metric("m"), ACTIVITY);

    assertThat(ActivityState.after(List.of(missing(ACTIVITY), lost, metric))).isEmpty();
    assertThat(ActivityState.after(List.of(missing(ACTIVITY), lost, metric, activity())))
        .isEqualTo(ActivityState.after(List.of(activity(), metric))).isPresent();
  }

  @Test
  void what_has_no_parts_has_no_state_before_it_is_imported() {
    var lost = EntityRef.goal("x");
    var created = new GoalCreated("x", "root", ROOT, "LongTermGoal", "Sail", "", null, null, 0,
        TODAY, NOW);

    assertThat(GoalState.after(null, missing(lost))).isNull();
    assertThat(GoalState.after(GoalState.after(null, missing(lost)), created))
        .isEqualTo(GoalState.of(created));
    assertThatThrownBy(() -> GoalState.after(null, session()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_thing_is_missing_where_it_can_be() {
    assertThatThrownBy(() -> missing(EntityRef.note("n")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> missing(INSTANCE)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> missing(INSTANCE, ACTIVITY))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> missing(EntityRef.group("g"), ACTIVITY))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
        () -> new ThingFoundMissing(ROOT, "root", EntityRef.goal("g"), ROOT, NOW))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
