package org.fractalgoals.migration.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.migration.clock.ClockRules;
import org.fractalgoals.migration.legacy.LegacyFile;
import org.fractalgoals.migration.source.SourceCopy;
import org.fractalgoals.migration.testing.LegacyDatabase;
import org.fractalgoals.migration.testing.MigrationRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In which order things are told, and since when they are there. */
class OrderTest {

  @TempDir Path folder;
  private LegacyDatabase file;

  @BeforeEach
  void createFile() throws SQLException {
    file = LegacyDatabase.loose(folder.resolve("legacy.db"));
  }

  @Test
  void things_are_told_by_their_beginning() throws Exception {
    file.goal("top", null, "created_at", at(1)).goal("late", "top", "created_at", at(9))
        .row("activity_groups", "id", "g", "root_id", "top", "created_at", at(4))
        .row("sessions", "id", "s", "root_id", "top", "created_at", at(6))
        .row("session_templates", "id", "t", "root_id", "top", "created_at", at(5));
    assertThat(streams()).containsExactly("goal/top", "group/g", "template/t", "session/s",
        "goal/late");
  }

  @Test
  void of_one_moment_what_others_rest_on_comes_first() throws Exception {
    for (var table : List.of("notes", "sessions", "programs", "session_templates",
        "activity_definitions", "activity_groups")) {
      file.row(table, "id", "x", "root_id", "top", "created_at", at(1));
    }
    file.goal("top", null, "created_at", at(1));
    assertThat(streams()).containsExactly("goal/top", "group/x", "activity/x", "template/x",
        "program/x", "session/x", "note/x");
  }

  @Test
  void what_is_referred_to_comes_first_whatever_the_times_say() throws Exception {
    file.goal("top", null, "created_at", at(1)).goal("goal", "top", "created_at", at(20))
        .row("sessions", "id", "s", "root_id", "top", "created_at", at(2))
        .row("session_goals", "session_id", "s", "goal_id", "goal", "goal_type", "immediate")
        .row("activity_instances", "id", "i", "session_id", "s", "activity_definition_id", "a",
            "created_at", at(3))
        .row("activity_definitions", "id", "a", "root_id", "top", "group_id", "g", "created_at",
            at(19))
        .row("activity_groups", "id", "g", "root_id", "top", "created_at", at(18));
    assertThat(streams()).containsExactly("goal/top", "goal/goal", "group/g", "activity/a",
        "session/s");
  }

  @Test
  void what_stands_under_something_comes_after_it_whatever_the_times_say() throws Exception {
    file.goal("below", "top", "created_at", at(1)).goal("top", null, "created_at", at(5));
    assertThat(streams()).containsExactly("goal/top", "goal/below");
  }

  @Test
  void a_thing_without_a_time_begins_no_later_than_what_is_known_of_it() throws Exception {
    file.goal("top", null, "created_at", null).goal("child", "top", "created_at", at(3))
        .goal("changed", "top", "created_at", null, "updated_at", at(7))
        .goal("silent", "child", "created_at", null);
    assertThat(begin(EntityRef.goal("top"))).isEqualTo(moment(3));
    assertThat(begin(EntityRef.goal("changed"))).isEqualTo(moment(7));
    assertThat(begin(EntityRef.goal("silent"))).isEqualTo(moment(3));
  }

  @Test
  void what_nothing_at_all_is_known_of_begins_with_its_fractal_or_with_the_import()
      throws Exception {
    file.goal("top", null, "created_at", at(3)).goal("silent", null, "created_at", null)
        .row("programs", "id", "p", "root_id", "top").row("programs", "id", "q", "root_id", "gone");
    assertThat(begin(EntityRef.program("p"))).isEqualTo(moment(3));
    assertThat(begin(EntityRef.program("q"))).isEqualTo(MigrationRun.NOW);
    assertThat(begin(EntityRef.goal("silent"))).isEqualTo(MigrationRun.NOW);
  }

  private static String at(int day) {
    return "2025-12-%02d 05:00:00.000000".formatted(day);
  }

  private static Instant moment(int day) {
    return Instant.parse("2025-12-%02dT10:00:00Z".formatted(day));
  }

  private Instant begin(EntityRef ref) {
    var clocks = new ClockRules(ClockRules.USUAL_ZONE);
    try (var copy = SourceCopy.of(file.file(), folder.resolve("data"), MigrationRun.clock());
        var legacy = LegacyFile.open(copy)) {
      return LegacyGraph.read(legacy, clocks, Known.NOTHING, MigrationRun.NOW).place(ref).begin();
    }
  }

  private List<String> streams() throws SQLException {
    return MigrationRun.of(file).events().payloads().stream().map(DomainEvent::stream)
        .filter(stream -> !stream.startsWith("import/")).distinct().toList();
  }
}
