package org.fractalgoals.migration.goal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.event.NewEvent;
import org.fractalgoals.domain.event.Source;
import org.fractalgoals.domain.goal.GoalEvent.GoalCompleted;
import org.fractalgoals.domain.goal.GoalEvent.GoalCreated;
import org.fractalgoals.domain.goal.GoalEvent.GoalDeleted;
import org.fractalgoals.domain.goal.GoalEvent.GoalTouched;
import org.fractalgoals.domain.imports.ImportEvent.LegacyFileImported;
import org.fractalgoals.migration.legacy.Stage;
import org.fractalgoals.migration.testing.LegacyDatabase;
import org.fractalgoals.migration.testing.MigrationRun;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which events become of a row, and in which order they stand. */
class GoalHistoryTest {

  private static final String DAY_1 = "2025-12-24 10:00:00.000000";
  private static final String DAY_2 = "2025-12-25 10:00:00.000000";
  private static final String DAY_3 = "2025-12-26 10:00:00.000000";
  private static final String DAY_4 = "2025-12-27 10:00:00.000000";

  @TempDir Path directory;

  @Test
  void a_goal_is_created_touched_completed_and_deleted_at_its_times() throws Exception {
    var events = history("updated_at", DAY_2, "completed", 1, "completed_at", DAY_3, "deleted_at",
        DAY_4);
    assertThat(events).hasSize(4).first().isInstanceOf(GoalCreated.class);
    assertThat(events.subList(1, 4)).containsExactly(new GoalTouched("g", day(25)),
        new GoalCompleted("g", day(26)), new GoalDeleted("g", day(27)));
  }

  @Test
  void the_order_in_a_stream_is_that_of_the_times() throws Exception {
    assertThat(history("updated_at", DAY_4, "completed", 1, "completed_at", DAY_3, "deleted_at",
        DAY_2)).extracting(Object::getClass).containsExactly(GoalCreated.class, GoalDeleted.class,
            GoalCompleted.class, GoalTouched.class);
  }

  @Test
  void times_before_the_creation_are_kept_and_come_after_it() throws Exception {
    var events = migrate("created_at", DAY_3, "updated_at", DAY_1).events().of("g");
    assertThat(events).extracting(NewEvent::payload).last()
        .isEqualTo(new GoalTouched("g", day(24)));
    assertThat(MigrationRun.imported(events.get(1)).effectiveAt()).isEqualTo(day(24));
  }

  @Test
  void a_last_change_that_is_another_event_already_is_no_event() throws Exception {
    assertThat(history("updated_at", DAY_1)).hasSize(1);
    assertThat(history("updated_at", null)).hasSize(1);
    assertThat(history("updated_at", DAY_2, "completed", 1, "completed_at", DAY_2)).hasSize(2);
    assertThat(history("updated_at", DAY_2, "deleted_at", DAY_2)).hasSize(2);
    assertThat(history("updated_at", "2025-12-24T15:00:00Z")).hasSize(1);
    assertThat(history("updated_at", DAY_2, "completed", 0, "completed_at", DAY_2))
        .containsExactly(history().get(0), new GoalTouched("g", day(25)));
  }

  @Test
  void a_completion_needs_no_time_and_a_time_alone_is_no_completion() throws Exception {
    assertThat(history("completed", 1, "completed_at", null)).last()
        .isEqualTo(new GoalCompleted("g", null));
    assertThat(history("completed", 0, "completed_at", DAY_2)).hasSize(1);
    assertThat(history("completed", null)).hasSize(1);
    assertThat(history("completed", "true")).hasSize(2);
    assertThat(history("completed", 2.5)).hasSize(2);
  }

  @Test
  void an_unknown_time_is_flagged_and_left_to_the_event_before() throws Exception {
    var events = migrate("completed", 1, "updated_at", DAY_3, "deleted_at", "last week").events()
        .of("g");
    assertThat(events).extracting(NewEvent::payload).last().isEqualTo(new GoalDeleted("g", null));
    assertThat(events.subList(2, 4)).extracting(MigrationRun::imported).allSatisfy(imported -> {
      assertThat(imported.effectiveAt()).isNull();
      assertThat(imported.flags()).containsExactly("TIME_UNKNOWN");
    });
  }

  @Test
  void a_completion_of_unknown_time_precedes_the_deletion() throws Exception {
    assertThat(history("completed", 1, "updated_at", DAY_2, "deleted_at", DAY_3))
        .extracting(Object::getClass).containsExactly(GoalCreated.class, GoalTouched.class,
            GoalCompleted.class, GoalDeleted.class);
    assertThat(history("completed", 1, "updated_at", DAY_4, "deleted_at", DAY_3))
        .extracting(Object::getClass).containsExactly(GoalCreated.class, GoalCompleted.class,
            GoalDeleted.class, GoalTouched.class);
    assertThat(history("completed", 1, "deleted_at", "?")).extracting(Object::getClass)
        .containsExactly(GoalCreated.class, GoalCompleted.class, GoalDeleted.class);
  }

  @Test
  void an_unknown_creation_takes_the_earliest_known_time_of_the_goal_and_those_below()
      throws Exception {
    var run = migrate(database().goal("top", null, "created_at", null, "updated_at", DAY_4)
        .goal("child", "top", "created_at", "?").goal("grandchild", "child", "created_at", DAY_2)
        .goal("leaf", "top", "created_at", ""));
    var top = run.events().of("top").get(0);
    assertThat(top.payload().at()).isNull();
    assertThat(run.events().created("top").createdDay()).isEqualTo("2025-12-25");
    assertThat(MigrationRun.imported(top).flags()).contains("TIME_UNKNOWN");
    for (var goal : List.of("top", "child", "grandchild", "leaf")) {
      assertThat(MigrationRun.imported(run.events().of(goal).get(0)).effectiveAt()).as(goal)
          .isEqualTo(day(25));
    }
  }

