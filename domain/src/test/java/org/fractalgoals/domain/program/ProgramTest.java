package org.fractalgoals.domain.program;

import static org.fractalgoals.domain.program.Programs.ID;
import static org.fractalgoals.domain.program.Programs.MONDAY;
import static org.fractalgoals.domain.program.Programs.NOW;
import static org.fractalgoals.domain.program.Programs.START;
import static org.fractalgoals.domain.program.Programs.block;
import static org.fractalgoals.domain.program.Programs.change;
import static org.fractalgoals.domain.program.Programs.day;
import static org.fractalgoals.domain.program.Programs.json;
import static org.fractalgoals.domain.program.Programs.planned;
import static org.fractalgoals.domain.program.Programs.save;
import static org.fractalgoals.domain.program.Programs.wanted;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.axonframework.test.aggregate.ResultValidator;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.entity.Kind;
import org.fractalgoals.domain.program.BlockEvent.BlockAdded;
import org.fractalgoals.domain.program.BlockEvent.BlockBroughtBack;
import org.fractalgoals.domain.program.BlockEvent.BlockColoured;
import org.fractalgoals.domain.program.BlockEvent.BlockDatesChanged;
import org.fractalgoals.domain.program.BlockEvent.BlockRemoved;
import org.fractalgoals.domain.program.BlockEvent.BlockRenamed;
import org.fractalgoals.domain.program.DayEvent.DayAdded;
import org.fractalgoals.domain.program.DayEvent.DayRemoved;
import org.fractalgoals.domain.program.DayEvent.DayRenamed;
import org.fractalgoals.domain.program.DayEvent.DayRenumbered;
import org.fractalgoals.domain.program.DayEvent.TemplateScheduled;
import org.fractalgoals.domain.program.DayEvent.TemplateUnscheduled;
import org.fractalgoals.domain.program.ProgramCommand.AddDays;
import org.fractalgoals.domain.program.ProgramCommand.ChangeProgram;
import org.fractalgoals.domain.program.ProgramCommand.CopyDay;
import org.fractalgoals.domain.program.ProgramCommand.CreateProgram;
import org.fractalgoals.domain.program.ProgramCommand.EditDay;
import org.fractalgoals.domain.program.ProgramCommand.ProgramChange;
import org.fractalgoals.domain.program.ProgramCommand.Schedule;
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
import org.fractalgoals.domain.rule.Rule;
import org.fractalgoals.domain.rule.RuleViolation;
import org.fractalgoals.domain.text.Description;
import org.fractalgoals.domain.text.Name;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a program answers to each command. */
class ProgramTest {

  private final Programs programs = new Programs();

  private static void assertRefused(ResultValidator<Program> result, Rule rule) {
    result.expectNoEvents().expectException(RuleViolation.class)
        .expectExceptionMessage(rule.sentence());
  }

  private static void assertUnchanged(ResultValidator<Program> result) {
    result.expectSuccessfulHandlerExecution().expectNoEvents();
  }

  private static DayAdded added(String blockId, String id, LocalDate date, long number,
      String name, long place) {
    return new DayAdded("p", blockId, id, date, number, name, null, place, NOW);
  }

  @Nested
  class Creation {

    private CreateProgram create(List<String> goalIds, @Nullable Schedule schedule) {
      return new CreateProgram(ID, "root", new Name("Refit"), new Description("Text"), START,
          START.plusDays(26), goalIds, schedule);
    }

    @Test
    void a_new_program_is_active_and_serves_each_goal_once() {
      programs.fixture().givenNoPriorActivity().when(create(List.of("g", "g"), null))
          .expectEvents(new ProgramCreated("p", "root", "Refit", "Text", START,
              START.plusDays(26), List.of("g"), true, null, NOW));
    }

    @Test
    void its_blocks_have_a_day_for_each_date_and_what_is_listed_for_it() {
      var schedule = new Schedule(json("[1]"), List.of(wanted("b", 2, "t", "t")));

      programs.fixture().givenNoPriorActivity().when(create(List.of(), schedule)).expectEvents(
          new ProgramCreated("p", "root", "Refit", "Text", START, START.plusDays(26), List.of(),
              true, json("[1]"), NOW),
          block(2), added("b", "new-1", MONDAY, 1, "Monday", 1),
          planned("new-1", "new-2", "t", false, 1), planned("new-1", "new-3", "t", false, 2),
          added("b", "new-4", MONDAY.plusDays(1), 2, "Tuesday", 2));
    }

