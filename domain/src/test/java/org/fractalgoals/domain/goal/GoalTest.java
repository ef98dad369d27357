package org.fractalgoals.domain.goal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.entity.KnownEntities;
import org.fractalgoals.domain.event.JsonText;
import org.fractalgoals.domain.event.Origin;
import org.fractalgoals.domain.event.Source;
import org.fractalgoals.domain.goal.GoalCommand.ChangeGoal;
import org.fractalgoals.domain.goal.GoalCommand.CompleteGoal;
import org.fractalgoals.domain.goal.GoalCommand.CreateFractal;
import org.fractalgoals.domain.goal.GoalCommand.CreateGoal;
import org.fractalgoals.domain.goal.GoalCommand.GoalChange;
import org.fractalgoals.domain.goal.GoalCommand.GoalChange.ChangeTargets;
import org.fractalgoals.domain.goal.GoalCommand.GoalChange.ClearDeadline;
import org.fractalgoals.domain.goal.GoalCommand.GoalChange.Describe;
import org.fractalgoals.domain.goal.GoalCommand.GoalChange.Rename;
import org.fractalgoals.domain.goal.GoalCommand.GoalChange.SetDeadline;
import org.fractalgoals.domain.goal.GoalCommand.MoveGoal;
import org.fractalgoals.domain.goal.GoalCommand.ReopenGoal;
import org.fractalgoals.domain.goal.GoalCommand.ToggleCompletion;
import org.fractalgoals.domain.goal.GoalEvent.GoalCompleted;
import org.fractalgoals.domain.goal.GoalEvent.GoalCreated;
import org.fractalgoals.domain.goal.GoalEvent.GoalDeadlineCleared;
import org.fractalgoals.domain.goal.GoalEvent.GoalDeadlineSet;
import org.fractalgoals.domain.goal.GoalEvent.GoalDeleted;
import org.fractalgoals.domain.goal.GoalEvent.GoalDescribed;
import org.fractalgoals.domain.goal.GoalEvent.GoalMoved;
import org.fractalgoals.domain.goal.GoalEvent.GoalRenamed;
import org.fractalgoals.domain.goal.GoalEvent.GoalReopened;
import org.fractalgoals.domain.goal.GoalEvent.GoalRestored;
import org.fractalgoals.domain.goal.GoalEvent.GoalTargetsChanged;
import org.fractalgoals.domain.rule.Rule;
import org.fractalgoals.domain.rule.RuleViolation;
import org.fractalgoals.domain.text.Description;
import org.fractalgoals.domain.text.Name;
import org.fractalgoals.domain.time.WallClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a goal answers to each command. */
class GoalTest {

