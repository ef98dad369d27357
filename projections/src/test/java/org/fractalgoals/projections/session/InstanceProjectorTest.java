package org.fractalgoals.projections.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.fractalgoals.projections.fixture.ActivityFacts.activity;
import static org.fractalgoals.projections.fixture.ActivityFacts.metric;
import static org.fractalgoals.projections.fixture.ActivityFacts.split;
import static org.fractalgoals.projections.fixture.GoalFacts.DAWN;
import static org.fractalgoals.projections.fixture.GoalFacts.at;
import static org.fractalgoals.projections.fixture.GoalFacts.fractal;
import static org.fractalgoals.projections.fixture.GoalFacts.json;
import static org.fractalgoals.projections.fixture.SessionFacts.instance;
import static org.fractalgoals.projections.fixture.SessionFacts.instanceDeleted;
import static org.fractalgoals.projections.fixture.SessionFacts.recorded;
import static org.fractalgoals.projections.fixture.SessionFacts.session;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

import org.fractalgoals.domain.session.InstanceEvent.InstanceCompleted;
import org.fractalgoals.domain.session.InstanceEvent.InstanceNoted;
import org.fractalgoals.domain.session.InstanceEvent.InstanceReopened;
import org.fractalgoals.domain.session.InstanceEvent.InstanceReordered;
import org.fractalgoals.domain.session.InstanceEvent.InstanceRestored;
import org.fractalgoals.domain.session.InstanceEvent.InstanceSetsChanged;
import org.fractalgoals.domain.session.InstanceEvent.InstanceTimesSet;
import org.fractalgoals.domain.session.InstanceEvent.InstanceTouched;
import org.fractalgoals.domain.session.InstanceEvent.MetricRecorded;
import org.fractalgoals.domain.session.InstanceEvent.TimerStarted;
import org.fractalgoals.domain.session.InstanceEvent.TimerStopped;
import org.fractalgoals.projections.engine.Microseconds;
import org.fractalgoals.projections.fixture.Projected;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstanceProjectorTest {

  private static final List<String> VIOLATED = List.of("CHECK_VIOLATED(time)");

  @TempDir Path directory;

  private Projected projected;

  @BeforeEach
  void open() throws Exception {
    projected = new Projected(directory);
    projected.when("r", "a-1", fractal("r"), session("s", "r", "r"), activity("x", "r"),
        metric("m", "x"), split("l", "x"), instance("i", "s", "x"));
  }

  @AfterEach
  void close() throws SQLException {
    projected.close();
  }

  private InstanceRow row() {
    return projected.sessions().instance("r", "i").orElseThrow();
  }

  private Object mark(String table, String id) throws SQLException {
    return String.valueOf(projected.row(table, id).get("imported_as_is"));
  }

  @Test
  void an_added_instance_has_all_that_its_event_says() throws Exception {
    assertThat(row()).isEqualTo(new InstanceRow("i", "r", "s", "x", "name of x", null, null, false,
        null, null, null, DAWN, DAWN, 1, List.of()));
    assertThat(projected.row("activity_instances", "i")).containsEntry("sort_order", 0)
        .containsEntry("imported_as_is", 0);
  }

  @Test
  void each_change_of_a_field_changes_that_field_the_time_and_the_version() throws Exception {
    projected.when("r", "a-2", new InstanceNoted("s", "i", "hard", at(1)),
        new InstanceSetsChanged("s", "i", json("[ {} ]"), at(2)),
        new InstanceCompleted("s", "i", at(3)), new InstanceReordered("s", "i", 7, at(4)));

    assertThat(row()).isEqualTo(new InstanceRow("i", "r", "s", "x", "name of x", "hard", "[ {} ]",
        true, null, null, null, DAWN, at(4), 5, List.of()));
    assertThat(projected.row("activity_instances", "i")).containsEntry("sort_order", 7)
        .containsEntry("completed_at", Microseconds.of(at(3)));
  }

  @Test
  void notes_can_be_cleared_and_an_instance_reopened() throws Exception {
    projected.when("r", "a-2", new InstanceNoted("s", "i", "hard", at(1)),
        new InstanceCompleted("s", "i", at(2)), new InstanceNoted("s", "i", null, at(3)),
        new InstanceReopened("s", "i", at(4)));

    assertThat(row().notes()).isNull();
    assertThat(row().completed()).isFalse();
    assertThat(projected.row("activity_instances", "i")).containsEntry("completed_at", null);
  }

  @Test
  void a_timer_that_starts_again_forgets_its_stop() throws Exception {
    projected.when("r", "a-2", new TimerStarted("s", "i", at(10), at(10)),
        new TimerStopped("s", "i", at(15), 5, at(15)));
    assertThat(row()).extracting(InstanceRow::timeStart, InstanceRow::timeStop,
        InstanceRow::durationSeconds).containsExactly(at(10), at(15), 5L);

    projected.when("r", "a-3", new TimerStarted("s", "i", at(20), at(20)));
    assertThat(row()).extracting(InstanceRow::timeStart, InstanceRow::timeStop,
        InstanceRow::durationSeconds).containsExactly(at(20), null, null);
  }

  @Test
  void times_can_be_set_by_hand_and_cleared() throws Exception {
    projected.when("r", "a-2", new InstanceTimesSet("s", "i", at(1), at(9), 8L, at(20)));
    assertThat(row().durationSeconds()).isEqualTo(8);

    projected.when("r", "a-3", new InstanceTimesSet("s", "i", null, null, null, at(21)));
    assertThat(row()).extracting(InstanceRow::timeStart, InstanceRow::timeStop,
        InstanceRow::durationSeconds).containsExactly(null, null, null);
  }

  @Test
  void an_instance_imported_with_a_stop_before_its_start_is_marked_until_that_changes()
      throws Exception {
    projected.imported("r", "import", VIOLATED,
        new InstanceTimesSet("s", "i", at(9), at(1), -8L, at(20)));
    assertThat(mark("activity_instances", "i")).isEqualTo("1");

    projected.when("r", "a-2", new InstanceNoted("s", "i", "", at(21)));
    assertThat(mark("activity_instances", "i")).isEqualTo("1");

    projected.when("r", "a-3", new TimerStopped("s", "i", at(9), 0, at(22)));
    assertThat(mark("activity_instances", "i")).isEqualTo("0");
  }

  @Test
  void a_timer_that_starts_again_breaks_no_rule_any_more() throws Exception {
    projected.imported("r", "import", VIOLATED,
        new InstanceTimesSet("s", "i", at(9), at(1), -8L, at(20)))
        .when("r", "a-2", new TimerStarted("s", "i", at(30), at(30)));

    assertThat(mark("activity_instances", "i")).isEqualTo("0");
  }

  @Test
  void a_recorded_value_is_one_of_the_instance_which_changes_with_it() throws Exception {
    projected.when("r", "a-2", recorded("v", "s", "i", "m", "l", 1.25));

    assertThat(row().values()).containsExactly(
        new ValueRow("v", "m", "name of m", "kg", "l", "name of l", 1.25));
    assertThat(row().updatedAt()).isEqualTo(at(6));
    assertThat(row().version()).isEqualTo(2);
    assertThat(projected.row("metric_values", "v")).containsEntry("root_id", "r")
        .containsEntry("performed_at", Microseconds.of(DAWN)).containsEntry("sort_order", 2)
        .containsEntry("created_at", Microseconds.of(at(6)));
  }

  @Test
  void a_value_recorded_again_keeps_its_place_and_its_creation() throws Exception {
    projected.when("r", "a-2", recorded("v", "s", "i", "m", null, 1),
        recorded("w", "s", "i", "m", "l", 2),
        new MetricRecorded("s", "i", "v", "m", null, 3, false, at(30)));

    assertThat(row().values()).extracting(ValueRow::id, ValueRow::value)
        .containsExactly(tuple("v", 3.0),
            tuple("w", 2.0));
    assertThat(projected.row("metric_values", "v"))
        .containsEntry("created_at", Microseconds.of(at(6)))
        .containsEntry("updated_at", Microseconds.of(at(30))).containsEntry("version", 4);
  }

  @Test
  void a_value_below_zero_is_kept_where_its_metric_allows_it_or_it_was_imported()
      throws Exception {
    projected.when("r", "a-2", new MetricRecorded("s", "i", "v", "m", null, -1, true, at(1)))
        .imported("r", "import", VIOLATED, recorded("w", "s", "i", "m", "l", -2));
    assertThat(row().values()).extracting(ValueRow::value).containsExactly(-1.0, -2.0);
    assertThat(mark("metric_values", "v")).isEqualTo("0");
    assertThat(mark("metric_values", "w")).isEqualTo("1");

    projected.when("r", "a-3", recorded("w", "s", "i", "m", "l", 2));
    assertThat(mark("metric_values", "w")).isEqualTo("0");
  }

  @Test
  void a_deleted_instance_is_gone_until_it_is_restored() throws Exception {
    projected.when("r", "a-2", recorded("v", "s", "i", "m", null, 1))
        .when("r", "a-3", instanceDeleted("i", "s"));
    assertThat(projected.sessions().instance("r", "i")).isEmpty();
    assertThat(projected.row("activity_instances", "i")).containsEntry("deleted_by", "a-3")
        .containsEntry("deleted_position", 8);

    projected.when("r", "a-4", new InstanceRestored("s", "i", at(7)));
    assertThat(row().values()).hasSize(1);
  }

  @Test
  void a_touched_instance_has_another_time_of_change() throws Exception {
    projected.when("r", "a-2", new InstanceTouched("s", "i", at(77)));

    assertThat(row().updatedAt()).isEqualTo(at(77));
  }

  @Test
  void an_event_of_an_instance_that_was_never_added_is_not_passed_over() {
    assertThatThrownBy(() -> projected.when("r", "a-2", new InstanceNoted("s", "j", "", at(1))))
        .isInstanceOf(IllegalStateException.class).hasMessageContaining("instance \"j\"");
    assertThatThrownBy(() -> projected.when("r", "a-2", recorded("v", "s", "j", "m", null, 1)))
        .isInstanceOf(IllegalStateException.class).hasMessageContaining("instance \"j\"");
  }
}
