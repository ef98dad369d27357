package org.fractalgoals.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.fractalgoals.domain.audit.ThingChange.Happening;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.RecordedEvent;
import org.fractalgoals.domain.fact.FieldKey;
import org.fractalgoals.domain.goal.GoalEvent;
import org.fractalgoals.domain.goal.GoalEvent.GoalCreated;
import org.fractalgoals.domain.goal.GoalEvent.GoalDescribed;
import org.fractalgoals.domain.goal.GoalEvent.GoalRenamed;
import org.junit.jupiter.api.Test;

class StateComparisonTest {

  private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
  private static final EntityRef GOAL = EntityRef.goal("g");

  private final StateComparison comparison = new StateComparison(NOON);
  private long position;

  private void tell(int secondsAfterNoon, GoalEvent event) {
    position++;
    comparison.tell(new RecordedEvent(position, "e-" + position, "any", position - 1, "g", "a",
        NOON.plusSeconds(secondsAfterNoon), List.of(), event));
  }

  private static GoalCreated created() {
    return new GoalCreated("g", "g", null, "UltimateGoal", "Sail", "", null, null, 0,
        LocalDate.of(2026, 3, 4), NOON);
  }

  private static GoalRenamed renamed(String name) {
    return new GoalRenamed("g", name, NOON);
  }

  @Test
  void what_happened_at_the_earlier_moment_had_happened() {
    tell(0, created());

    assertThat(comparison.changes()).isEmpty();
  }

  @Test
  void what_was_changed_and_changed_back_is_no_difference() {
    tell(0, created());
    tell(1, renamed("Row"));
    tell(2, renamed("Sail"));

    assertThat(comparison.changes()).isEmpty();
  }

  @Test
  void a_field_is_told_once_with_its_first_and_its_last_value() {
    tell(0, created());
    tell(1, renamed("Row"));
    tell(2, renamed("Climb"));

    assertThat(comparison.changes()).containsExactly(
        new ThingChange(GOAL, "Climb", Set.of(Happening.CHANGED), List.of(
            new FieldChange(new FieldKey(GOAL, "name"), "Sail", "Climb"))));
  }

  @Test
  void what_was_stored_later_of_an_earlier_time_belongs_to_the_earlier_state() {
    tell(-9, created());
    tell(1, renamed("Row"));
    tell(0, new GoalDescribed("g", "from an older file", NOON));

    assertThat(comparison.changes()).singleElement().satisfies(
        change -> assertThat(change.changes()).extracting(field -> field.key().field())
            .containsExactly("name"));
  }

  @Test
  void of_what_is_new_all_fields_that_have_a_value_are_told() {
    tell(1, created());

    assertThat(comparison.changes()).singleElement().satisfies(change -> {
      assertThat(change.happened()).containsExactly(Happening.CREATED);
      assertThat(change.changes()).extracting(field -> field.key().field())
          .containsExactly("type", "name", "description", "sort_order", "completed");
    });
  }
}
