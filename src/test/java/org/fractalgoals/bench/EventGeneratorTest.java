package org.fractalgoals.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.fractalgoals.domain.event.RecordedEvent;
import org.fractalgoals.eventstore.Codecs;
import org.fractalgoals.eventstore.SqliteEventStore;
import org.fractalgoals.eventstore.StoreOptions;
import org.fractalgoals.projections.ReadModel;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Generated events are of the proportions of a real life, and mean the rows they should. */
class EventGeneratorTest {

  private static final int EVENTS = 30_000;

  @TempDir static Path directory;

  private static List<RecordedEvent> events = List.of();
  private static Map<String, Long> rows = Map.of();

  @BeforeAll
  static void generate() {
    EventGenerator.write(directory, EVENTS, 1);
    try (var store = SqliteEventStore.open(directory,
        new StoreOptions(ZoneOffset.UTC, "testing", Clock.systemUTC()))) {
      events = read(store);
      rows = ReadModel.build(directory.resolve("rows"), store, Codecs.version(),
          Clock.systemUTC(), progress -> assertThat(progress.problem()).isNull()).rows();
    }
  }

  private static List<RecordedEvent> read(SqliteEventStore store) {
    var read = new ArrayList<RecordedEvent>();
    var batch = store.readAfter(store.headAt(0).orElseThrow(), 5_000);
    while (!batch.events().isEmpty()) {
      read.addAll(batch.events());
      batch = store.readAfter(batch.last(), 5_000);
    }
    return read;
  }

  private static long count(String type) {
    return events.stream().filter(event -> event.type().equals(type)).count();
  }

  private static double of(String type, String other) {
    return (double) count(type) / count(other);
  }

  @Test
  void there_are_as_many_events_as_were_asked_for() {
    assertThat(events).hasSizeBetween(EVENTS, EVENTS + 10);
  }

  @Test
  void each_thing_that_was_created_has_a_row() {
    assertThat(rows).containsEntry("goals", count("goal.created"))
        .containsEntry("sessions", count("session.created"))
        .containsEntry("activity_groups", count("group.created"))
        .containsEntry("activity_definitions", count("activity.defined"))
        .containsEntry("metric_definitions", count("activity.metric-added"))
        .containsEntry("activity_instances", count("instance.added"))
        .containsEntry("session_templates", count("template.created"))
        .containsEntry("programs", count("program.created"))
        .containsEntry("notes", count("note.created"));
    assertThat(rows.get("metric_values")).isPositive()
        .isLessThan(count("instance.metric-recorded"));
  }

  @Test
  void a_session_has_twenty_autosaves_and_three_instances_with_a_few_values() {
    assertThat(of("session.data-changed", "session.created")).isCloseTo(18, within(4.0));
    assertThat(of("instance.added", "session.created")).isCloseTo(3.25, within(0.5));
    assertThat(of("instance.metric-recorded", "instance.added")).isBetween(1.0, 2.5);
  }

  @Test
  void for_forty_sessions_there_are_thirty_goals_and_what_else_a_fractal_has() {
    assertThat(of("goal.created", "session.created")).isCloseTo(30 / 40.0, within(0.2));
    assertThat(of("activity.defined", "session.created")).isCloseTo(25 / 40.0, within(0.2));
    assertThat(of("activity.metric-added", "activity.defined")).isCloseTo(1.6, within(0.3));
    assertThat(of("template.created", "session.created")).isCloseTo(10 / 40.0, within(0.1));
  }

  @Test
  void one_thing_of_twenty_is_deleted_and_half_of_them_come_back() {
    long things = events.stream().filter(event -> event.type().matches(
        "(goal|session|note|template).created|activity.defined|instance.added")).count();
    long deleted = events.stream().filter(event -> event.type().endsWith(".deleted")).count();
    long restored = events.stream().filter(event -> event.type().endsWith(".restored")).count();

    assertThat((double) deleted / things).isCloseTo(0.05, within(0.015));
    assertThat((double) restored / deleted).isCloseTo(0.5, within(0.15));
  }

  @Test
  void fractals_and_streams_are_of_very_different_sizes() {
    var fractals = sizes(events.stream().map(RecordedEvent::rootId).toList());
    var streams = sizes(events.stream().map(event -> event.payload().stream()).toList());

    assertThat(fractals.getFirst() * 5).isLessThan(fractals.getLast());
    assertThat(streams.get(streams.size() / 2)).isBetween(3L, 7L);
    assertThat(streams.getLast()).isBetween(300L, 600L);
  }

  private static List<Long> sizes(List<String> names) {
    return names.stream().collect(Collectors.groupingBy(name -> name, HashMap::new,
        Collectors.counting())).values().stream().sorted().toList();
  }
}