    @Test
    void it_does_not_end_before_it_starts() {
      assertRefused(
          programs.fixture().givenNoPriorActivity()
              .when(new CreateProgram(ID, "root", new Name("Refit"), Description.EMPTY, START,
                  START.minusDays(1), List.of(), null)),
          new Rule.EndPrecedesStart(Kind.PROGRAM, "2031-01-06T00:00", "2031-01-05T00:00"));
    }

    @Test
    void its_goals_must_be_visible() {
      assertRefused(programs.fixture().givenNoPriorActivity().when(create(List.of("x"), null)),
          new Rule.ReferenceIsUnknown(EntityRef.goal("x")));
      assertRefused(programs.fixture().givenNoPriorActivity().when(create(List.of("gone"), null)),
          new Rule.ReferenceIsDeleted(EntityRef.goal("gone")));
    }
  }

  @Nested
  class Change {

    @Test
    void each_change_gives_the_event_that_says_so() {
      programs.given()
          .when(change(new ProgramChange.Rename("New"),
              new ProgramChange.Describe(Description.EMPTY),
              new ProgramChange.SetDates(null, START), new ProgramChange.SetGoals(List.of("g")),
              new ProgramChange.SetActive(false),
              new ProgramChange.SetSchedule(new Schedule(json("[2]"), List.of()))))
          .expectEvents(new ProgramRenamed("p", "New", NOW), new ProgramDescribed("p", "", NOW),
              new ProgramDatesChanged("p", START, START, NOW),
              new ProgramGoalsChanged("p", List.of("g"), NOW), new ProgramDeactivated("p", NOW),
              new ProgramScheduleKept("p", json("[2]"), NOW));
    }

    @Test
    void what_changes_nothing_gives_no_event() {
      assertUnchanged(programs.given(new ProgramGoalsChanged("p", List.of("g"), NOW))
          .when(change(new ProgramChange.Rename("Refit"),
              new ProgramChange.Describe(new Description("Text")),
              new ProgramChange.SetDates(START, null), new ProgramChange.SetGoals(List.of("g")),
              new ProgramChange.SetActive(true),
              new ProgramChange.SetSchedule(new Schedule(json("[]"), List.of())))));
    }

    @Test
    void what_was_imported_is_not_judged_as_long_as_it_stays() {
      var imported = new ProgramCreated("p", "root", " ", "", START, START.minusDays(1),
          List.of("nowhere"), true, null, null);

      assertUnchanged(programs.fixture().given(imported)
          .when(change(new ProgramChange.Rename(" "),
              new ProgramChange.SetDates(START, START.minusDays(1)),
              new ProgramChange.SetGoals(List.of("nowhere")))));
    }

    @Test
    void a_link_to_a_deleted_goal_stays_whether_it_is_sent_back_or_not() {
      var serving = new ProgramGoalsChanged("p", List.of("gone", "g"), NOW);

      assertUnchanged(
          programs.given(serving).when(change(new ProgramChange.SetGoals(List.of("g")))));
      assertUnchanged(
          programs.given(serving).when(change(new ProgramChange.SetGoals(List.of("gone", "g")))));
      programs.given(serving).when(change(new ProgramChange.SetGoals(List.of())))
          .expectEvents(new ProgramGoalsChanged("p", List.of("gone"), NOW));
    }

    @Test
    void a_goal_that_is_new_to_it_must_be_visible() {
      assertRefused(programs.given().when(change(new ProgramChange.SetGoals(List.of("gone")))),
          new Rule.ReferenceIsDeleted(EntityRef.goal("gone")));
    }

    @Test
    void it_can_be_activated_again() {
      programs.given(new ProgramDeactivated("p", NOW))
          .when(change(new ProgramChange.SetActive(true)))
          .expectEvents(new ProgramActivated("p", NOW));
    }

    @Test
    void a_deleted_or_foreign_program_refuses_commands() {
      assertRefused(
          programs.given(new ProgramDeleted("p", NOW)).when(change(new ProgramChange.Rename("x"))),
          new Rule.IsDeleted(ID.ref()));
      assertRefused(programs.given().when(new ChangeProgram(ID, "other", List.of())),
          new Rule.IsUnknown(ID.ref()));
      programs.given(new ProgramDeleted("p", NOW), new ProgramRestored("p", NOW))
          .when(change(new ProgramChange.Rename("x")))
          .expectEvents(new ProgramRenamed("p", "x", NOW));
    }
  }

