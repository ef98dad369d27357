package org.fractalgoals.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.DomainEvent;
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
import org.fractalgoals.domain.imports.ImportEvent.LegacyFileImported;
import org.fractalgoals.domain.imports.ImportEvent.TableRows;
import org.fractalgoals.eventstore.codec.JsonTexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each event has one file that shows what is stored of it. A change of such a file is a change of the store's format: the
 * event needs a new revision and an upcaster, and the old file stays as a test.
 */
class GoldenEventsTest {

  private static final Instant AT = Instant.parse("2026-03-04T05:06:07.123456Z");

  static List<DomainEvent> events() {
    return List.of(
        new GoalCreated("g-1", "g-0", EntityRef.session("p-1"), "ImmediateGoal", "Tie \"one\" knot",
            "Größer\n", LocalDate.of(2031, 5, 6), JsonTexts.of("[ {\"id\": 1.00} ]"), 3,
            LocalDate.of(2026, 3, 4), AT),
        new GoalRenamed("g-1", "Tie two knots", AT), new GoalDescribed("g-1", "", AT),
        new GoalDeadlineSet("g-1", LocalDate.of(2031, 5, 6), AT),
        new GoalDeadlineCleared("g-1", AT),
        new GoalTargetsChanged("g-1", JsonTexts.of("[{\"id\":\"k-1\",\"value\":1e3}]"), AT),
        new GoalMoved("g-1", EntityRef.goal("g-2"), 4, AT), new GoalReordered("g-1", 2, AT),
        new GoalCompleted("g-1", null), new GoalReopened("g-1", AT), new GoalDeleted("g-1", AT),
        new GoalRestored("g-1", AT), new GoalTouched("g-1", AT),
        new LegacyFileImported("i-1", "goals.db", "ab".repeat(32), 573440, "S16",
            "America/New_York", List.of(new TableRows("goals", 28, 28)), 61, AT));
  }

  private static String stored(String type) throws IOException {
    try (var file = GoldenEventsTest.class.getResourceAsStream("golden/" + type + ".json")) {
      assertThat(file).as("a golden file for " + type).isNotNull();
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
  }

  private static String nameOf(DomainEvent event) {
    var name = Codecs.current().nameOf(event);
    return name.value() + "." + name.revision();
  }

  @ParameterizedTest
  @MethodSource("events")
  void an_event_is_stored_as_its_golden_file_shows(DomainEvent event) throws IOException {
    assertThat(Codecs.current().encode(event)).isEqualTo(stored(nameOf(event)));
  }

  @ParameterizedTest
  @MethodSource("events")
  void what_its_golden_file_shows_is_read_as_the_event(DomainEvent event) throws IOException {
    var name = Codecs.current().nameOf(event);

    assertThat(Codecs.current().decode(1, name.value(), name.revision(), stored(nameOf(event))))
        .isEqualTo(event);
  }

  @Test
  void every_event_of_the_product_has_a_golden_file() {
    var covered = events().stream().map(Codecs.current()::nameOf)
        .map(name -> name.value() + ":" + name.revision());

    assertThat(Codecs.types()).containsExactlyInAnyOrderElementsOf(covered.toList());
  }
}
