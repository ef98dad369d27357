package org.fractalgoals.migration.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fractalgoals.migration.merge.Units.BEGUN;
import static org.fractalgoals.migration.merge.Units.DAY;
import static org.fractalgoals.migration.merge.Units.GOAL;
import static org.fractalgoals.migration.merge.Units.LATER;
import static org.fractalgoals.migration.merge.Units.SESSION;
import static org.fractalgoals.migration.merge.Units.SINCE;
import static org.fractalgoals.migration.merge.Units.goal;
import static org.fractalgoals.migration.merge.Units.instance;
import static org.fractalgoals.migration.merge.Units.row;
import static org.fractalgoals.migration.merge.Units.session;
import static org.fractalgoals.migration.merge.Units.told;
import static org.fractalgoals.migration.merge.Units.unit;
import static org.fractalgoals.migration.merge.Units.value;

import java.util.List;

import org.fractalgoals.domain.entity.EntityRef;
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
import org.fractalgoals.domain.goal.GoalEvent.GoalTouched;
import org.fractalgoals.domain.missing.MissingEvent.ThingFoundMissing;
import org.fractalgoals.domain.session.InstanceEvent.InstanceAdded;
import org.fractalgoals.domain.session.InstanceEvent.InstanceDeleted;
import org.fractalgoals.domain.session.InstanceEvent.InstanceNoted;
import org.fractalgoals.domain.session.InstanceEvent.InstanceReordered;
import org.fractalgoals.domain.session.InstanceEvent.InstanceTimesSet;
import org.fractalgoals.domain.session.InstanceEvent.InstanceTouched;
import org.fractalgoals.domain.session.SessionEvent.SessionDeleted;
import org.fractalgoals.domain.session.SessionEvent.SessionGoalLinked;
import org.fractalgoals.domain.session.SessionEvent.SessionRenamed;
import org.fractalgoals.migration.history.Flags;
import org.fractalgoals.migration.history.KeptRow;
import org.fractalgoals.migration.history.LegacyEvent;
import org.fractalgoals.migration.history.LegacyUnit;
import org.junit.jupiter.api.Test;

/** What a second file means for what is there already. */
class MergingTest {

  private static LegacyUnit goalFile(String name, String description) {
    return unit(BEGUN, List.of(goal(name, description)));
  }

  private static StoreInMemory storeWithGoal() {
    return new StoreInMemory().imported(goalFile("Climb", "Up"));
  }

  private static StoreInMemory storeWithSession() {
    return new StoreInMemory()
        .imported(unit(BEGUN, List.of(session("Morning"), instance("instance", 1),
            value("instance", "metric", 1))));
  }

  @Test
  void what_the_store_does_not_know_stays_as_it_is_told() {
    var unit = unit(told(goal("Climb", "Up"), row("goals", 1), Flags.ROOT_NULL_DERIVED),
        told(new GoalCompleted("goal", LATER)));

    assertThat(new StoreInMemory().merge(unit).unit()).isEqualTo(unit);
  }

  @Test
  void a_placeholder_is_filled() {
    var store = new StoreInMemory().imported(unit(BEGUN,
        List.of(new ThingFoundMissing(GOAL, "root", EntityRef.goal("root"), GOAL, BEGUN))));
    var unit = goalFile("Climb", "Up");

    assertThat(store.merge(unit).unit()).isEqualTo(unit);
  }

  @Test
  void several_changes_of_one_row_happen_at_its_latest_time() {
    var outcome = storeWithGoal().merge(unit(told(goal("Climb on", "Higher"), row("goals", 2)),
        told(new GoalTouched("goal", LATER))));

    assertThat(outcome.events()).containsExactly(new GoalRenamed("goal", "Climb on", LATER),
        new GoalDescribed("goal", "Higher", LATER));
  }

  @Test
  void so_does_what_was_told_as_it_was_in_the_beginning() {
    var noted = new InstanceNoted("session", "instance", "Slippery", BEGUN);
    var touched = new InstanceTouched("session", "instance", LATER);
    var outcome = storeWithSession().merge(unit(told(session("Morning")),
        told(instance("instance", 2)), told(noted), told(touched)));

    assertThat(outcome.events()).containsExactly(
        new InstanceReordered("session", "instance", 2, LATER),
        new InstanceNoted("session", "instance", "Slippery", LATER));
  }

