package org.fractalgoals.migration.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.session.InstanceEvent.InstanceAdded;
import org.fractalgoals.domain.session.InstanceEvent.MetricRecorded;
import org.fractalgoals.domain.session.SessionEvent.SessionDeleted;
import org.fractalgoals.migration.history.Flags;
import org.fractalgoals.migration.history.KeptRow;
import org.fractalgoals.migration.history.LegacyEvent;
import org.fractalgoals.migration.history.LegacyUnit;
import org.fractalgoals.migration.legacy.LegacyFile;
import org.fractalgoals.migration.legacy.LegacyRow;
import org.fractalgoals.migration.testing.Fixtures;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Real legacy files, anonymised, against numbers that were worked out from the specification without this code. */
class SessionFixturesTest {

  /** How often each flag is to be found in each file. */
  private static final String COUNTED = """
    InstanceAdded REF_MISSING(activity_id) | 9 | 0 | 0 | 0 | 5 | 5
    InstanceAdded ROOT_MISSING | 0 | 0 | 0 | 2 | 45 | 45
    InstanceAdded ROOT_NULL_DERIVED | 0 | 0 | 0 | 3 | 0 | 0
    InstanceAdded STALE_COPY(name) | 2 | 2 | 2 | 2 | 2 | 2
    InstanceNoted JSON_ONLY(notes) | 0 | 0 | 0 | 9 | 9 | 9
    InstanceTimesSet JSON_ONLY(time_start) | 0 | 5 | 8 | 4 | 4 | 4
    InstanceTimesSet JSON_ONLY(time_stop) | 0 | 5 | 7 | 4 | 4 | 4
    InstanceTimesSet JSON_ROW_CONFLICT(time_start) | 1 | 3 | 0 | 2 | 2 | 2
    InstanceTimesSet JSON_ROW_CONFLICT(time_stop) | 1 | 2 | 0 | 1 | 1 | 1
    InstanceTimesSet CHECK_VIOLATED(duration_seconds) | 0 | 0 | 0 | 0 | 0 | 0
    MetricRecorded ROOT_NULL_DERIVED | 0 | 0 | 0 | 0 | 4 | 4
    SessionCreated REF_MISSING(template_id) | 1 | 1 | 1 | 1 | 1 | 1
    SessionCreated JSON_ONLY(session_start) | 0 | 4 | 1 | 1 | 0 | 0
    SessionCreated JSON_ONLY(template_id) | 0 | 4 | 1 | 13 | 10 | 10
    SessionCreated JSON_ROW_CONFLICT(session_start) | 0 | 0 | 0 | 0 | 0 | 0
    SessionCreated JSON_ROW_CONFLICT(session_end) | 0 | 0 | 0 | 0 | 0 | 0
    SessionCreated CHECK_VIOLATED(session_end) | 0 | 0 | 0 | 0 | 0 | 0
    kept metric_values STALE_COPY(value) | 0 | 0 | 0 | 0 | 0 | 0
    SessionGoalLinked REF_MISSING(goal_id) | 0 | 0 | 0 | 0 | 0 | 1
    """;

  @TempDir Path data;

  @ParameterizedTest
  @CsvSource({
      "stage-01.db,  8, 11, 18,  0,  4,   8, 0,  2, 0",
      "stage-08.db, 21, 54, 11, 14, 57, 105, 4, 21, 6",
      "stage-11.db, 21, 47, 15, 14, 32, 101, 0,  0, 7",
      "stage-12.db, 16, 35,  8, 14, 18,  49, 4,  7, 8",
      "stage-15.db, 20, 51, 10, 14, 18,  49, 3,  7, 5",
      "stage-16.db, 32, 78, 16, 14, 18,  49, 3,  7, 5"})
  void each_performance_is_told_once_however_it_was_written(String name, int sessions,
      int instances, int values, int valuesOfJson, int twins, int valuesOfTwins, int jsonOnly,
      int withoutRow, int unplaced) {
    try (var file = open(name)) {
      var live = file.sessions().stream().filter(unit -> !has(unit, SessionDeleted.class))
          .toList();
      assertThat(live).hasSize(sessions);
      var added = events(live, InstanceAdded.class);
      assertThat(added).as("instances").hasSize(instances);
      assertThat(flagged(added, Flags.JSON_ONLY)).as("only in JSON").hasSize(jsonOnly);
      assertThat(added).filteredOn(event -> event.row() == null)
          .as("without a row").hasSize(jsonOnly + withoutRow);
      assertThat(flagged(added, Flags.UNPLACED)).as("without a place").hasSize(unplaced);
      var recorded = events(live, MetricRecorded.class);
      assertThat(flagged(recorded, Flags.JSON_ONLY)).as("values of JSON").hasSize(valuesOfJson);
      assertThat(recorded).filteredOn(event -> event.row() != null).as("values of rows")
          .hasSize(values);
      assertThat(twins(live, "activity_instances")).as("twins").hasSize(twins);
      assertThat(twins(live, "metric_values")).as("values of twins").hasSize(valuesOfTwins);
    }
  }

