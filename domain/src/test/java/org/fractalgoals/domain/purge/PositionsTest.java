package org.fractalgoals.domain.purge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionsTest {

  @Test
  void neighbours_stand_together_in_any_order_and_once() {
    var positions = Positions.of(LongStream.of(9, 4, 3, 5, 4));

    assertThat(positions).hasToString("3-5,9");
    assertThat(positions.count()).isEqualTo(4);
    assertThat(positions.first()).isEqualTo(3);
    assertThat(LongStream.rangeClosed(1, 10).filter(positions::contains)).containsExactly(3L, 4L,
        5L, 9L);
    assertThat(positions.and(Positions.parse("6,8"))).hasToString("3-6,8-9");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "3-5,9", "1,3,5-900000000000000000"})
  void what_was_written_is_read(String text) {
    assertThat(Positions.parse(text)).hasToString(text);
  }

  /** A session that was saved for years, while others did something else. */
  @Test
  void there_may_be_very_many_that_do_not_touch() {
    var positions = Positions.of(LongStream.rangeClosed(1, 200_000).map(number -> 2 * number));

    assertThat(Positions.parse(positions.toString())).isEqualTo(positions);
  }

  @ParameterizedTest
  @ValueSource(strings = {",", "1,", ",1", "1,,3", "1,2", "3,1", "5-3", "0", "-1", "a", "1-", "1 ",
      "1-2-3", "9999999999999999999"})
  void what_is_no_list_of_positions_is_refused(String text) {
    assertThatThrownBy(() -> Positions.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
