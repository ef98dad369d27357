package org.fractalgoals.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fractalgoals.eventstore.Events.NOON;
import static org.fractalgoals.eventstore.Events.ROOT_GOAL;
import static org.fractalgoals.eventstore.Events.live;
import static org.fractalgoals.eventstore.Events.note;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import org.fractalgoals.domain.entity.EntityChange;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.event.StoredAs;
import org.fractalgoals.domain.event.UnreadableEvent;
import org.fractalgoals.eventstore.codec.EventCatalogue;
import org.fractalgoals.eventstore.codec.EventCodec;
import org.fractalgoals.eventstore.codec.JsonTexts;
import org.fractalgoals.eventstore.codec.Upcaster;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Stored events outlive the classes they were written from. */
class CodecTest {

  /** What a later program calls a note, with its text under another name and a new member. */
  @StoredAs(value = "suite.remarked", revision = 3)
  record Remarked(EntityRef ref, @Nullable String remark, String tone, @Nullable Instant at)
      implements
        DomainEvent {

    @Override
    public List<EntityChange> changes() {
      return List.of();
    }

    @Override
    public String stream() {
      return ref.toString();
    }
  }

  private static final Upcaster RENAMED = Upcaster.renamed("suite.noted", 1, "suite.remarked");
  private static final Upcaster REMARK = new Upcaster("suite.remarked", 1, "suite.remarked", 2,
      payload -> payload.set("remark", payload.remove("text")));
  private static final Upcaster TONE = new Upcaster("suite.remarked", 2, "suite.remarked", 3,
      payload -> payload.put("tone", "plain"));

  @TempDir Path directory;

  @Test
  void an_old_event_is_read_through_all_upcasters_in_turn() {
    var clock = new SettableClock(NOON);
    try (var old = SqliteStoreUnderTest.open(directory, clock, SqliteStoreUnderTest.SUITE_CODEC)) {
      old.appender().append(live(note("root", "hello")));
    }
    var codec = new EventCodec(
        new EventCatalogue(List.of(Remarked.class), List.of(TONE, RENAMED, REMARK)));

    try (var later = SqliteStoreUnderTest.open(directory, clock, codec)) {
      var read = later.reader().readAfter(later.reader().headAt(0).orElseThrow(), 10).events();
      var loaded = later.axon(List.of()).readEvents("goal/root").next();

      assertThat(read.get(0).payload())
          .isEqualTo(new Remarked(ROOT_GOAL, "hello", "plain", NOON));
      assertThat(loaded.getPayload()).isEqualTo(read.get(0).payload());
      assertThat(later.walkTheChain().isIntact()).isTrue();
    }
  }

  @Test
  void an_unknown_event_is_named_with_its_position() {
    var clock = new SettableClock(NOON);
    try (
        var newer = SqliteStoreUnderTest.open(directory, clock, SqliteStoreUnderTest.SUITE_CODEC)) {
      newer.appender().append(live(note("root", "hello")));
    }
    var knowsNothing = new EventCodec(new EventCatalogue(List.of(Remarked.class), List.of()));

    try (var older = SqliteStoreUnderTest.open(directory, clock, knowsNothing)) {
      assertThatThrownBy(
          () -> older.reader().readAfter(older.reader().headAt(0).orElseThrow(), 10))
          .isInstanceOf(UnreadableEvent.class).hasMessageContaining("event 1 (suite.noted)")
          .hasMessageContaining("newer program");
    }
  }