  @Test
  void what_a_person_did_is_no_file_saying_so_where_an_event_repeats_it() {
    var file = unit(BEGUN, List.of(session("Morning"), instance("instance", 1),
        new InstanceTimesSet("session", "instance", BEGUN, null, null, BEGUN)));
    var store = new StoreInMemory().imported(file).done(
        new InstanceTimesSet("session", "instance", SINCE, null, null, SINCE));
    var newer = unit(LATER, List.of(session("Morning"), instance("instance", 1),
        new InstanceTimesSet("session", "instance", BEGUN, LATER, null, BEGUN)));

    var outcome = store.merge(newer);
    var again = store.imported(outcome.unit()).merge(newer);

    assertThat(outcome.events()).containsExactly(
        new InstanceTimesSet("session", "instance", SINCE, LATER, null, LATER));
    assertThat(again.events()).isEmpty();
  }

  @Test
  void when_a_change_happened_is_unknown_if_the_row_tells_no_later_time() {
    var outcome = storeWithGoal().merge(goalFile("Climb on", "Up"));

    assertThat(outcome.unit().events()).containsExactly(new LegacyEvent(
        new GoalRenamed("goal", "Climb on", null), null, List.of(Flags.TIME_UNKNOWN), null));
  }

  @Test
  void a_completion_keeps_its_own_time() {
    var completed = new GoalCompleted("goal", SINCE);
    var outcome = storeWithGoal().merge(unit(told(goal("Climb", "Up")), told(completed),
        told(new GoalTouched("goal", LATER))));

    assertThat(outcome.events()).containsExactly(completed, new GoalTouched("goal", LATER));
  }

  @Test
  void what_is_completed_no_more_is_opened_again() {
    var store = new StoreInMemory().imported(
        unit(BEGUN, List.of(goal("Climb", "Up"), new GoalCompleted("goal", BEGUN))));

    assertThat(store.merge(unit(LATER, List.of(goal("Climb", "Up")))).events())
        .containsExactly(new GoalReopened("goal", LATER));
  }

  @Test
  void a_person_and_a_file_may_change_different_fields_of_a_thing() {
    var store = storeWithGoal().done(new GoalRenamed("goal", "Walk", SINCE));

    var outcome = store.merge(unit(LATER, List.of(goal("Climb", "Higher"))));

    assertThat(outcome.events()).containsExactly(new GoalDescribed("goal", "Higher", LATER));
    assertThat(outcome.conflicts()).isEmpty();
  }

  @Test
  void of_an_event_that_tells_several_fields_only_what_is_new_is_taken() {
    var times = new InstanceTimesSet("session", "instance", BEGUN, SINCE, 60L, BEGUN);
    var store = storeWithSession().imported(unit(BEGUN, List.of(times)))
        .done(new InstanceTimesSet("session", "instance", BEGUN, LATER, 60L, SINCE));

    var outcome = store.merge(unit(LATER, List.of(session("Morning"), instance("instance", 1),
        new InstanceTimesSet("session", "instance", BEGUN.plusSeconds(1), SINCE.plusSeconds(1),
            60L, BEGUN))));

    assertThat(outcome.events()).containsExactly(new InstanceTimesSet("session", "instance",
        BEGUN.plusSeconds(1), LATER, 60L, LATER));
    assertThat(outcome.conflicts())
        .containsExactly(new Conflict(Units.INSTANCE, "time_stop", false));
  }

  @Test
  void the_last_change_of_a_thing_counts_only_if_it_is_later_than_what_is_known() {
    var touched = new GoalTouched("goal", SINCE);
    var file = unit(SINCE, List.of(goal("Climb", "Up"), touched));

    assertThat(storeWithGoal().merge(file).events()).containsExactly(touched);
    assertThat(storeWithGoal().done(new GoalRenamed("goal", "Walk", LATER)).merge(file).events())
        .isEmpty();
  }

  @Test
  void a_deadline_is_taken_away_where_the_row_has_none() {
    var store = new StoreInMemory().imported(unit(BEGUN, List.of(goal("Climb", "Up", DAY))));

    var outcome = store.merge(unit(told(goal("Climb", "Up"), row("goals", 2))));

    assertThat(outcome.events()).containsExactly(new GoalDeadlineCleared("goal", null));
  }

  @Test
  void a_column_that_the_table_does_not_have_says_nothing() {
    var store = new StoreInMemory().imported(unit(BEGUN, List.of(goal("Climb", "Up", DAY))));

    var outcome = store
        .merge(unit(told(goal("Climb", "Up"), row("goals", 2, List.of("name", "description")))));

    assertThat(outcome.events()).isEmpty();
    assertThat(outcome.conflicts()).isEmpty();
  }

