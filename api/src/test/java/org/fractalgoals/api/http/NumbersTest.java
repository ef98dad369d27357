package org.fractalgoals.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

  @ParameterizedTest
  @CsvSource({"45,45", "45.0,45", "4.5e1,45", "' +45 ',45", "-3,-3", ".5e1,5", "5.,5"})
  void whole_numbers_may_be_written_in_many_ways(String text, long number) {
    assertThat(Numbers.integer(text)).contains(number);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "4.5", "1e", "0x10", "1_000", "NaN", "9223372036854775808"})
  void what_is_no_whole_number_of_64_bits_is_none(String text) {
    assertThat(Numbers.integer(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"13,13", "-0.5,-0.5", "1e3,1000", "1e999,Infinity", "-inf,Infinity"})
  void decimals_may_be_infinite(String text, double number) {
    assertThat(Numbers.decimal(text)).hasValue(number);
  }

  /** Four million digits would keep a processor busy for minutes, and followed by a letter for days. */
  @Test
  @Timeout(10)
  void a_text_that_is_too_long_is_no_number() {
    var digits = "1".repeat(4_000_000);

    assertThat(Numbers.integer(digits)).isEmpty();
    assertThat(Numbers.decimal(digits)).isEmpty();
    assertThat(Numbers.decimal(digits + "x")).isEmpty();
    assertThat(Numbers.decimal("1".repeat(Numbers.LONGEST))).hasValue(Double.POSITIVE_INFINITY);
  }
}