  @Nested
  class Save {

    @Test
    void a_block_that_is_not_listed_is_removed_and_comes_back_when_it_is() {
      programs.given(block(1), day("b", "d", MONDAY, 1, 1)).when(save())
          .expectEvents(new BlockRemoved("p", "b", NOW));
      programs.given(block(1), day("b", "d", MONDAY, 1, 1), new BlockRemoved("p", "b", NOW))
          .when(save(wanted("b", 1))).expectEvents(new BlockBroughtBack("p", "b", NOW));
    }

    @Test
    void name_dates_and_colour_are_overwritten_and_days_added() {
      var changed = new WantedBlock("b", "Build", MONDAY.minusDays(1), MONDAY, "blue", Map.of());

      programs.given(block(1), day("b", "d", MONDAY, 1, 1)).when(save(changed)).expectEvents(
          new BlockRenamed("p", "b", "Build", NOW),
          new BlockDatesChanged("p", "b", MONDAY.minusDays(1), MONDAY, NOW),
          new BlockColoured("p", "b", "blue", NOW),
          added("b", "new-1", MONDAY.minusDays(1), 1, "Sunday", 2),
          new DayRenumbered("p", "d", 2L, NOW));
    }

    @Test
    void days_outside_of_a_shrunken_block_and_those_without_a_date_are_left_alone() {
      programs.given(block(2), day("b", "d", MONDAY, 1, 1), day("b", "e", MONDAY.plusDays(1), 2, 2),
          day("b", "f", null, 3, 3)).when(save(wanted("b", 1)))
          .expectEvents(new BlockDatesChanged("p", "b", MONDAY, MONDAY, NOW));
    }

    @Test
    void what_the_schedule_lists_no_more_goes_and_what_a_hand_put_there_stays() {
      programs.given(block(1), day("b", "d", MONDAY, 1, 1), planned("d", "s1", "t", false, 1),
          planned("d", "s2", "t", true, 2)).when(save(wanted("b", 1, "u")))
          .expectEvents(new TemplateUnscheduled("p", "d", "s1", NOW),
              planned("d", "new-1", "u", false, 3));
    }

    @Test
    void saving_the_same_again_changes_nothing_whoever_planned_it() {
      var present = new ProgramEvent[] {block(1), day("b", "d", MONDAY, 1, 1),
          planned("d", "s1", "t", false, 1), planned("d", "s2", "t", true, 2),
          planned("d", "s3", "u", true, 3)};

      assertUnchanged(programs.given(present).when(save(wanted("b", 1, "t"))));
      assertUnchanged(programs.given(present).when(save(wanted("b", 1, "u", "t"))));
      assertUnchanged(programs.given(present).when(save(wanted("b", 1, "t", "t"))));
      programs.given(present).when(save(wanted("b", 1, "t", "t", "t")))
          .expectEvents(planned("d", "new-1", "t", false, 4));
    }

    @Test
    void a_template_that_was_deleted_since_stays_where_it_is_and_is_planned_for_no_other_day() {
      programs.given(block(1), day("b", "d", MONDAY, 1, 1), planned("d", "s", "old", false, 1))
          .when(save(wanted("b", 8, "old")))
          .expectEvents(new BlockDatesChanged("p", "b", MONDAY, MONDAY.plusDays(7), NOW),
              added("b", "new-1", MONDAY.plusDays(1), 2, "Tuesday", 2),
              added("b", "new-2", MONDAY.plusDays(2), 3, "Wednesday", 3),
              added("b", "new-3", MONDAY.plusDays(3), 4, "Thursday", 4),
              added("b", "new-4", MONDAY.plusDays(4), 5, "Friday", 5),
              added("b", "new-5", MONDAY.plusDays(5), 6, "Saturday", 6),
              added("b", "new-6", MONDAY.plusDays(6), 7, "Sunday", 7),
              added("b", "new-7", MONDAY.plusDays(7), 8, "Monday", 8));
    }

