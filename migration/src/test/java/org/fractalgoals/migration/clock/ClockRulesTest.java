package org.fractalgoals.migration.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.fractalgoals.migration.legacy.CellValue;
import org.fractalgoals.migration.legacy.LegacyRow;
import org.fractalgoals.migration.legacy.LegacyRow.Cell;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClockRulesTest {

  private final ClockRules rules = new ClockRules(ClockRules.USUAL_ZONE);

  @ParameterizedTest
  @CsvSource({
      // what the application wrote before its code changed, and after
      "2025-12-24 15:46:36.156275, 2025-12-24T20:46:36.156275Z, LOCAL",
      "2026-01-05 17:49:59.999999, 2026-01-05T22:49:59.999999Z, LOCAL",
      "2026-01-05 17:50:00.000000, 2026-01-05T17:50:00Z, UTC",
      "2026-01-06 04:16:28.045056, 2026-01-06T04:16:28.045056Z, UTC",
      // what SQLite wrote
      "2025-12-27 04:00:29, 2025-12-27T04:00:29Z, UTC",
      "2026-01-06 04:00:32, 2026-01-06T04:00:32Z, UTC",
      // a T and no fraction is not SQLite's
      "2025-12-27T04:00:29, 2025-12-27T09:00:29Z, LOCAL",
      "2025-12-24T15:46, 2025-12-24T20:46:00Z, LOCAL",
      // what says its zone
      "2025-12-24T15:46:36.156Z, 2025-12-24T15:46:36.156Z, ZONE_IN_TEXT",
      "2026-01-07 15:46:36+02:00, 2026-01-07T13:46:36Z, ZONE_IN_TEXT",
      "2026-01-07T15:46:36-0500, 2026-01-07T20:46:36Z, ZONE_IN_TEXT",
      // a day
      "2025-12-24, 2025-12-24T05:00:00Z, DATE_ONLY", "20251224, 2025-12-24T05:00:00Z, DATE_ONLY",
      // summer time
      "2025-07-01 12:00:00.000000, 2025-07-01T16:00:00Z, LOCAL",
      // finer than a store can keep
      "2025-12-24 15:46:36.123456789, 2025-12-24T20:46:36.123456Z, LOCAL"})
  void a_text_becomes_an_instant_by_the_rule_of_the_clock_that_wrote_it(String text, Instant at,
      ClockRule rule) {
    for (var column : List.of("created_at", "updated_at", "completed_at", "deleted_at")) {
      assertThat(read(column, text)).as(column).isEqualTo(new LegacyTime.Known(at, rule));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "yesterday", "2025-13-01 00:00:00.000000", "2025-02-30",
      "2025-12-24 25:00:00", "0000", "12025-12-24", "2025-12-24 15:46:36.156275 EST", "null",
      "2025-12-2415:46", "1766600000", "2025-12-24T15:46:36+99:00", "\u0000"})
  void what_is_no_time_is_unreadable_and_nothing_breaks(String text) {
    assertThat(read("created_at", text)).isEqualTo(new LegacyTime.Unreadable());
    assertThat(read("deleted_at", text)).isEqualTo(new LegacyTime.Unreadable());
  }

  @Test
  void null_and_absent_say_nothing() {
    assertThat(read("created_at", null)).isEqualTo(new LegacyTime.None());
    assertThat(rules.times(row()).created()).isEqualTo(new LegacyTime.None());
  }

  @Test
  void a_number_is_read_by_its_digits() {
    var row = new LegacyRow("goals", 1L, List.of(),
        List.of(new Cell("created_at", new CellValue.Int(20260104))));
    assertThat(rules.times(row).created()).isEqualTo(
        new LegacyTime.Known(Instant.parse("2026-01-04T05:00:00Z"), ClockRule.DATE_ONLY));
  }

  @ParameterizedTest
  @CsvSource(nullValues = "NULL", value = {
      // by the tests: changed five hours earlier by the digits, or never
      "2026-01-01 22:06:09.364595, 2026-01-01 17:06:09.366223, UTC",
      "2026-01-01 22:33:59.999999, 2026-01-01 17:34:10.000000, UTC",
      "2026-01-01 22:20:00.000000, NULL, UTC",
      // by a person at the same hour
      "2026-01-01 22:20:00.000000, 2026-01-01 22:20:00.000000, LOCAL",
      "2026-01-01 22:30:54.115805, 2026-01-06 04:28:14.643184, LOCAL",
      // before and after the tests
      "2026-01-01 22:05:59.999999, NULL, LOCAL", "2026-01-01 22:34:00.000000, NULL, LOCAL",
      "2026-01-01 21:06:09.364595, 2026-01-01 16:06:09.366223, LOCAL"})
  void what_the_tests_created_was_created_in_utc(String created, @Nullable String updated,
      ClockRule rule) {
    var times = rules.times(row("created_at", created, "updated_at", updated));
    assertThat(times.created()).isInstanceOfSatisfying(LegacyTime.Known.class,
        known -> assertThat(known.rule()).isEqualTo(rule));
  }

  @Test
  void what_the_tests_changed_was_changed_in_local_time_a_moment_later() {
    var times = rules.times(row("created_at", "2026-01-01 22:06:09.364595", "updated_at",
        "2026-01-01 17:06:09.366223"));
    assertThat(times.created().at()).isEqualTo(Instant.parse("2026-01-01T22:06:09.364595Z"));
    assertThat(times.updated().at()).isEqualTo(Instant.parse("2026-01-01T22:06:09.366223Z"));
  }

  @Test
  void a_row_that_cannot_say_when_it_was_changed_is_not_by_the_tests() {
    var times = rules.times(row("created_at", "2026-01-01 22:20:00.000000"));
    assertThat(times.created()).isEqualTo(
        new LegacyTime.Known(Instant.parse("2026-01-02T03:20:00Z"), ClockRule.LOCAL));
  }

  @Test
  void start_and_end_of_a_session_are_utc_where_sessions_can_be_deleted_softly() {
    var text = "2026-01-02 15:00:00.000000";
    assertThat(rules.read(row("session_start", text, "deleted_at", null), "session_start"))
        .isEqualTo(new LegacyTime.Known(Instant.parse("2026-01-02T15:00:00Z"), ClockRule.UTC));
    assertThat(rules.read(row("session_start", text), "session_start"))
        .isEqualTo(new LegacyTime.Known(Instant.parse("2026-01-02T20:00:00Z"), ClockRule.LOCAL));
  }

  @Test
  void another_zone_can_be_given() {
    var berlin = new ClockRules(ZoneId.of("Europe/Berlin"));
    assertThat(berlin.times(row("created_at", "2025-12-24 15:46:36.156275")).created().at())
        .isEqualTo(Instant.parse("2025-12-24T14:46:36.156275Z"));
  }

  private LegacyTime read(String column, @Nullable String text) {
    var times = rules.times(row(column, text));
    return Stream.of(times.created(), times.updated(), times.completed(), times.deleted())
        .filter(time -> !(time instanceof LegacyTime.None)).findFirst()
        .orElse(new LegacyTime.None());
  }

  private static LegacyRow row(@Nullable String... columnsAndTexts) {
    var cells = new ArrayList<Cell>();
    for (int i = 0; i < columnsAndTexts.length; i += 2) {
      var text = columnsAndTexts[i + 1];
      cells.add(new Cell(String.valueOf(columnsAndTexts[i]),
          text == null ? new CellValue.Null() : new CellValue.Text(text)));
    }
    return new LegacyRow("goals", 1L, List.of(), cells);
  }
}