  @Test
  void a_payload_with_a_member_too_many_is_unreadable() {
    assertThatThrownBy(() -> SqliteStoreUnderTest.SUITE_CODEC.decode(7, "suite.noted", 1,
        "{\"ref\":{\"kind\":\"goal\",\"id\":\"a\"},\"colour\":\"red\"}"))
        .isInstanceOf(UnreadableEvent.class).hasMessageContaining("colour");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"goalId\":\"g\"}", "{\"goalId\":\"g\",\"name\":null}", "null", "[]"})
  void a_payload_without_a_member_that_is_needed_is_unreadable(String payload) {
    assertThatThrownBy(() -> Codecs.current().decode(7, "goal.renamed", 1, payload))
        .isInstanceOf(UnreadableEvent.class).hasMessageContaining("event 7 (goal.renamed)");
  }

  @Test
  void a_number_that_is_needed_is_not_taken_for_zero() {
    assertThatThrownBy(
        () -> Codecs.current().decode(7, "goal.reordered", 1, "{\"goalId\":\"g\"}"))
        .isInstanceOf(UnreadableEvent.class).hasMessageContaining("sortOrder");
  }

  /** Each payload is complete but for one thing, which the last column names. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '\'', value = {
      "instance.metric-recorded | {\"sessionId\":\"p\",\"instanceId\":\"i\",\"valueId\":\"v\",\"metricId\":\"m\",\"allowNegative\":true} | value",
      "instance.metric-recorded | {\"sessionId\":\"p\",\"instanceId\":\"i\",\"valueId\":\"v\",\"metricId\":\"m\",\"value\":null,\"allowNegative\":true} | value",
      "instance.metric-recorded | {\"sessionId\":\"p\",\"instanceId\":\"i\",\"valueId\":\"v\",\"metricId\":\"m\",\"value\":\"\",\"allowNegative\":true} | value",
      "instance.metric-recorded | {\"sessionId\":\"p\",\"instanceId\":\"i\",\"valueId\":\"v\",\"metricId\":\"m\",\"value\":\"1.5\",\"allowNegative\":true} | value",
      "instance.metric-recorded | {\"sessionId\":\"p\",\"instanceId\":\"i\",\"valueId\":\"v\",\"metricId\":\"m\",\"value\":1.5} | allowNegative",
      "instance.metric-recorded | {\"sessionId\":\"p\",\"instanceId\":\"i\",\"valueId\":\"v\",\"metricId\":\"m\",\"value\":1.5,\"allowNegative\":null} | allowNegative",
      "instance.metric-recorded | {\"sessionId\":\"p\",\"instanceId\":\"i\",\"valueId\":\"v\",\"metricId\":\"m\",\"value\":1.5,\"allowNegative\":0} | allowNegative",
      "instance.timer-stopped | {\"sessionId\":\"p\",\"instanceId\":\"i\",\"stop\":\"2026-03-04T05:06:07Z\"} | durationSeconds",
      "instance.timer-stopped | {\"sessionId\":\"p\",\"instanceId\":\"i\",\"stop\":\"2026-03-04T05:06:07Z\",\"durationSeconds\":1.5} | durationSeconds",
      "session.duration-changed | {\"sessionId\":\"p\",\"durationMinutes\":1.5} | durationMinutes",
      "activity.metric-redefined | {\"activityId\":\"a\",\"metricId\":\"m\"} | measure",
      "activity.metric-redefined | {\"activityId\":\"a\",\"metricId\":\"m\",\"measure\":null} | measure",
      "activity.metric-redefined | {\"activityId\":\"a\",\"metricId\":\"m\",\"measure\":{\"unit\":\"kg\",\"topSet\":true,\"multiplicative\":true}} | allowNegative",
      "activity.metric-redefined | {\"activityId\":\"a\",\"metricId\":\"m\",\"measure\":{\"unit\":null,\"topSet\":true,\"multiplicative\":true,\"allowNegative\":true}} | unit",
      "activity.metric-redefined | {\"activityId\":\"a\",\"metricId\":\"m\",\"measure\":{\"unit\":\"kg\",\"topSet\":null,\"multiplicative\":true,\"allowNegative\":true}} | topSet",
      "activity.metric-redefined | {\"activityId\":\"a\",\"metricId\":\"m\",\"measure\":{\"unit\":\"kg\",\"topSet\":true,\"multiplicative\":true,\"allowNegative\":true,\"colour\":1}} | colour",
      "activity.flags-changed | {\"activityId\":\"a\"} | flags",
      "activity.flags-changed | {\"activityId\":\"a\",\"flags\":null} | flags",
      "activity.flags-changed | {\"activityId\":\"a\",\"flags\":[null]} | activity.flags-changed",
      "activity.flags-changed | {\"activityId\":\"a\",\"flags\":\"sets\"} | flags",
      "session.created | {\"sessionId\":\"p\",\"rootId\":\"r\",\"name\":\"\",\"description\":\"\",\"createdDay\":\"2026-03-04\"} | links",
      "session.created | {\"sessionId\":\"p\",\"rootId\":\"r\",\"links\":[null],\"name\":\"\",\"description\":\"\",\"createdDay\":\"2026-03-04\"} | session.created",
      "session.created | {\"sessionId\":\"p\",\"rootId\":\"r\",\"links\":[{\"goalId\":\"g\"}],\"name\":\"\",\"description\":\"\",\"createdDay\":\"2026-03-04\"} | type",
      "session.created | {\"sessionId\":\"p\",\"rootId\":\"r\",\"links\":[{\"goalId\":\"g\",\"type\":\"t\",\"x\":1}],\"name\":\"\",\"description\":\"\",\"createdDay\":\"2026-03-04\"} | x",
      "session.start-changed | {\"sessionId\":\"p\",\"start\":\"\"} | start",
      "session.start-changed | {\"sessionId\":\"p\",\"start\":\"2026-03-04\"} | start",
      "template.data-changed | {\"templateId\":\"t\",\"data\":null} | data",
      "template.data-changed | {\"templateId\":\"t\",\"data\":{}} | data"})
  void what_is_missing_null_or_of_another_kind_is_not_taken_for_something(String type,
      String payload, String named) {
    assertThatThrownBy(() -> Codecs.current().decode(7, type, 1, payload))
        .isInstanceOf(UnreadableEvent.class).hasMessageContaining(named);
  }

  @Test
  void an_event_without_a_stored_name_or_with_that_of_another_is_refused() {
    assertThatThrownBy(() -> new EventCatalogue(List.of(Nameless.class), List.of()))
        .hasMessageContaining("no stored name");
    assertThatThrownBy(
        () -> new EventCatalogue(List.of(SuiteEvent.class, SuiteEvent.Noted.class), List.of()))
        .hasMessageContaining("suite.noted");
  }

  private record Nameless(String stream, @Nullable Instant at) implements DomainEvent {
    @Override
    public List<EntityChange> changes() {
      return List.of();
    }
  }

  @Test
  void an_upcaster_that_leads_nowhere_or_from_the_current_shape_is_refused() {
    assertThatThrownBy(() -> new EventCatalogue(List.of(SuiteEvent.class), List.of(REMARK)))
        .hasMessageContaining("unknown");
    assertThatThrownBy(() -> new EventCatalogue(List.of(SuiteEvent.class, Remarked.class),
        List.of(Upcaster.renamed("suite.noted", 1, "suite.remarked"))))
        .hasMessageContaining("suite.noted");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"{\"a\":1,\"b\":2} | {\"b\":2.0,\"a\":1e0}",
      "[ 1 , 2 ] | [1,2]", "10 | 1.0e1", "0 | 0.000", "\"é\" | \"\\u00e9\"", "{} | { }"})
  void texts_of_one_meaning_mean_the_same(String one, String other) {
    assertThat(JsonTexts.of(one).means(JsonTexts.of(other))).isTrue();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"[1,2] | [2,1]", "1 | \"1\"", "{} | []", "null | 0",
      "{\"a\":null} | {}", "not json | not  json", "1 2 | 1",
      "0.1 | 0.10000000000000000001", "1e99999999999 | 1e99999999998",
      "10e2147483647 | 1e2147483646"})
  void texts_of_different_meaning_do_not(String one, String other) {
    assertThat(JsonTexts.of(one).means(JsonTexts.of(other))).isFalse();
  }
}
