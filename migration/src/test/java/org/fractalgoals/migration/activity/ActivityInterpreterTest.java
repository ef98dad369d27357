package org.fractalgoals.migration.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

import org.fractalgoals.domain.activity.ActivityEvent;
import org.fractalgoals.domain.activity.ActivityEvent.ActivityDefined;
import org.fractalgoals.domain.activity.ActivityEvent.ActivityDeleted;
import org.fractalgoals.domain.activity.ActivityEvent.ActivityTouched;
import org.fractalgoals.domain.activity.ActivityEvent.MetricAdded;
import org.fractalgoals.domain.activity.ActivityEvent.MetricRemoved;
import org.fractalgoals.domain.activity.ActivityEvent.SplitAdded;
import org.fractalgoals.domain.activity.ActivityEvent.SplitRemoved;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.migration.clock.ClockRule;
import org.fractalgoals.migration.history.Flags;
import org.fractalgoals.migration.testing.LegacyDatabase;
import org.fractalgoals.migration.testing.MigrationRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActivityInterpreterTest {

  private static final String DAY_7 = "2026-01-07 10:00:00.000000";
  private static final String DAY_8 = "2026-01-08 10:00:00.000000";
  private static final String DAY_9 = "2026-01-09 10:00:00.000000";

  private static final String CLOCK = Flags.clockAssumed(ClockRule.UTC);

  @TempDir Path folder;
  private LegacyDatabase file;

  @BeforeEach
  void createFile() throws SQLException {
    file = LegacyDatabase.loose(folder.resolve("legacy.db")).goal("top", null, "root_id", "top");
  }

  @Test
  void each_column_is_told() throws Exception {
    var run = MigrationRun.of(file.row("activity_groups", "id", "g", "root_id", "top")
        .row("activity_definitions", "id", "a", "root_id", "top", "name", "Squats", "description",
            "deep", "group_id", "g", "has_sets", 1, "has_metrics", 0, "has_splits", 1,
            "metrics_multiplicative", 1, "created_at", DAY_7, "updated_at", DAY_8, "deleted_at",
            DAY_9));
    assertThat(run.events().payloads(ActivityEvent.class)).containsExactly(
        new ActivityDefined("a", "top", "Squats", "deep",
            Set.of("sets", "splits", "metrics-multiplicative"), "g", day(7)),
        new ActivityTouched("a", day(8)), new ActivityDeleted("a", day(9)));
    assertThat(run.flags(EntityRef.activity("a"))).containsExactly(CLOCK);
  }

  @Test
  void what_a_row_leaves_out_is_what_it_was_by_default() throws Exception {
    var run = MigrationRun.of(file.row("activity_definitions", "id", "a", "root_id", "top"));
    assertThat(run.events().payloads(ActivityEvent.class)).containsExactly(
        new ActivityDefined("a", "top", "", "", Set.of("metrics"), null, null));
    assertThat(run.flags(EntityRef.activity("a"))).containsExactly(Flags.TIME_UNKNOWN);
  }

  @Test
  void metrics_and_splits_are_told_after_the_activity_and_before_its_end() throws Exception {
    var run = MigrationRun.of(activity("created_at", DAY_7, "deleted_at", DAY_9)
        .row("metric_definitions", "id", "m", "activity_id", "a", "root_id", "top", "name",
            "Weight", "unit", "kg", "is_top_set_metric", 1, "is_multiplicative", 0, "created_at",
            DAY_7)
        .row("split_definitions", "id", "s", "activity_id", "a", "root_id", "top", "name", "Left",
            "order", 4, "created_at", DAY_7));
    assertThat(run.events().payloads(ActivityEvent.class)).containsExactly(
        new ActivityDefined("a", "top", "", "", Set.of("metrics"), null, day(7)),
        new MetricAdded("a", "m", "Weight", new ActivityEvent.Measure("kg", true, false, false), 1,
            day(7)),
        new SplitAdded("a", "s", "Left", 4, 1, day(7)), new ActivityDeleted("a", day(9)));
    assertThat(run.flags(EntityRef.metric("m"))).containsExactly(CLOCK);
    assertThat(run.flags(EntityRef.split("s"))).containsExactly(CLOCK);
  }

  @Test
  void metrics_and_splits_stand_in_their_order_then_in_that_of_creation() throws Exception {
    var run = MigrationRun.of(activity()
        .row("metric_definitions", "id", "last", "activity_id", "a", "sort_order", 2)
        .row("metric_definitions", "id", "late", "activity_id", "a", "created_at", DAY_9)
        .row("metric_definitions", "id", "early", "activity_id", "a", "created_at", DAY_8)
        .row("split_definitions", "id", "second", "activity_id", "a", "order", 2)
        .row("split_definitions", "id", "first", "activity_id", "a", "order", 1));
    assertThat(run.events().payloads(MetricAdded.class))
        .extracting(added -> added.sortOrder() + added.metricId())
        .containsExactly("1early", "2late", "3last");
    assertThat(run.events().payloads(SplitAdded.class))
        .extracting(added -> added.sortOrder() + added.splitId())
        .containsExactly("1first", "2second");
  }

  @Test
  void a_deleted_metric_or_split_is_removed_at_its_time() throws Exception {
    var run = MigrationRun.of(activity()
        .row("metric_definitions", "id", "m", "activity_id", "a", "deleted_at", DAY_9, "is_active",
            0)
        .row("split_definitions", "id", "s", "activity_id", "a", "deleted_at", DAY_8));
    assertThat(run.events().only(MetricRemoved.class))
        .isEqualTo(new MetricRemoved("a", "m", day(9)));
    assertThat(run.events().only(SplitRemoved.class))
        .isEqualTo(new SplitRemoved("a", "s", day(8)));
  }

  @Test
  void an_inactive_metric_is_removed_at_an_unknown_time() throws Exception {
    var run = MigrationRun.of(activity()
        .row("metric_definitions", "id", "m", "activity_id", "a", "is_active", 0)
        .row("metric_definitions", "id", "n", "activity_id", "a", "is_active", null));
    assertThat(run.events().only(MetricRemoved.class))
        .isEqualTo(new MetricRemoved("a", "m", null));
    assertThat(run.result().flags()).containsKey(Flags.TIME_UNKNOWN);
  }

  @Test
  void roots_of_metrics_and_splits_are_compared_with_that_of_the_activity() throws Exception {
    var run = MigrationRun.of(activity().goal("other", null, "root_id", "other")
        .row("metric_definitions", "id", "null", "activity_id", "a")
        .row("metric_definitions", "id", "other", "activity_id", "a", "root_id", "other")
        .row("split_definitions", "id", "gone", "activity_id", "a", "root_id", "gone"));
    assertThat(run.flags(EntityRef.metric("null"))).contains(Flags.ROOT_NULL_DERIVED);
    assertThat(run.flags(EntityRef.metric("other"))).contains(Flags.ROOT_CONTRADICTED);
    assertThat(run.flags(EntityRef.split("gone"))).contains(Flags.ROOT_MISSING);
    assertThat(run.rootOf(EntityRef.metric("other"))).isEqualTo("top");
  }

  private LegacyDatabase activity(Object... columnsAndValues) throws SQLException {
    return file.rowLike("activity_definitions", Map.of("id", "a", "root_id", "top"),
        columnsAndValues);
  }

  private static Instant day(int day) {
    return Instant.parse("2026-01-%02dT10:00:00Z".formatted(day));
  }
}
