package org.fractalgoals.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fractalgoals.eventstore.Events.NOON;
import static org.fractalgoals.eventstore.Events.ROOT;
import static org.fractalgoals.eventstore.Events.ROOT_GOAL;
import static org.fractalgoals.eventstore.Events.fractal;
import static org.fractalgoals.eventstore.Events.goal;
import static org.fractalgoals.eventstore.Events.imported;
import static org.fractalgoals.eventstore.Events.liveIn;
import static org.fractalgoals.eventstore.Events.note;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.Past;
import org.fractalgoals.domain.event.Until;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Parts of the history can be told again. */
abstract class HistoryConformance extends EventStoreConformance {

  private static final Until NOW = new Until.Position(Long.MAX_VALUE);

  /** Events 1 to 3 and 5 of one fractal, 4 of another, two hours between 3 and 5. */
  @BeforeEach
  void twoFractals() {
    append(fractal(), goal("a", ROOT_GOAL), note("a", "first"));
    clock.set(NOON.plus(Duration.ofHours(1)));
    store.appender().append(liveIn("other", fractal("other")));
    clock.set(NOON.plus(Duration.ofHours(2)));
    append(note("a", "second"));
  }

  private List<Long> positions(Past past, int limit) {
    var events = store.history().reader(past);
    var positions = new ArrayList<Long>();
    var point = events.headAt(0).orElseThrow();
    while (point.position() < past.position()) {
      var batch = events.readAfter(point, limit);
      batch.events().forEach(event -> positions.add(event.position()));
      point = batch.last();
    }
    assertThat(point).isEqualTo(events.head());
    assertThat(events.readAfter(point, limit).events()).isEmpty();
    return positions;
  }

  private List<Long> positions(Past past) {
    assertThat(positions(past, 2)).isEqualTo(positions(past, 100)).hasSize((int) past.events());
    return positions(past, 100);
  }

  private Past by(Duration afterNoon) {
    return store.history().upTo(ROOT, new Until.Moment(NOON.plus(afterNoon)));
  }

  @Test
  void a_moment_and_a_position_are_the_end_of_what_is_told() {
    assertThat(positions(by(Duration.ZERO))).containsExactly(1L, 2L, 3L);
    assertThat(positions(by(Duration.ofHours(2)))).containsExactly(1L, 2L, 3L, 5L);
    assertThat(positions(store.history().upTo(ROOT, new Until.Position(2))))
        .containsExactly(1L, 2L);
    assertThat(positions(store.history().upTo(null, new Until.Position(4))))
        .containsExactly(1L, 2L, 3L, 4L);
    assertThat(positions(store.history().upTo(null, NOW))).containsExactly(1L, 2L, 3L, 4L, 5L);
  }

  @Test
  void equal_parts_are_equal_however_they_are_asked_for() {
    assertThat(by(Duration.ofMinutes(61))).isEqualTo(by(Duration.ZERO))
        .isEqualTo(store.history().upTo(ROOT, new Until.Position(3)))
        .isEqualTo(store.history().upTo(ROOT, new Until.Position(4)))
        .isEqualTo(new Past(ROOT, 3, NOON, 3));
  }

  @Test
  void where_nothing_had_happened_there_is_nothing() {
    assertThat(by(Duration.ofSeconds(-1))).isEqualTo(Past.NOTHING);
    assertThat(store.history().upTo("unknown", NOW)).isEqualTo(Past.NOTHING);
    assertThat(store.history().upTo(null, new Until.Position(0))).isEqualTo(Past.NOTHING);
    assertThat(positions(Past.NOTHING)).isEmpty();
  }

  @Test
  void what_an_import_tells_later_belongs_to_its_time_but_changes_no_part_that_is_known() {
    var known = by(Duration.ofHours(1));
    clock.set(NOON.plus(Duration.ofHours(3)));
    store.appender()
        .append(List.of(imported(goal("late", ROOT_GOAL), NOON.plus(Duration.ofMinutes(30)))));

    assertThat(positions(by(Duration.ofHours(1)))).containsExactly(1L, 2L, 3L, 6L);
    assertThat(positions(known)).containsExactly(1L, 2L, 3L);
    assertThat(by(Duration.ofMinutes(29))).isEqualTo(known);
  }

  @Test
  void acts_that_belong_to_no_fractal_are_left_out() {
    store.appender().append(liveIn("$system", note("import", "done")));

    assertThat(positions(store.history().upTo(null, NOW))).containsExactly(1L, 2L, 3L, 4L, 5L);
    assertThat(store.history().upTo(EntityRef.goal("import").id(), NOW)).isEqualTo(Past.NOTHING);
  }
}