  @ParameterizedTest
  @CsvSource({"stage-01.db, 17, 23", "stage-08.db, 0, 0", "stage-11.db, 0, 0",
      "stage-12.db, 0, 0", "stage-15.db, 44, 4", "stage-16.db, 44, 4"})
  void instances_of_missing_sessions_are_told_in_their_stream(String name, int instances,
      int values) {
    try (var file = open(name)) {
      var missing = file.missing();
      assertThat(flagged(events(missing, InstanceAdded.class), Flags.SESSION_MISSING))
          .hasSize(instances);
      assertThat(events(missing, MetricRecorded.class))
          .filteredOn(event -> event.row() != null).hasSize(values);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"stage-01.db", "stage-08.db", "stage-11.db", "stage-12.db",
      "stage-15.db", "stage-16.db"})
  void each_row_ends_in_one_place(String name) {
    try (var file = open(name)) {
      var all = Stream.concat(file.sessions().stream(), file.missing().stream()).toList();
      var told = all.stream().flatMap(unit -> Stream.concat(
          unit.events().stream().map(LegacyEvent::row).flatMap(Stream::ofNullable),
          unit.kept().stream().map(KeptRow::row))).toList();
      assertThat(told).containsExactlyInAnyOrderElementsOf(rowsAboutSessions(file.file()));
      for (var unit : all) {
        assertThat(unit.events()).isNotEmpty();
        requireOrder(unit);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"stage-01.db, 1", "stage-08.db, 2", "stage-11.db, 3", "stage-12.db, 4",
      "stage-15.db, 5", "stage-16.db, 6"})
  void irregularities_are_flagged_as_often_as_they_were_counted(String name, int column) {
    try (var file = open(name)) {
      var flags = flags(
          Stream.concat(file.sessions().stream(), file.missing().stream()).toList());
      COUNTED.lines().map(line -> line.split(" \\| ", -1)).forEach(
          line -> assertThat(flags.getOrDefault(line[0], 0)).as(line[0])
              .isEqualTo(Integer.valueOf(line[column])));
    }
  }

  private static List<LegacyRow> rowsAboutSessions(LegacyFile file) {
    return Stream.of("practice_sessions", "sessions", "goals", "practice_session_goals",
        "session_goals", "activity_instances", "metric_values")
        .flatMap(table -> file.rows(table).stream())
        .filter(row -> !row.table().equals("goals")
            || "PracticeSession".equals(row.text("type")))
        .toList();
  }

  /** An instance is there before anything happens to it, and places are counted from 1. */
  private static void requireOrder(LegacyUnit unit) {
    var places = new HashMap<String, Long>();
    for (var event : unit.events()) {
      switch (event.event()) {
        case InstanceAdded added -> places.put(added.instanceId(), added.sortOrder());
        case MetricRecorded recorded -> assertThat(places).containsKey(recorded.instanceId());
        default -> {}
      }
    }
    assertThat(places.values().stream().sorted().toList())
        .isEqualTo(Stream.iterate(1L, place -> place + 1).limit(places.size()).toList());
  }

  private SessionFile open(String name) {
    return SessionFile.of(Fixtures.file(name), data);
  }

  private static Map<String, Integer> flags(List<LegacyUnit> units) {
    var counts = new TreeMap<String, Integer>();
    for (var unit : units) {
      unit.events().forEach(event -> event.flags().forEach(flag -> counts
          .merge(event.event().getClass().getSimpleName() + " " + flag, 1, Integer::sum)));
      unit.kept().forEach(kept -> kept.flags().forEach(flag -> counts
          .merge("kept " + kept.row().table() + " " + flag, 1, Integer::sum)));
    }
    return counts;
  }

  private static boolean has(LegacyUnit unit, Class<? extends DomainEvent> type) {
    return unit.events().stream().anyMatch(event -> type.isInstance(event.event()));
  }

  private static List<LegacyEvent> events(List<LegacyUnit> units,
      Class<? extends DomainEvent> type) {
    return units.stream().flatMap(unit -> unit.events().stream())
        .filter(event -> type.isInstance(event.event())).toList();
  }

  private static List<LegacyEvent> flagged(List<LegacyEvent> events, String flag) {
    return events.stream().filter(event -> event.flags().contains(flag)).toList();
  }

  private static List<KeptRow> twins(List<LegacyUnit> units, String table) {
    Predicate<KeptRow> isTwin = kept -> kept.flags().contains(Flags.TWIN_OF_SET);
    return units.stream().flatMap(unit -> unit.kept().stream()).filter(isTwin)
        .filter(kept -> kept.row().table().equals(table)).toList();
  }
}