    @Test
    void a_template_that_the_program_never_had_must_be_visible() {
      assertRefused(programs.given().when(save(wanted("b", 1, "old"))),
          new Rule.ReferenceIsDeleted(EntityRef.template("old")));
      assertRefused(programs.given().when(save(wanted("b", 1, "x"))),
          new Rule.ReferenceIsUnknown(EntityRef.template("x")));
    }

    @Test
    void a_block_needs_dates_in_their_order_unless_it_was_imported_without_and_stays_so() {
      var undated = new WantedBlock("b", null, null, null, null, Map.of());
      assertRefused(programs.given().when(save(undated)), new Rule.BlockNeedsDates("Block"));
      assertRefused(programs.given().when(save(wanted("b", 0))),
          new Rule.EndPrecedesStart(Kind.BLOCK, "2031-01-06", "2031-01-05"));

      var imported = new BlockAdded("p", "b", "", null, null, null, List.of(), 0, null);
      assertUnchanged(programs.given(imported).when(save(undated)));
    }

    @Test
    void a_block_is_listed_once_and_a_new_one_without_id_gets_one() {
      assertRefused(programs.given().when(save(wanted("b", 1), wanted("b", 1))),
          new Rule.IsListedTwice(EntityRef.block("b")));
      programs.given().when(save(wanted(null, 1))).expectEvents(block("new-1", 1, MONDAY, 1),
          added("new-1", "new-2", MONDAY, 1, "Monday", 1));
    }

    @Test
    void a_day_that_was_removed_is_made_anew() {
      programs.given(block(1), day("b", "d", MONDAY, 1, 1), new DayRemoved("p", "d", NOW))
          .when(save(wanted("b", 1)))
          .expectEvents(added("b", "new-1", MONDAY, 1, "Monday", 2));
    }

    @Test
    void dates_that_are_far_apart_are_refused() {
      assertRefused(programs.given().when(save(wanted("b", 5_000))),
          new Rule.ChangeIsTooLarge(5_000));
    }
  }

  @Nested
  class Days {

    private AddDays add(@Nullable String name, @Nullable DayOfWeek weekday, boolean cascade) {
      return new AddDays(ID, "root", "b", name, List.of("t", "t"), weekday, cascade);
    }

    @Test
    void every_such_day_of_the_week_is_renamed_or_added_and_gets_the_sessions() {
      programs.given(block(8), day("b", "d", MONDAY.plusDays(7), 1, 1))
          .when(add("Legs", DayOfWeek.MONDAY, false))
          .expectEvents(added("b", "new-1", MONDAY, 2, "Legs", 2),
              planned("new-1", "new-2", "t", true, 1), planned("new-1", "new-3", "t", true, 2),
              new DayRenamed("p", "d", "Legs", NOW), planned("d", "new-4", "t", true, 1),
              planned("d", "new-5", "t", true, 2));
    }

    @Test
    void without_a_day_of_the_week_one_day_without_a_date_is_added() {
      programs.given(block(1), day("b", "d", MONDAY, 1, 1)).when(add(null, null, false))
          .expectEvents(new DayAdded("p", "b", "new-1", null, 2L, "Day 2", null, 2, NOW),
              planned("new-1", "new-2", "t", true, 1), planned("new-1", "new-3", "t", true, 2));
    }

    @Test
    void the_blocks_that_come_later_get_the_same() {
      var undated = new BlockAdded("p", "u", "", null, null, null, List.of(), 2, null);
      programs
          .given(block(1), block("earlier", 4, MONDAY.minusDays(9), 1), undated,
              block("later", 3, MONDAY.plusDays(7), 1))
          .when(new AddDays(ID, "root", "b", "x", List.of(), DayOfWeek.MONDAY, true))
          .expectEvents(added("b", "new-1", MONDAY, 1, "x", 1),
              added("later", "new-2", MONDAY.plusDays(7), 1, "x", 1),
              new DayAdded("p", "u", "new-3", null, 1L, "x", null, 1, NOW));
    }

    @Test
    void a_template_that_is_not_visible_is_refused() {
      assertRefused(
          programs.given(block(1), day("b", "d", MONDAY, 1, 1), planned("d", "s", "old", true, 1))
              .when(new AddDays(ID, "root", "b", null, List.of("old"), null, false)),
          new Rule.ReferenceIsDeleted(EntityRef.template("old")));
    }