  /** Noon of 4 March in UTC; in the zone of the store, 5 March has begun. */
  private static final Instant NOW = Instant.parse("2026-03-04T12:00:00.123456Z");
  private static final ZoneId ZONE = ZoneId.of("Pacific/Kiritimati");
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 5);
  private static final GoalId ID = new GoalId("g");

  private final KnownEntities entities = new KnownEntities().goal("root", null, 0, false)
      .goal("mid", "root", 4, false).goal("g", "root", 1, false);
  private AggregateTestFixture<Goal> fixture;

  @BeforeEach
  void fixture() {
    fixture = new AggregateTestFixture<>(Goal.class);
    fixture.registerInjectableResource(entities);
    fixture.registerInjectableResource(
        new WallClock(Clock.fixed(NOW.plusNanos(789), ZoneOffset.UTC), ZONE));
  }

  private static GoalCreated created() {
    return created(null, null);
  }

  private static GoalCreated created(@Nullable LocalDate deadline, @Nullable JsonText targets) {
    return new GoalCreated("g", "root", EntityRef.goal("root"), "LongTermGoal", "Old name",
        "Old text", deadline, targets, 1, TODAY, NOW);
  }

  private static GoalCreated createdNow(@Nullable LocalDate deadline) {
    return new GoalCreated("g", "root", EntityRef.goal("mid"), "ShortTermGoal", " Name ", "Text",
        deadline, null, 1, TODAY, NOW);
  }

  private static CreateGoal create(@Nullable LocalDate deadline, boolean completed) {
    return new CreateGoal(ID, "root", EntityRef.goal("mid"), GoalType.SHORT_TERM,
        new Name(" Name "), new Description("Text"), deadline, completed);
  }

  private static ChangeGoal change(GoalChange... changes) {
    return new ChangeGoal(ID, "root", List.of(changes));
  }

  private TestExecutor<Goal> given(GoalEvent... events) {
    return fixture.given((Object[]) events);
  }

  private static void assertRefused(ResultValidator<Goal> result, Rule rule) {
    result.expectNoEvents().expectException(RuleViolation.class)
        .expectExceptionMessage(rule.sentence());
  }

  @Nested
  class Creation {

    @Test
    void a_new_fractal_is_its_own_root_and_has_no_parent() {
      fixture.givenNoPriorActivity()
          .when(new CreateFractal(ID, GoalType.ULTIMATE, new Name("Sail"), Description.EMPTY, null,
              false))
          .expectEvents(new GoalCreated("g", "g", null, "UltimateGoal", "Sail", "", null, null, 0,
              TODAY, NOW));
    }

    @Test
    void a_new_goal_stands_after_its_siblings_and_keeps_its_name_as_sent() {
      fixture.givenNoPriorActivity().when(create(null, false)).expectEvents(createdNow(null));
    }

    @Test
    void a_goal_can_be_created_completed() {
      fixture.givenNoPriorActivity().when(create(null, true)).expectEvents(createdNow(null),
          new GoalCompleted("g", NOW));
    }

    @Test
    void every_event_says_its_fractal() {
      var origin = new Origin("anna", Source.API, "action-1");
      fixture.givenNoPriorActivity().when(create(null, true), origin.toMetaData())
          .expectSuccessfulHandlerExecution();

      assertThat(fixture.getEventStore().readEvents("goal/g").asStream().toList()).hasSize(2)
          .allSatisfy(
              event -> assertThat(event.getMetaData()).containsEntry(Origin.ROOT_ID, "root"));
    }

    @Test
    void a_deadline_may_be_today_in_the_zone_of_the_store() {
      fixture.givenNoPriorActivity().when(create(TODAY, false)).expectEvents(createdNow(TODAY));
    }

    @Test
    void a_deadline_before_today_is_refused() {
      var yesterday = TODAY.minusDays(1);
      assertRefused(fixture.givenNoPriorActivity().when(create(yesterday, false)),
          new Rule.DeadlinePrecedesCreation(yesterday, TODAY));
    }
  }

  @Nested
  class Change {

    @Test
    void renames() {
      given(created()).when(change(new Rename(new Name("New"))))
          .expectEvents(new GoalRenamed("g", "New", NOW));
    }

    @Test
    void describes() {
      given(created()).when(change(new Describe(Description.EMPTY)))
          .expectEvents(new GoalDescribed("g", "", NOW));
    }

    @Test
    void sets_and_clears_the_deadline() {
      given(created()).when(change(new SetDeadline(TODAY)))
          .expectEvents(new GoalDeadlineSet("g", TODAY, NOW));
    }

    @Test
    void clears_the_deadline() {
      given(created(TODAY, null)).when(change(new ClearDeadline()))
          .expectEvents(new GoalDeadlineCleared("g", NOW));
    }

    @Test
    void refuses_a_deadline_before_the_day_of_creation() {
      var before = TODAY.minusDays(1);
      assertRefused(given(created()).when(change(new SetDeadline(before))),
          new Rule.DeadlinePrecedesCreation(before, TODAY));
    }

    @Test
    void leaves_alone_an_imported_deadline_that_breaks_the_rule() {
      var before = TODAY.minusDays(1);
      given(created(before, null))
          .when(change(new SetDeadline(before), new Rename(new Name("New"))))
          .expectEvents(new GoalRenamed("g", "New", NOW));
    }

    @Test
    void replaces_the_targets() {
      given(created()).when(change(new ChangeTargets(new Plain("[1]"))))
          .expectEvents(new GoalTargetsChanged("g", new Plain("[1]"), NOW));
    }

    @Test
    void several_things_at_once_in_the_order_they_are_asked_for() {
      given(created()).when(change(new Rename(new Name("New")), new Describe(Description.EMPTY)))
          .expectEvents(new GoalRenamed("g", "New", NOW), new GoalDescribed("g", "", NOW));
    }

    @Test
    void all_or_nothing() {
      var before = TODAY.minusDays(1);
      assertRefused(
          given(created()).when(change(new Rename(new Name("New")), new SetDeadline(before))),
          new Rule.DeadlinePrecedesCreation(before, TODAY));
    }

    @Test
    void what_changes_nothing_gives_no_event() {
      given(created(TODAY, new Plain("[1]")))
          .when(change(new Rename(new Name("Old name")), new Describe(new Description("Old text")),
              new SetDeadline(TODAY), new ChangeTargets(new Plain("[ 1 ]"))))
          .expectSuccessfulHandlerExecution().expectNoEvents();
    }

    @Test
    void clearing_what_is_not_there_gives_no_event() {
      given(created()).when(change(new ClearDeadline(), new ChangeTargets(new Plain("[]"))))
          .expectSuccessfulHandlerExecution().expectNoEvents();
    }

    @Test
    void a_later_change_rests_on_the_earlier_ones() {
      given(created(), new GoalRenamed("g", "New", NOW), new GoalDescribed("g", "More", NOW),
          new GoalDeadlineSet("g", TODAY, NOW), new GoalTargetsChanged("g", new Plain("[1]"), NOW))
          .when(change(new Rename(new Name("New")), new Describe(new Description("More")),
              new SetDeadline(TODAY), new ChangeTargets(new Plain("[1]"))))
          .expectSuccessfulHandlerExecution().expectNoEvents();
    }
  }

  @Nested
  class Completion {

    @Test
    void an_open_goal_is_completed() {
      given(created()).when(new CompleteGoal(ID, "root"))
          .expectEvents(new GoalCompleted("g", NOW));
    }

    @Test
    void a_completed_goal_is_reopened() {
      given(created(), new GoalCompleted("g", NOW)).when(new ReopenGoal(ID, "root"))
          .expectEvents(new GoalReopened("g", NOW));
    }

    @Test
    void toggling_goes_both_ways() {
      given(created()).when(new ToggleCompletion(ID, "root"))
          .expectEvents(new GoalCompleted("g", NOW));
    }

    @Test
    void toggling_a_completed_goal_reopens_it() {
      given(created(), new GoalCompleted("g", NOW)).when(new ToggleCompletion(ID, "root"))
          .expectEvents(new GoalReopened("g", NOW));
    }

    @Test
    void completing_a_completed_goal_gives_no_event() {
      given(created(), new GoalCompleted("g", NOW)).when(new CompleteGoal(ID, "root"))
          .expectSuccessfulHandlerExecution().expectNoEvents();
    }

    @Test
    void reopening_an_open_goal_gives_no_event() {
      given(created(), new GoalCompleted("g", NOW), new GoalReopened("g", NOW))
          .when(new ReopenGoal(ID, "root")).expectSuccessfulHandlerExecution().expectNoEvents();
    }
  }

  @Nested
  class Move {

    @Test
    void puts_the_goal_after_the_children_of_the_new_parent() {
      entities.goal("other", "mid", 6, false);

      given(created()).when(new MoveGoal(ID, "root", EntityRef.goal("mid")))
          .expectEvents(new GoalMoved("g", EntityRef.goal("mid"), 7, NOW));
    }

    @Test
    void to_where_it_stands_gives_no_event() {
      given(created()).when(new MoveGoal(ID, "root", EntityRef.goal("root")))
          .expectSuccessfulHandlerExecution().expectNoEvents();
    }

    @Test
    void of_the_root_of_a_fractal_is_refused() {
      var root = new GoalCreated("root", "root", null, "UltimateGoal", "Sail", "", null, null, 0,
          TODAY, NOW);
      assertRefused(
          given(root).when(new MoveGoal(new GoalId("root"), "root", EntityRef.goal("g"))),
          new Rule.FractalCannotBeMoved(EntityRef.goal("root")));
    }
  }

  @Nested
  class Presence {

    @Test
    void a_deleted_goal_refuses_commands() {
      assertRefused(
          given(created(), new GoalDeleted("g", NOW)).when(change(new Rename(new Name("New")))),
          new Rule.IsDeleted(ID.ref()));
    }

    @Test
    void a_restored_goal_takes_them_again() {
      given(created(), new GoalDeleted("g", NOW), new GoalRestored("g", NOW))
          .when(change(new Rename(new Name("New")))).expectEvents(new GoalRenamed("g", "New", NOW));
    }

    @Test
    void a_goal_below_something_deleted_refuses_commands() {
      entities.goal("root", null, 0, true);

      assertRefused(given(created()).when(new CompleteGoal(ID, "root")),
          new Rule.IsDeleted(ID.ref()));
    }

    @Test
    void in_another_fractal_a_goal_is_not_known() {
      assertRefused(given(created()).when(new CompleteGoal(ID, "elsewhere")),
          new Rule.IsUnknown(ID.ref()));
    }

    @Test
    void a_goal_that_never_was_is_not_found() {
      fixture.givenNoPriorActivity().when(new CompleteGoal(ID, "root"), MetaData.emptyInstance())
          .expectException(AggregateNotFoundException.class).expectNoEvents();
    }
  }

  /** Two texts mean the same if they differ in blanks only. */
  private record Plain(String text) implements JsonText {
    @Override
    public String canonical() {
      return text.replace(" ", "");
    }
  }
}
