package org.fractalgoals.migration.goal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import org.fractalgoals.domain.event.Imported;
import org.fractalgoals.domain.event.JsonText;
import org.fractalgoals.domain.goal.GoalEvent.GoalCreated;
import org.fractalgoals.migration.testing.LegacyDatabase;
import org.fractalgoals.migration.testing.MigrationRun;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a goal's creation carries. */
class GoalFactsTest {

  @TempDir Path directory;

  @Test
  void a_row_is_taken_as_it_is() throws Exception {
    var created = created("type", "Dream", "name", "  \u0007\uD83C\uDFAF\n", "description", "d",
        "deadline", "2026-02-28 00:00:00.000000", "targets", "[{\"value\": 1.00}]", "sort_order",
        3);
    assertThat(created).isEqualTo(new GoalCreated("g", "g", null, "Dream",
        "  \u0007\uD83C\uDFAF\n", "d", LocalDate.parse("2026-02-28"),
        new MigrationRun.PlainText("[{\"value\": 1.00}]"), 3, LocalDate.parse("2025-12-24"),
        Instant.parse("2025-12-24T15:00:00Z")));
  }

  @Test
  void null_texts_are_empty_and_null_targets_are_none() throws Exception {
    var created = created("name", null, "description", null, "targets", null, "deadline", null,
        "sort_order", null);
    assertThat(created.name()).isEmpty();
    assertThat(created.description()).isEmpty();
    assertThat(created.targets()).isNull();
    assertThat(created.deadline()).isNull();
    assertThat(created.sortOrder()).isZero();
  }

  @Test
  void what_is_no_text_is_its_text() throws Exception {
    try (var database = LegacyDatabase.empty(directory.resolve("goals.db"))) {
      database.execute("CREATE TABLE goals (id, type, name, description, parent_id, created_at)")
          .goal("g", null, "name", 7, "description", 1.50, "type", new byte[] {0x0a, (byte) 0xff});
    }
    var created = MigrationRun.of(directory.resolve("goals.db")).events().created("g");
    assertThat(created.name()).isEqualTo("7");
    assertThat(created.description()).isEqualTo("1.5");
    assertThat(created.type()).isEqualTo("0aff");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{not json", "", "null", " [ ] ", "{\"a\":1,\"a\":2}"})
  void targets_are_kept_byte_for_byte(String targets) throws Exception {
    assertThat(created("targets", targets).targets()).extracting(JsonText::text)
        .isEqualTo(targets);
  }

  @ParameterizedTest
  @CsvSource({"2026-01-31 22:06:09.368716, 2026-01-31", "2026-01-31, 2026-01-31",
      "2026-01-31T23:59:59Z, 2026-01-31", "2026-01-31T00:00:00+14:00, 2026-01-31",
      "20260131, 2026-01-31"})
  void a_deadline_is_the_day_of_its_digits(String deadline, LocalDate day) throws Exception {
    assertThat(created("deadline", deadline).deadline()).isEqualTo(day);
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "", "2026-02-30", "0"})
  void an_unreadable_deadline_is_none_and_flagged(String deadline) throws Exception {
    var run = migrate("deadline", deadline);
    assertThat(run.events().created("g").deadline()).isNull();
    assertThat(flags(run)).containsExactly("CLOCK_ASSUMED(local)", "TIME_UNKNOWN(deadline)");
  }

  @Test
  void a_deadline_before_the_day_of_creation_is_kept_and_flagged() throws Exception {
    var early = migrate("deadline", "2025-12-23 00:00:00.000000");
    assertThat(early.events().created("g").deadline()).isEqualTo("2025-12-23");
    assertThat(flags(early)).contains("CHECK_VIOLATED(deadline)");
    assertThat(Imported.breaksRule(flags(early))).isTrue();
    var sameDay = migrate("deadline", "2025-12-24 00:00:00.000000");
    assertThat(flags(sameDay)).containsExactly("CLOCK_ASSUMED(local)");
  }

  @Test
  void the_day_of_creation_is_that_of_the_stores_zone() throws Exception {
    var file = write("created_at", "2025-12-24T20:30:00Z", "deadline", "2025-12-24");
    var tokyo = MigrationRun.of(file, directory.resolve("tokyo"), ZoneId.of("Asia/Tokyo"));
    assertThat(tokyo.events().created("g").createdDay()).isEqualTo("2025-12-25");
    assertThat(flags(tokyo)).containsExactly("CHECK_VIOLATED(deadline)");
    assertThat(MigrationRun.of(file).events().created("g").createdDay()).isEqualTo("2025-12-24");
  }

  @Test
  void the_rule_that_read_a_time_is_named_unless_the_text_says_its_zone() throws Exception {
    assertThat(flags(migrate("created_at", "2025-12-24 10:00:00.000000")))
        .containsExactly("CLOCK_ASSUMED(local)");
    assertThat(flags(migrate("created_at", "2025-12-24 10:00:00")))
        .containsExactly("CLOCK_ASSUMED(utc)");
    assertThat(flags(migrate("created_at", "2025-12-24")))
        .containsExactly("CLOCK_ASSUMED(date-only)");
    assertThat(flags(migrate("created_at", "2025-12-24T10:00:00Z"))).isEmpty();
  }

  @Test
  void a_row_is_carried_by_the_first_event_made_from_it_and_by_no_other() throws Exception {
    var run = migrate("completed", 1, "completed_at", "2025-12-25 10:00:00.000000", "deleted_at",
        "2025-12-26 10:00:00.000000");
    var events = run.events().of("g");
    assertThat(events).hasSize(3);
    assertThat(MigrationRun.imported(events.get(0)).sourceRow())
        .startsWith(
            "{\"file\":\"%s\",\"stage\":\"S16\",\"table\":\"goals\",\"rowid\":1,\"pk\":[\"g\"],"
                .formatted(run.result().file().sha256()))
        .contains("[\"completed_at\",\"text\",\"2025-12-25 10:00:00.000000\"]",
            "[\"root_id\",\"null\",null]", "[\"completed\",\"integer\",1]");
    assertThat(events.subList(1, 3)).extracting(event -> MigrationRun.imported(event).sourceRow())
        .containsOnlyNulls();
  }

  private GoalCreated created(@Nullable Object... columnsAndValues) throws Exception {
    return migrate(columnsAndValues).events().created("g");
  }

  private MigrationRun migrate(@Nullable Object... columnsAndValues) throws Exception {
    return MigrationRun.of(write(columnsAndValues));
  }

  private Path write(@Nullable Object... columnsAndValues) throws Exception {
    return GoalHistoryTest.write(directory, columnsAndValues);
  }

  private static List<String> flags(MigrationRun run) {
    return MigrationRun.imported(run.events().of("g").get(0)).flags().stream()
        .filter(flag -> !flag.equals("ROOT_NULL_DERIVED")).toList();
  }
}