  @Test
  void a_goal_of_which_no_time_is_known_was_created_when_it_was_imported() throws Exception {
    var run = migrate("created_at", "?");
    assertThat(MigrationRun.imported(run.events().of("g").get(0)).effectiveAt())
        .isEqualTo(MigrationRun.NOW);
    assertThat(run.events().created("g").createdDay()).isEqualTo("2026-02-01");
  }

  @Test
  void the_histories_of_all_goals_follow_each_other_by_their_beginnings() throws Exception {
    var run = migrate(database().goal("late", null, "created_at", DAY_3)
        .goal("early", null, "created_at", DAY_1, "updated_at", DAY_4)
        .goal("middle", null, "created_at", DAY_2));
    assertThat(run.events().payloads()).extracting(DomainEvent::stream).containsExactly(
        "import/id-1", "goal/early", "goal/early", "goal/middle", "goal/late", "import/id-1");
  }

  @Test
  void a_goal_is_created_after_its_parent_whatever_their_times() throws Exception {
    var run = migrate(database().goal("child", "top", "created_at", DAY_1, "updated_at", DAY_2)
        .goal("top", null, "created_at", DAY_3));
    assertThat(run.events().payloads().subList(1, 4)).extracting(DomainEvent::stream)
        .containsExactly("goal/top", "goal/child", "goal/child");
    assertThat(MigrationRun.imported(run.events().of("child").get(0)).effectiveAt())
        .isEqualTo(day(24));
  }

  @Test
  void a_deletion_is_an_action_of_its_own_and_takes_nothing_along() throws Exception {
    var run = migrate(database().goal("top", null, "deleted_at", DAY_3)
        .goal("child", "top", "deleted_at", DAY_3).goal("other", "top"));
    assertThat(run.events().payloads()).filteredOn(GoalDeleted.class::isInstance)
        .containsExactly(new GoalDeleted("top", day(26)), new GoalDeleted("child", day(26)));
    var importId = MigrationRun.imported(run.events().all().get(0)).importId();
    var actions = run.events().all().stream()
        .filter(event -> event.payload() instanceof GoalDeleted)
        .map(event -> event.envelope().origin().actionId()).toList();
    assertThat(actions).doesNotHaveDuplicates().hasSize(2).doesNotContain(importId);
    assertThat(run.events().all()).filteredOn(event -> !(event.payload() instanceof GoalDeleted))
        .extracting(event -> event.envelope().origin().actionId()).containsOnly(importId);
  }

  @Test
  void all_events_name_the_run_the_door_and_who_came_through() throws Exception {
    var run = migrate("updated_at", DAY_2);
    assertThat(run.events().all()).hasSize(4).allSatisfy(event -> {
      assertThat(MigrationRun.imported(event).importId()).isEqualTo("id-1");
      assertThat(event.envelope().origin().source()).isEqualTo(Source.MIGRATION);
      assertThat(event.envelope().origin().actor()).isEqualTo("tester");
    });
    assertThat(run.events().all()).extracting(NewEvent::eventId).doesNotHaveDuplicates();
  }

  @Test
  void the_import_itself_is_recorded_last() throws Exception {
    var run = migrate("deleted_at", DAY_2);
    var last = run.events().all().getLast();
    long bytes = Files.size(directory.resolve("goals.db"));
    assertThat(last.envelope().rootId()).isEqualTo("$system");
    assertThat(last.payload().changes()).isEmpty();
    assertThat(last.payload()).isInstanceOfSatisfying(LegacyFileImported.class, record -> {
      assertThat(record.importId()).isEqualTo("id-1");
      assertThat(record.fileName()).isEqualTo("goals.db");
      assertThat(record.sha256()).isEqualTo(run.result().file().sha256()).hasSize(64);
      assertThat(record.bytes()).isEqualTo(bytes);
      assertThat(record.stage()).isEqualTo("S16");
      assertThat(record.zone()).isEqualTo("America/New_York");
      assertThat(record.events()).isEqualTo(3);
      assertThat(record.at()).isEqualTo(MigrationRun.NOW);
      assertThat(record.tables()).isEqualTo(run.result().tables());
    });
  }

  private List<DomainEvent> history(@Nullable Object... columnsAndValues) throws Exception {
    return migrate(columnsAndValues).events().of("g").stream().map(NewEvent::payload).toList();
  }

  private MigrationRun migrate(@Nullable Object... columnsAndValues) throws Exception {
    return MigrationRun.of(write(directory, columnsAndValues));
  }

  private MigrationRun migrate(LegacyDatabase database) throws Exception {
    database.close();
    return MigrationRun.of(database.file());
  }

  private LegacyDatabase database() throws Exception {
    return LegacyDatabase.of(directory.resolve("goals.db"), Stage.S16);
  }

  /** A file with a single goal {@code g}, created on the first day unless given. */
  static Path write(Path directory, @Nullable Object... columnsAndValues) throws Exception {
    var file = directory.resolve("goals.db");
    Files.deleteIfExists(file);
    try (var database = LegacyDatabase.of(file, Stage.S16)) {
      database.goal("g", null, columnsAndValues);
    }
    return file;
  }

  private static Instant day(int ofDecember) {
    return Instant.parse("2025-12-%dT15:00:00Z".formatted(ofDecember));
  }
}