  @Test
  void a_goal_is_never_moved() {
    var elsewhere = new GoalCreated("goal", "root", EntityRef.goal("other"), "LongTermGoal",
        "Climb", "Up", null, null, 1, DAY, BEGUN);

    var outcome = storeWithGoal().merge(unit(LATER, List.of(elsewhere)),
        storeWithGoal().merging(false, true));

    assertThat(outcome.events()).isEmpty();
    assertThat(outcome.conflicts()).containsExactly(new Conflict(GOAL, "parent_id", false));
  }

  @Test
  void a_file_that_does_not_know_the_goal_above_says_nothing_of_it() {
    var store = storeWithGoal()
        .done(new GoalMoved("goal", EntityRef.goal("other"), 1, SINCE));
    var lost = new GoalCreated("goal", "root", null, "LongTermGoal", "Climb", "Up", null, null, 1,
        DAY, BEGUN);

    var outcome = store.merge(unit(LATER, List.of(lost)));

    assertThat(outcome.events()).isEmpty();
    assertThat(outcome.conflicts()).isEmpty();
  }

  @Test
  void what_a_person_deleted_stays_deleted() {
    var store = storeWithGoal().done(new GoalDeleted("goal", SINCE));

    var same = store.merge(goalFile("Climb", "Up"));
    var other = store.merge(unit(LATER, List.of(goal("Climb on", "Up"))),
        store.merging(false, true));

    assertThat(same.events()).isEmpty();
    assertThat(same.conflicts()).isEmpty();
    assertThat(other.events()).isEmpty();
    assertThat(other.conflicts()).containsExactly(new Conflict(GOAL, "deleted_at", false));
  }

  @Test
  void so_does_what_is_part_of_it() {
    var store = storeWithSession().done(new SessionDeleted("session", SINCE));

    var outcome = store.merge(unit(LATER, List.of(session("Morning"), instance("instance", 1),
        value("instance", "metric", 2), instance("new", 2))));

    assertThat(outcome.events()).isEmpty();
    assertThat(outcome.conflicts()).containsExactly(new Conflict(SESSION, "deleted_at", false));
  }

  @Test
  void what_is_deleted_in_the_file_is_deleted() {
    var deleted = new GoalDeleted("goal", LATER);
    var file = unit(told(goal("Climb", "Up")), told(deleted));

    assertThat(storeWithGoal().merge(file).events()).containsExactly(deleted);
  }

  @Test
  void what_a_person_restored_stays() {
    var file = unit(told(goal("Climb", "Up")), told(new GoalDeleted("goal", BEGUN)));
    var store = new StoreInMemory().imported(file).done(new GoalRestored("goal", SINCE));

    assertThat(store.merge(file).events()).isEmpty();
    assertThat(store.merge(goalFile("Climb", "Up")).events()).isEmpty();
  }

  @Test
  void what_was_deleted_and_is_not_in_a_file_any_more_stays_deleted() {
    var store = new StoreInMemory()
        .imported(unit(told(goal("Climb", "Up")), told(new GoalDeleted("goal", BEGUN))));

    var outcome = store.merge(goalFile("Climb", "Up"));

    assertThat(outcome.events()).isEmpty();
    assertThat(outcome.conflicts()).isEmpty();
  }

  @Test
  void what_was_purged_does_not_come_back_and_is_no_conflict() {
    var row = row("goals", 2);
    var outcome = storeWithGoal().purge(GOAL)
        .merge(unit(told(goal("Climb", "Up"), row), told(new GoalCompleted("goal", LATER))));

    assertThat(outcome.events()).isEmpty();
    assertThat(outcome.conflicts()).isEmpty();
    assertThat(outcome.unit().kept()).containsExactly(new KeptRow(row, List.of(), GOAL));
  }

  @Test
  void nor_does_a_part_that_was_purged_alone() {
    var store = storeWithSession().purge(Units.INSTANCE);
    var row = row("activity_instances", 7);

    var outcome = store.merge(unit(told(session("Evening")), told(instance("instance", 2), row),
        told(value("instance", "metric", 2))));

    assertThat(outcome.events()).containsExactly(new SessionRenamed("session", "Evening", null));
    assertThat(outcome.conflicts()).isEmpty();
    assertThat(outcome.unit().kept())
        .containsExactly(new KeptRow(row, List.of(), Units.INSTANCE));
  }