    @Test
    void an_edited_day_has_what_was_asked_for_and_keeps_what_is_still_wanted() {
      programs.given(block(1), day("b", "d", MONDAY, 1, 1), planned("d", "s1", "old", false, 1),
          planned("d", "s2", "t", true, 2))
          .when(new EditDay(ID, "root", "b", "d", "Legs", 9L, List.of("u", "old"), false))
          .expectEvents(new DayRenamed("p", "d", "Legs", NOW),
              new DayRenumbered("p", "d", 9L, NOW), new TemplateUnscheduled("p", "d", "s2", NOW),
              planned("d", "new-1", "u", true, 3));
    }

    @Test
    void what_is_not_asked_for_or_is_so_already_stays() {
      assertUnchanged(programs
          .given(block(1), day("b", "d", MONDAY, 1, 1), planned("d", "s1", "t", false, 1))
          .when(new EditDay(ID, "root", "b", "d", null, null, null, true)));
      assertUnchanged(programs
          .given(block(1), day("b", "d", MONDAY, 1, 1), planned("d", "s1", "t", false, 1))
          .when(new EditDay(ID, "root", "b", "d", "name of d", 1L, List.of("t"), true)));
    }

    @Test
    void an_imported_day_without_number_and_name_can_be_edited_and_copied() {
      var imported = new DayAdded("p", "b", "d", null, null, null, null, 0, null);
      programs.given(block(1), imported, planned("d", "s", "t", true, 1))
          .when(new EditDay(ID, "root", "b", "d", "Legs", null, List.of(), true)).expectEvents(
              new DayRenamed("p", "d", "Legs", NOW), new TemplateUnscheduled("p", "d", "s", NOW));
      programs.given(block(1), imported, block("c", 2, MONDAY, 1))
          .when(new CopyDay(ID, "root", "b", "d"))
          .expectEvents(new DayAdded("p", "c", "new-1", null, null, null, null, 1, NOW));
    }

    @Test
    void the_day_of_the_same_number_in_later_blocks_is_edited_along() {
      programs
          .given(block(1), day("b", "d", MONDAY, 1, 1), block("c", 2, MONDAY.plusDays(7), 1),
              day("c", "e", null, 2, 1), day("c", "f", null, 2, 2))
          .when(new EditDay(ID, "root", "b", "d", "Legs", 2L, List.of("t"), true))
          .expectEvents(new DayRenamed("p", "d", "Legs", NOW),
              new DayRenumbered("p", "d", 2L, NOW), planned("d", "new-1", "t", true, 1),
              new DayRenamed("p", "e", "Legs", NOW), planned("e", "new-2", "t", true, 1));
    }

    @Test
    void a_copied_day_gives_its_name_and_sessions_to_every_other_block() {
      programs
          .given(block(1), day("b", "d", MONDAY, 3, 1), planned("d", "s1", "t", true, 1),
              planned("d", "s2", "old", true, 2), block("c", 2, MONDAY.minusDays(7), 1),
              day("c", "e", null, 3, 1), planned("e", "s3", "u", false, 1),
              block("f", 3, MONDAY.plusDays(7), 1))
          .when(new CopyDay(ID, "root", "b", "d"))
          .expectEvents(new DayRenamed("p", "e", "name of d", NOW),
              new TemplateUnscheduled("p", "e", "s3", NOW), planned("e", "new-1", "t", true, 2),
              new DayAdded("p", "f", "new-2", null, 3L, "name of d", null, 1, NOW),
              new TemplateScheduled("p", "new-2", "new-3", "t", true, false, null, 1, NOW));
    }

    @Test
    void what_is_not_there_is_not_known() {
      assertRefused(programs.given().when(add(null, null, false)),
          new Rule.IsUnknown(EntityRef.block("b")));
      assertRefused(programs.given(block(1), new BlockRemoved("p", "b", NOW))
          .when(add(null, null, false)), new Rule.IsDeleted(EntityRef.block("b")));
      assertRefused(programs.given(block(1)).when(new CopyDay(ID, "root", "b", "d")),
          new Rule.IsUnknown(EntityRef.day("d")));
      assertRefused(
          programs.given(block(1), day("b", "d", null, 1, 1), new DayRemoved("p", "d", NOW))
              .when(new CopyDay(ID, "root", "b", "d")),
          new Rule.IsDeleted(EntityRef.day("d")));
    }
  }
}
