package org.fractalgoals.projections.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fractalgoals.projections.fixture.ActivityFacts.activity;
import static org.fractalgoals.projections.fixture.ActivityFacts.metric;
import static org.fractalgoals.projections.fixture.ActivityFacts.metricRemoved;
import static org.fractalgoals.projections.fixture.ActivityFacts.split;
import static org.fractalgoals.projections.fixture.ActivityFacts.splitRemoved;
import static org.fractalgoals.projections.fixture.GoalFacts.at;
import static org.fractalgoals.projections.fixture.GoalFacts.fractal;
import static org.fractalgoals.projections.fixture.SessionFacts.instance;
import static org.fractalgoals.projections.fixture.SessionFacts.instanceDeleted;
import static org.fractalgoals.projections.fixture.SessionFacts.recorded;
import static org.fractalgoals.projections.fixture.SessionFacts.session;
import static org.fractalgoals.projections.fixture.SessionFacts.sessionDeleted;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.fractalgoals.projections.fixture.Projected;
import org.fractalgoals.projections.paging.Cursor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The history of a metric over the sessions of a fractal. */
class MetricQueriesTest {

  @TempDir Path directory;

  private Projected projected;

  /** Instances i0, i1, i2 of session s and i3 of t, a second after each other; two values each in i1 and i3. */
  @BeforeEach
  void open() throws Exception {
    projected = new Projected(directory);
    projected.when("r", "a-1", fractal("r"), session("s", "r", "r"), session("t", "r", null),
        activity("x", "r"), metric("m", "x"), metric("other", "x"), split("l", "x"),
        instance("i0", "s", "x", at(10)), instance("i1", "s", "x", at(11)),
        instance("i2", "s", "x", at(12)), instance("i3", "t", "x", at(13)),
        recorded("d", "s", "i0", "m", null, 1), recorded("b", "s", "i1", "m", null, 2),
        recorded("c", "s", "i1", "m", "l", 3), recorded("z", "s", "i2", "m", null, 4),
        recorded("f", "t", "i3", "m", "l", 5), recorded("e", "t", "i3", "m", null, 6),
        recorded("none", "t", "i3", "other", null, 7));
  }

  @AfterEach
  void close() throws SQLException {
    projected.close();
  }

  private List<String> ids(@Nullable Instant from, @Nullable Instant to, @Nullable Cursor after,
      int limit) {
    return projected.metrics().values("r", "m", from, to, after, limit).stream()
        .map(MeasuredValue::id).toList();
  }

  private List<String> all() {
    return ids(null, null, null, 100);
  }

  @Test
  void the_values_of_a_metric_come_newest_instance_first_then_by_id() {
    assertThat(all()).containsExactly("e", "f", "z", "b", "c", "d");
    assertThat(projected.metrics().values("r", "m", null, null, null, 2).get(1))
        .isEqualTo(new MeasuredValue("f", 5, "l", "name of l", "t", "name of t", "i3", at(13)));
  }

  @Test
  void a_span_includes_its_beginning_and_not_its_end() {
    assertThat(ids(at(11), at(13), null, 100)).containsExactly("z", "b", "c");
    assertThat(ids(at(13), null, null, 100)).containsExactly("e", "f");
    assertThat(ids(null, at(11), null, 100)).containsExactly("d");
    assertThat(ids(Instant.MIN, Instant.MAX, null, 100)).hasSize(6);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
  void pages_of_any_size_give_every_value_once(int size) {
    var seen = new ArrayList<String>();
    Cursor after = null;
    List<MeasuredValue> page;
    do {
      page = projected.metrics().values("r", "m", null, null, after, size);
      page.forEach(value -> seen.add(value.id()));
      after = page.isEmpty() ? after : page.getLast().cursor();
    } while (page.size() == size);

    assertThat(seen).isEqualTo(all());
  }

  @Test
  void a_page_after_a_place_outside_the_span_begins_with_the_span() {
    assertThat(ids(at(11), at(12), new Cursor(at(13), "e"), 100)).containsExactly("b", "c");
    assertThat(ids(at(11), at(13), new Cursor(at(11), "b"), 100)).containsExactly("c");
    assertThat(ids(at(11), null, new Cursor(at(10), "a"), 100)).isEmpty();
  }

  @Test
  void values_of_deleted_instances_and_sessions_are_left_out() throws Exception {
    projected.when("r", "a-2", instanceDeleted("i1", "s")).when("r", "a-3", sessionDeleted("t"));

    assertThat(all()).containsExactly("z", "d");
  }

  @Test
  void a_removed_metric_keeps_its_history_and_a_removed_split_loses_its_name()
      throws Exception {
    projected.when("r", "a-2", metricRemoved("m", "x"), splitRemoved("l", "x"));

    assertThat(all()).hasSize(6);
    assertThat(projected.metrics().values("r", "m", null, null, null, 2).get(1))
        .isEqualTo(new MeasuredValue("f", 5, "l", null, "t", "name of t", "i3", at(13)));
  }

  @Test
  void a_metric_is_known_in_its_fractal_even_when_it_is_removed() throws Exception {
    projected.when("r", "a-2", metricRemoved("m", "x")).when("q", "a-3", fractal("q"));

    assertThat(projected.metrics().isKnown("r", "m")).isTrue();
    assertThat(projected.metrics().isKnown("q", "m")).isFalse();
    assertThat(projected.metrics().isKnown("r", "x")).isFalse();
    assertThat(projected.metrics().values("q", "m", null, null, null, 10)).isEmpty();
  }
}