  @Test
  void an_instance_more_is_taken_with_all_that_is_told_of_it() {
    var added = instance("new", 2);
    var value = value("new", "metric", 3);
    var noted = new InstanceNoted("session", "new", "Slippery", BEGUN);

    var outcome = storeWithSession().merge(unit(BEGUN, List.of(session("Morning"),
        instance("instance", 1), value("instance", "metric", 1), added, value, noted)));

    assertThat(outcome.events()).containsExactly(added, value, noted);
  }

  @Test
  void a_value_more_is_taken() {
    var more = value("instance", "other", 3);

    var outcome = storeWithSession()
        .merge(unit(BEGUN, List.of(session("Morning"), instance("instance", 1), more)));

    assertThat(outcome.events()).containsExactly(more);
    assertThat(outcome.conflicts()).isEmpty();
  }

  @Test
  void a_link_more_is_taken_and_a_known_one_is_not() {
    var link = new SessionGoalLinked("session", "goal", "short_term", BEGUN);
    var more = new SessionGoalLinked("session", "other", "immediate", BEGUN);
    var store = storeWithSession().imported(unit(BEGUN, List.of(link)));

    var outcome = store.merge(unit(BEGUN, List.of(session("Morning"), link, more)));

    assertThat(outcome.events()).containsExactly(more);
  }

  @Test
  void an_instance_that_is_in_another_session_already_stays_there() {
    var store = storeWithSession();
    var other = new InstanceAdded("evening",
        "instance", "activity", 1, BEGUN);

    var outcome = store.merge(unit(told(other, row("activity_instances", 7))));

    assertThat(outcome.events()).isEmpty();
    assertThat(outcome.unit().kept()).hasSize(1);
    assertThat(outcome.conflicts())
        .containsExactly(new Conflict(Units.INSTANCE, "session_id", false));
  }

  @Test
  void the_row_goes_with_the_first_event_that_comes_of_it() {
    var row = row("goals", 2);
    var outcome = storeWithGoal().merge(unit(told(goal("Climb on", "Higher"), row,
        Flags.ROOT_NULL_DERIVED), told(new GoalCompleted("goal", LATER))));

    assertThat(outcome.unit().events()).extracting(LegacyEvent::row).containsExactly(row, null,
        null);
    assertThat(outcome.unit().events().getFirst().flags()).contains(Flags.ROOT_NULL_DERIVED);
    assertThat(outcome.unit().kept()).isEmpty();
  }

  @Test
  void that_may_be_one_that_had_no_row() {
    var row = row("goals", 2);
    var outcome = storeWithGoal().merge(
        unit(told(goal("Climb", "Up"), row), told(new GoalCompleted("goal", LATER))));

    assertThat(outcome.unit().events()).extracting(LegacyEvent::row).containsExactly(row);
    assertThat(outcome.unit().kept()).isEmpty();
  }

  @Test
  void the_row_of_an_event_that_means_nothing_is_kept() {
    var row = row("goals", 2);
    var before = new KeptRow(row("goals", 3), List.of(Flags.ID_DUPLICATE), GOAL);
    var file = new LegacyUnit(GOAL, "root",
        List.of(told(goal("Climb", "Up"), row, Flags.ROOT_NULL_DERIVED)), List.of(before));

    assertThat(storeWithGoal().merge(file).unit().kept()).containsExactly(before,
        new KeptRow(row, List.of(Flags.ROOT_NULL_DERIVED), GOAL));
  }

  @Test
  void only_the_event_that_breaks_a_rule_says_so() {
    var violated = Flags.checkViolated("deadline");
    var outcome = storeWithGoal()
        .merge(unit(told(goal("Climb on", "Up", DAY), row("goals", 2), violated)));

    assertThat(outcome.unit().events()).satisfiesExactly(renamed -> {
      assertThat(renamed.event()).isInstanceOf(GoalRenamed.class);
      assertThat(renamed.flags()).doesNotContain(violated);
    }, set -> {
      assertThat(set.event()).isInstanceOf(GoalDeadlineSet.class);
      assertThat(set.flags()).contains(violated);
    });
  }

  @Test
  void an_older_file_only_adds_what_is_not_there() {
    var store = storeWithSession();
    var row = row("sessions", 2);
    var added = instance("new", 2);

    var outcome = store.merge(
        unit(told(session("Evening"), row), told(instance("instance", 1)), told(added),
            told(new InstanceDeleted("session", "instance", LATER))),
        store.merging(true, true));

    assertThat(outcome.events()).containsExactly(added);
    assertThat(outcome.unit().kept())
        .containsExactly(new KeptRow(row, List.of(Flags.staleCopy("name")), SESSION));
    assertThat(outcome.conflicts()).isEmpty();
  }
}
