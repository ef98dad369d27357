package org.fractalgoals.migration.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.event.JsonText;
import org.fractalgoals.domain.session.InstanceEvent.InstanceAdded;
import org.fractalgoals.domain.session.InstanceEvent.InstanceNoted;
import org.fractalgoals.domain.session.InstanceEvent.InstanceSetsChanged;
import org.fractalgoals.domain.session.InstanceEvent.InstanceTimesSet;
import org.fractalgoals.domain.session.InstanceEvent.MetricRecorded;
import org.fractalgoals.domain.session.SessionEvent.SessionCompleted;
import org.fractalgoals.domain.session.SessionEvent.SessionCreated;
import org.fractalgoals.domain.session.SessionEvent.SessionGoalLinked;
import org.fractalgoals.migration.history.Flags;
import org.fractalgoals.migration.history.KeptRow;
import org.fractalgoals.migration.history.LegacyEvent;
import org.fractalgoals.migration.history.LegacyUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionInterpreterTest {

  private static final Instant CREATED_AT = Instant.parse("2026-01-07T10:00:00Z");

  @TempDir Path folder;
  private SessionRowsWritten rows;

  @BeforeEach
  void createFile() throws SQLException {
    rows = SessionRowsWritten.in(folder);
  }

  @Test
  void a_session_is_created_linked_completed_changed_and_deleted_at_its_times() throws Exception {
    rows.session("s", "completed", 1, "completed_at", "2026-01-07 12:00:00.000000", "updated_at",
        "2026-01-07 13:00:00.000000", "deleted_at", "2026-01-08 09:00:00.000000").link("s", "goal");
    var unit = interpret("s");
    assertThat(happenings(unit)).containsExactly("SessionCreated", "SessionGoalLinked",
        "SessionCompleted", "SessionTouched", "SessionDeleted");
    assertThat(unit.events()).extracting(LegacyEvent::effectiveAt).isSorted();
    assertThat(only(unit, SessionGoalLinked.class).event())
        .isEqualTo(new SessionGoalLinked("s", "goal", "short_term", CREATED_AT));
    assertThat(unit.events()).filteredOn(event -> event.row() != null).hasSize(2);
  }

  @Test
  void a_completion_of_unknown_time_comes_before_the_deletion() throws Exception {
    rows.session("s", "completed", 1, "deleted_at", "2026-01-08 09:00:00.000000").instance("i",
        "s", "created_at", "2026-01-07 11:00:00.000000");
    var unit = interpret("s");
    assertThat(happenings(unit)).containsExactly("SessionCreated", "InstanceAdded",
        "SessionCompleted", "SessionDeleted");
    assertThat(only(unit, SessionCompleted.class).flags()).containsExactly(Flags.TIME_UNKNOWN);
  }

  @Test
  void a_set_that_is_stored_twice_counts_once() throws Exception {
    rows.session("s", "attributes", "{\"sections\":[{\"activity_ids\":[\"e\"]}]}")
        .instance("set1", "s").instance("set2", "s").value("v1", "set1", 10.0)
        .value("v2", "set2", 12.0).instance("e", "s", "data",
            "{\"sets\": [ {\"instance_id\":\"set1\", \"x\":1.50}, {\"instance_id\":\"set2\"} ] }");
    var unit = interpret("s");
    assertThat(all(unit, InstanceAdded.class)).hasSize(1);
    assertThat(all(unit, MetricRecorded.class)).isEmpty();
    assertThat(text(sets(unit)))
        .isEqualTo("[ {\"instance_id\":\"set1\", \"x\":1.50}, {\"instance_id\":\"set2\"} ]");
    assertThat(unit.kept()).hasSize(4).allSatisfy(kept -> {
      assertThat(kept.flags()).contains(Flags.TWIN_OF_SET);
      assertThat(kept.about()).isEqualTo(EntityRef.instance("e"));
    });
  }

  @Test
  void a_twin_that_says_something_else_than_its_set_is_flagged() throws Exception {
    rows.session("s").instance("e", "s", "data",
        "{\"sets\":[{\"metrics\":[{\"metric_id\":\"m\",\"value\":\"10\"}],"
            + "\"instance_id\":\"set\"}]}")
        .instance("set", "s").value("same", "set", 10.0).value("other", "set", 11.0);
    assertThat(interpret("s").kept()).extracting(KeptRow::flags).containsExactly(
        List.of(Flags.TWIN_OF_SET), List.of(Flags.TWIN_OF_SET),
        List.of(Flags.TWIN_OF_SET, Flags.staleCopy("value")));
  }

  @Test
  void a_session_that_was_a_goal_may_have_a_deadline_and_targets() throws Exception {
    rows.goalSession("s", "deadline", "2026-01-06 00:00:00.000000", "targets", "[ ]")
        .goalSession("t", "deadline", "soon");
    var unit = interpret("s");
    assertThat(happenings(unit)).containsExactly("SessionCreated", "SessionDeadlineSet",
        "SessionTargetsChanged");
    assertThat(unit.events().get(1).flags()).containsExactly(Flags.checkViolated("deadline"));
    assertThat(only(interpret("t"), SessionCreated.class).flags())
        .contains(Flags.timeUnknown("deadline"));
  }

  @Test
  void an_unlisted_instance_owns_the_rows_of_its_sets_whichever_comes_first() throws Exception {
    rows.session("s").instance("set", "s").instance("e", "s", "data",
        "{\"sets\":[{\"instance_id\":\"set\"},{\"instance_id\":\"e\"}]}");
    var unit = interpret("s");
    assertThat(instanceIds(unit)).containsExactly("e");
    assertThat(only(unit, InstanceAdded.class).flags()).contains(Flags.UNPLACED);
    assertThat(unit.kept()).hasSize(1);
  }

  @Test
  void an_exercise_with_sets_needs_no_row_of_its_own() throws Exception {
    rows.session("s", "attributes",
        exercises("{\"instance_id\":\"e\",\"activity_id\":\"a\",\"name\":\"Push-ups\","
            + "\"sets\":[{\"instance_id\":\"set\",\"metrics\":[]}]}"))
        .instance("set", "s").value("v", "set", 3.0);
    var unit = interpret("s");
    var added = only(unit, InstanceAdded.class);
    assertThat(added.event()).isEqualTo(new InstanceAdded("s", "e", "a", 1, CREATED_AT));
    assertThat(added.flags()).doesNotContain(Flags.JSON_ONLY);
    assertThat(text(sets(unit))).isEqualTo("[{\"instance_id\":\"set\",\"metrics\":[]}]");
    assertThat(unit.kept()).hasSize(2);
  }

  @Test
  void instances_stand_in_the_order_of_the_json_then_of_creation() throws Exception {
    rows.session("s", "attributes",
        "{\"sections\":[{\"activity_ids\":[\"c\",\"a\",\"c\"]},{\"exercises\":[]}]}")
        .instance("a", "s").instance("late", "s", "created_at", "2026-01-07 12:00:00.000000")
        .instance("early", "s", "created_at", "2026-01-07 11:00:00.000000").instance("c", "s");
    var unit = interpret("s");
    assertThat(all(unit, InstanceAdded.class)).extracting(LegacyEvent::event)
        .extracting(InstanceAdded.class::cast)
        .extracting(added -> added.sortOrder() + added.instanceId())
        .containsExactly("1c", "2a", "3early", "4late");
  }

  @Test
  void an_end_before_the_start_is_kept_and_flagged() throws Exception {
    rows.session("s", "session_start", "2026-01-07 11:00:00.000000", "session_end",
        "2026-01-07 10:30:00.000000", "duration_minutes", -5);
    var created = only(interpret("s"), SessionCreated.class);
    assertThat(created(created).start()).isEqualTo(LocalDateTime.parse("2026-01-07T06:00:00"));
    assertThat(created(created).end()).isEqualTo(LocalDateTime.parse("2026-01-07T05:30:00"));
    assertThat(created(created).durationMinutes()).isEqualTo(-5);
    assertThat(created.flags()).contains(Flags.checkViolated("session_end"),
        Flags.checkViolated("duration_minutes"));
  }

  @Test
  void a_duration_other_than_the_time_between_is_kept_and_flagged() throws Exception {
    rows.session("s").instance("i", "s", "time_start", "2026-01-07 10:00:00.000000", "time_stop",
        "2026-01-07 15:09:05.000000", "duration_seconds", 545).instance("j", "s", "time_start",
            "2026-01-07 10:00:00.900000", "time_stop", "2026-01-07 10:00:02.000000",
            "duration_seconds", 1);
    var times = all(interpret("s"), InstanceTimesSet.class);
    assertThat(times.getFirst().event()).isEqualTo(new InstanceTimesSet("s", "i",
        Instant.parse("2026-01-07T10:00:00Z"), Instant.parse("2026-01-07T15:09:05Z"), 545L,
        CREATED_AT));
    assertThat(times.getFirst().flags()).contains(Flags.checkViolated("duration_seconds"));
    assertThat(times.getLast().flags()).noneMatch(flag -> flag.startsWith("CHECK_VIOLATED"));
  }

  @Test
  void times_that_differ_by_the_clocks_only_are_no_conflict() throws Exception {
    rows.session("s", "created_at", "2026-01-02 10:00:00.000000", "session_start",
        "2026-01-02 15:00:00.000000", "session_end", "2026-01-02 16:00:00.000000", "attributes",
        "{\"sections\":[],\"session_start\":\"2026-01-02T10:00:00\","
            + "\"session_end\":\"2026-01-02T16:00:00.000Z\"}");
    var created = only(interpret("s"), SessionCreated.class);
    assertThat(created(created).start()).isEqualTo(LocalDateTime.parse("2026-01-02T10:00:00"));
    assertThat(created(created).end()).isEqualTo(LocalDateTime.parse("2026-01-02T11:00:00"));
    assertThat(created.flags()).noneMatch(flag -> flag.contains("session_"));
  }

  @Test
  void an_empty_object_does_not_hide_the_data_and_is_kept_where_there_is_nothing_else()
      throws Exception {
    rows.session("s", "attributes", "{}", "session_data",
        "{\"sections\":[{\"activity_ids\":[\"i\"]}]}").session("t", "attributes", "{}")
        .instance("i", "s");
    assertThat(text(created(only(interpret("s"), SessionCreated.class)).data()))
        .isEqualTo("{\"sections\":[{\"activity_ids\":[\"i\"]}]}");
    assertThat(only(interpret("s"), InstanceAdded.class).flags()).doesNotContain(Flags.UNPLACED);
    assertThat(text(created(only(interpret("t"), SessionCreated.class)).data())).isEqualTo("{}");
  }

  @Test
  void roots_of_instances_and_values_are_compared_with_the_fractal() throws Exception {
    rows.session("s").instance("derived", "s", "root_id", null)
        .instance("missing", "s", "root_id", "gone")
        .instance("other", "s", "root_id", "goal").instance("same", "s");
    assertThat(all(interpret("s"), InstanceAdded.class)).extracting(LegacyEvent::flags)
        .satisfiesExactly(flags -> assertThat(flags).contains(Flags.ROOT_NULL_DERIVED),
            flags -> assertThat(flags).contains(Flags.ROOT_MISSING),
            flags -> assertThat(flags).contains(Flags.ROOT_CONTRADICTED),
            flags -> assertThat(flags).noneMatch(flag -> flag.contains("ROOT")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "  padded ", "two\nlines", "\u0000", "Übung 🏋",
      "007", "1e3", "null", "{\"a\":"})
  void texts_survive_as_they_are(String text) throws Exception {
    rows.session("s", "name", text, "description", text).instance("i", "s", "notes", text);
    var unit = interpret("s");
    assertThat(created(only(unit, SessionCreated.class)).name()).isEqualTo(text);
    assertThat(created(only(unit, SessionCreated.class)).description()).isEqualTo(text);
    assertThat(only(unit, InstanceNoted.class).event())
        .isEqualTo(new InstanceNoted("s", "i", text, CREATED_AT));
  }

  @Test
  void notes_that_the_database_took_for_a_number_are_its_digits() throws Exception {
    rows.session("s").instance("i", "s", "notes", 7).instance("j", "s", "notes", 1000.5);
    assertThat(all(interpret("s"), InstanceNoted.class)).extracting(LegacyEvent::event)
        .containsExactly(new InstanceNoted("s", "i", "7", CREATED_AT),
            new InstanceNoted("s", "j", "1000.5", CREATED_AT));
  }

  @Test
  void where_names_are_null_they_are_empty() throws Exception {
    rows.session("s", "name", null, "description", null);
    var created = created(only(interpret("s"), SessionCreated.class));
    assertThat(List.of(created.name(), created.description())).containsExactly("", "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "{", "[", "[]", "5", "\"text\"", "null", "{\"sections\":5}",
      "{\"sections\":{}}", "{\"sections\":[5,null,[],{\"exercises\":{}}]}", "{} {}",
      "{\"sections\":[{\"activity_ids\":[5,null,{},[\"i\"]]}]}",
      "{\"sections\":[{\"exercises\":[5,[],null,{\"instance_id\":5,\"activity_id\":[]}]}]}",
      "{\"sections\":[{\"exercises\":[{\"instance_id\":\"i\",\"sets\":{},\"metrics\":5,"
          + "\"notes\":[1],\"time_start\":{},\"duration_seconds\":1e400}]}]}",
      "{\"sections\":[{\"exercises\":[{\"instance_id\":\"i\",\"metrics\":["
          + "{\"metric_id\":\"m\",\"value\":1e400},{\"value\":\"1\"},{\"metric_id\":\"m\","
          + "\"value\":\"ten\"},{\"metric_id\":\"m\",\"value\":[]},7]}]}]}",
      "{\"session_start\":5,\"session_end\":\"yesterday\",\"template_id\":[]}"})
  void strange_json_is_kept_and_nothing_breaks(String json) throws Exception {
    rows.session("s", "attributes", json).instance("i", "s", "data", json).value("v", "i", 1.0);
    var unit = interpret("s");
    assertThat(text(created(only(unit, SessionCreated.class)).data())).isEqualTo(json);
    assertThat(instanceIds(unit)).containsExactly("i");
    assertThat(all(unit, MetricRecorded.class)).hasSize(1);
    assertThat(unit.events().stream().flatMap(event -> event.flags().stream()))
        .anyMatch(flag -> flag.startsWith("UNREADABLE"));
  }

  @Test
  void json_may_be_nested_deeper_than_any_stack() throws Exception {
    var deep = "{\"sections\":[{\"x\":%s%s,\"activity_ids\":[\"i\"]}]}"
        .formatted("[".repeat(200_000), "]".repeat(200_000));
    rows.session("s", "attributes", deep).instance("i", "s", "data",
        "{\"sets\":%s%s}".formatted("[".repeat(200_000), "]".repeat(200_000)));
    var unit = interpret("s");
    assertThat(only(unit, InstanceAdded.class).flags()).doesNotContain(Flags.UNPLACED);
    assertThat(text(sets(unit))).hasSize(400_000);
  }

  @Test
  void an_instance_that_two_sessions_name_is_made_for_one_of_them() throws Exception {
    var json = exercises("{\"instance_id\":\"e\",\"activity_id\":\"a\"}",
        "{\"instance_id\":\"elsewhere\",\"activity_id\":\"a\"}");
    rows.session("s", "attributes", json).session("t", "attributes", json).session("u")
        .instance("elsewhere", "u");
    try (var file = rows.open()) {
      assertThat(instanceIds(file.session("s"))).containsExactly("e");
      assertThat(instanceIds(file.session("t"))).isEmpty();
      assertThat(instanceIds(file.session("s"))).containsExactly("e");
      assertThat(instanceIds(file.session("u"))).containsExactly("elsewhere");
    }
  }

  @Test
  void without_the_session_its_instances_are_told_all_the_same() throws Exception {
    rows.instance("i", "gone").value("v", "i", 5.0);
    var unit = interpret("gone");
    assertThat(happenings(unit)).containsExactly("InstanceAdded", "MetricRecorded");
    assertThat(only(unit, InstanceAdded.class).flags()).contains(Flags.SESSION_MISSING)
        .doesNotContain(Flags.UNPLACED);
  }

  private LegacyUnit interpret(String session) {
    try (var file = rows.open()) {
      return file.session(session);
    }
  }

  private static String exercises(String... exercises) {
    return "{\"sections\":[{\"exercises\":[%s]}]}".formatted(String.join(",", exercises));
  }

  private static List<LegacyEvent> all(LegacyUnit unit, Class<? extends DomainEvent> type) {
    return unit.events().stream().filter(event -> type.isInstance(event.event())).toList();
  }

  private static LegacyEvent only(LegacyUnit unit, Class<? extends DomainEvent> type) {
    assertThat(all(unit, type)).hasSize(1);
    return all(unit, type).getFirst();
  }

  private static List<String> happenings(LegacyUnit unit) {
    return unit.events().stream().map(event -> event.event().getClass().getSimpleName()).toList();
  }

  private static List<String> instanceIds(LegacyUnit unit) {
    return all(unit, InstanceAdded.class).stream()
        .map(event -> ((InstanceAdded) event.event()).instanceId()).toList();
  }

  private static SessionCreated created(LegacyEvent event) {
    return (SessionCreated) event.event();
  }

  private static JsonText sets(LegacyUnit unit) {
    return ((InstanceSetsChanged) only(unit, InstanceSetsChanged.class).event()).sets();
  }

  private static String text(@Nullable JsonText json) {
    return Objects.requireNonNull(json).text();
  }
}
