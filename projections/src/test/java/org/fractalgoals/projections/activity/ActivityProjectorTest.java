package org.fractalgoals.projections.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fractalgoals.projections.fixture.GoalFacts.DAWN;
import static org.fractalgoals.projections.fixture.GoalFacts.at;
import static org.fractalgoals.projections.fixture.GoalFacts.fractal;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

import org.fractalgoals.domain.activity.ActivityEvent.ActivityDefined;
import org.fractalgoals.domain.activity.ActivityEvent.ActivityDeleted;
import org.fractalgoals.domain.activity.ActivityEvent.ActivityDescribed;
import org.fractalgoals.domain.activity.ActivityEvent.ActivityFlagsChanged;
import org.fractalgoals.domain.activity.ActivityEvent.ActivityGrouped;
import org.fractalgoals.domain.activity.ActivityEvent.ActivityRenamed;
import org.fractalgoals.domain.activity.ActivityEvent.ActivityRestored;
import org.fractalgoals.domain.activity.ActivityEvent.ActivityTouched;
import org.fractalgoals.domain.activity.ActivityEvent.ActivityUngrouped;
import org.fractalgoals.domain.activity.ActivityEvent.Measure;
import org.fractalgoals.domain.activity.ActivityEvent.MetricAdded;
import org.fractalgoals.domain.activity.ActivityEvent.MetricBroughtBack;
import org.fractalgoals.domain.activity.ActivityEvent.MetricRedefined;
import org.fractalgoals.domain.activity.ActivityEvent.MetricRemoved;
import org.fractalgoals.domain.activity.ActivityEvent.MetricRenamed;
import org.fractalgoals.domain.activity.ActivityEvent.SplitAdded;
import org.fractalgoals.domain.activity.ActivityEvent.SplitBroughtBack;
import org.fractalgoals.domain.activity.ActivityEvent.SplitRemoved;
import org.fractalgoals.domain.activity.ActivityEvent.SplitRenamed;
import org.fractalgoals.domain.activity.ActivityEvent.SplitReordered;
import org.fractalgoals.domain.activity.ActivityFlag;
import org.fractalgoals.domain.activitygroup.GroupEvent.GroupCreated;
import org.fractalgoals.domain.activitygroup.GroupEvent.GroupDeleted;
import org.fractalgoals.domain.activitygroup.GroupEvent.GroupRestored;
import org.fractalgoals.domain.goal.GoalEvent.GoalDeleted;
import org.fractalgoals.projections.fixture.Projected;
import org.fractalgoals.projections.fixture.SqlRecorder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActivityProjectorTest {

  private static final Measure PLAIN = new Measure("kg", false, true, false);

  @TempDir Path directory;

  private Projected projected;

  @BeforeEach
  void open() throws Exception {
    projected = new Projected(directory);
    projected.when("r", "made", fractal("r"), new GroupCreated("g", "r", "Knots", "", 1, DAWN));
  }

  @AfterEach
  void close() throws SQLException {
    projected.close();
  }

  private static ActivityDefined defined(String id, String name) {
    return new ActivityDefined(id, "r", name, "", Set.of(), null, DAWN);
  }

  private static MetricAdded metric(String id, String name, long sortOrder) {
    return new MetricAdded("a", id, name, PLAIN, sortOrder, DAWN);
  }

  private static SplitAdded split(String id, String name, long order) {
    return new SplitAdded("a", id, name, order, order, DAWN);
  }

  private ActivityQueries queries() {
    return new ActivityQueries(projected.readers());
  }

  /** The activity, which the list must show just as it is alone. */
  private ActivityRow shown() {
    var alone = queries().activity("r", "a").orElseThrow();
    assertThat(queries().activities("r")).contains(alone);
    return alone;
  }

  private List<String> metricNames() {
    return shown().metrics().stream().map(MetricRow::name).toList();
  }

  @Test
  void an_activity_is_what_its_events_say() throws Exception {
    projected.when("r", "a-1",
        new ActivityDefined("a", "r", "Tie", "Old", Set.of("sets", "splits"), "g", DAWN),
        new ActivityRenamed("a", "Bind", at(1)), new ActivityDescribed("a", "New", at(2)),
        new ActivityFlagsChanged("a", Set.of("metrics", "metrics-multiplicative"), at(3)),
        new ActivityTouched("a", at(4)));

    assertThat(shown()).isEqualTo(new ActivityRow("a", "r", "g", "Bind", "New",
        Set.of(ActivityFlag.METRICS, ActivityFlag.METRICS_MULTIPLICATIVE), DAWN, at(4), 4,
        List.of(), List.of()));
  }

  @Test
  void a_link_to_a_deleted_group_stays_and_is_not_shown() throws Exception {
    projected.when("r", "a-1", defined("a", "Tie"), new ActivityGrouped("a", "g", at(1)));
    assertThat(shown().groupId()).isEqualTo("g");

    projected.when("r", "a-2", new GroupDeleted("g", at(2)));
    assertThat(shown().groupId()).isNull();

    projected.when("r", "a-3", new GroupRestored("g", at(3)));
    assertThat(shown().groupId()).isEqualTo("g");

    projected.when("r", "a-4", new ActivityUngrouped("a", at(4)));
    assertThat(shown().groupId()).isNull();
  }

  @Test
  void metrics_are_shown_in_the_order_of_creation_while_they_are_measured() throws Exception {
    projected.when("r", "a-1", defined("a", "Tie"), metric("n", "Pace", 1),
        metric("m", "Load", 2), new MetricRenamed("a", "n", "Speed", at(1)),
        new MetricRedefined("a", "n", new Measure("m/s", true, false, true), at(2)));
    assertThat(shown().metrics()).containsExactly(
        new MetricRow("n", "a", "Speed", "m/s", true, false, true),
        new MetricRow("m", "a", "Load", "kg", false, true, false));
    assertThat(shown().version()).isEqualTo(4);
    assertThat(shown().updatedAt()).isEqualTo(DAWN);

    projected.when("r", "a-2", new MetricRemoved("a", "n", at(3)));
    assertThat(metricNames()).containsExactly("Load");

    projected.when("r", "a-3", new MetricBroughtBack("a", "n", at(4)));
    assertThat(metricNames()).containsExactly("Speed", "Load");
  }

  @Test
  void splits_are_shown_in_the_order_of_creation_while_they_are_measured() throws Exception {
    projected.when("r", "a-1", defined("a", "Tie"), split("t", "Left", 0),
        split("s", "Right", 1), new SplitRenamed("a", "t", "Port", at(1)),
        new SplitReordered("a", "t", 4, at(2)));
    assertThat(shown().splits()).containsExactly(new SplitRow("t", "a", "Port", 4),
        new SplitRow("s", "a", "Right", 1));

    projected.when("r", "a-2", new SplitRemoved("a", "t", at(3)));
    assertThat(shown().splits()).containsExactly(new SplitRow("s", "a", "Right", 1));

    projected.when("r", "a-3", new SplitBroughtBack("a", "t", at(4)));
    assertThat(shown().splits()).hasSize(2);
  }

  @Test
  void names_can_be_exchanged_while_the_one_that_gives_its_name_away_steps_aside()
      throws Exception {
    projected.when("r", "a-1", defined("a", "Tie"), metric("m", "x", 1), metric("n", "y", 2),
        split("s", "x", 0), split("t", "y", 1));

    projected.when("r", "a-2", new MetricRemoved("a", "m", at(1)),
        new MetricRemoved("a", "n", at(1)), new MetricRenamed("a", "m", "y", at(1)),
        new MetricBroughtBack("a", "m", at(1)), new MetricRenamed("a", "n", "x", at(1)),
        new MetricBroughtBack("a", "n", at(1)), new SplitRemoved("a", "t", at(1)),
        new SplitRenamed("a", "s", "y", at(1)), new SplitRenamed("a", "t", "x", at(1)),
        new SplitBroughtBack("a", "t", at(1)));

    assertThat(metricNames()).containsExactly("y", "x");
    assertThat(shown().splits().stream().map(SplitRow::name)).containsExactly("y", "x");
  }

  @Test
  void a_deleted_activity_is_not_shown_and_can_come_back_under_another_name() throws Exception {
    projected.when("r", "a-1", defined("a", "Tie"), metric("m", "x", 1))
        .when("r", "a-2", new ActivityDeleted("a", at(1)));
    assertThat(queries().activity("r", "a")).isEmpty();
    assertThat(queries().activities("r")).isEmpty();

    projected.when("r", "a-3", defined("b", "Tie")).when("r", "a-4",
        new ActivityRenamed("a", "Old", at(2)), new ActivityRestored("a", at(2)));
    assertThat(metricNames()).containsExactly("x");
  }

  @Test
  void what_was_imported_with_the_name_of_another_is_marked_until_it_gets_its_own()
      throws Exception {
    var marked = "SELECT id FROM metric_definitions WHERE imported_as_is";
    projected.when("r", "a-1", defined("a", "Tie"), metric("m", "x", 1))
        .imported("r", "import", List.of("DUPLICATE_NAME(name)"), metric("n", "x", 2));
    assertThat(projected.rows(marked)).hasSize(1);
    assertThat(metricNames()).containsExactly("x", "x");

    projected.when("r", "a-2", new MetricRenamed("a", "n", "y", at(1)));
    assertThat(projected.rows(marked)).isEmpty();
  }

  @Test
  void activities_are_listed_by_the_bytes_of_their_names_then_by_id() throws Exception {
    projected.when("r", "a-1", defined("1", "b"), defined("2", "B"), defined("3", "é"))
        .imported("r", "import", List.of("DUPLICATE_NAME(name)"), defined("0", "b"));

    assertThat(queries().activities("r").stream().map(ActivityRow::id)).containsExactly("2", "0",
        "1", "3");
  }

  @Test
  void activities_of_another_or_a_deleted_fractal_are_not_shown() throws Exception {
    projected.when("q", "a-1", fractal("q")).when("r", "a-2", defined("a", "Tie"));
    assertThat(queries().activity("q", "a")).isEmpty();
    assertThat(queries().activities("q")).isEmpty();

    projected.imported("r", "import", List.of(), new GoalDeleted("r", at(4)));
    assertThat(queries().activity("r", "a")).isEmpty();
    assertThat(queries().activities("r")).isEmpty();
  }

  @Test
  void an_event_about_what_was_never_created_is_not_passed_over() {
    assertThatThrownBy(() -> projected.when("r", "a-1", new MetricRemoved("a", "m", at(1))))
        .isInstanceOf(IllegalStateException.class).hasMessageContaining("\"m\"");
  }

  @Test
  void questions_and_events_find_their_rows_by_index() throws Exception {
    projected.when("r", "a-1", defined("a", "Tie"), metric("m", "x", 1), split("s", "x", 0),
        new MetricRenamed("a", "m", "y", at(1)), new SplitRenamed("a", "s", "y", at(1)),
        new ActivityDeleted("a", at(1)), new ActivityRestored("a", at(1)));
    var recorder = new SqlRecorder();
    var queries = new ActivityQueries(recorder.listeningTo(projected.readers()));
    queries.activities("r");
    queries.activity("r", "a");
    assertThat(recorder.prepared()).hasSize(6);

    var plans = new StringBuilder();
    for (var prepared : List.of(recorder, projected.recorder())) {
      for (var sql : prepared.prepared()) {
        for (var step : projected.rows("EXPLAIN QUERY PLAN " + sql)) {
          plans.append(step.get("detail")).append('\n');
        }
      }
    }

    assertThat(plans.toString()).doesNotContain("SCAN activity", "SCAN metric", "SCAN split")
        .contains("idx_metric_definitions_active");
  }
}
