package org.fractalgoals.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonObjectTest {

  private static JsonObject with(String value) {
    return JsonObject.parse("{\"a\":" + value + "}");
  }

  @ParameterizedTest
  @CsvSource(delimiter = ';', value = {"45; 45", "\"45\"; 45", "\" 45 \"; 45", "45.0; 45",
      "4.5e1; 45", "-1; -1", "\"+7\"; 7", "9223372036854775807; 9223372036854775807"})
  void whole_numbers_may_be_texts(String value, long expected) {
    assertThat(with(value).optionalInteger("a")).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.5", "\"\"", "\"x\"", "\"1h\"", "true", "[]", "{}", "1e999999999",
      "1e-999999999", "1e99999999999", "9223372036854775808", "\"0x10\"", "\"NaN\"", "\"1d\""})
  void what_is_no_whole_number_is_refused(String value) {
    assertThatThrownBy(() -> with(value).optionalInteger("a")).isInstanceOf(HttpProblem.class)
        .hasMessageContaining("\"a\"");
  }

  @Test
  void no_number_is_none() {
    assertThat(with("null").optionalInteger("a")).isEmpty();
    assertThat(with("null").optionalInteger("b")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = ';', value = {"12; 12", "12.50; 12.5", "\"12.5\"; 12.5", "\" -.5 \"; -0.5",
      "\"1e3\"; 1000", "1e999; Infinity", "\"inf\"; Infinity", "\"-Infinity\"; Infinity",
      "\"5.\"; 5"})
  void numbers_may_be_texts(String value, double expected) {
    assertThat(with(value).numberIfAny("a")).hasValue(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"\"", "\" \"", "\"x\"", "\"NaN\"", "\"nan\"", "true", "[1]",
      "{}", "\"1d\"", "\"0x1p3\"", "\"1,5\"", "\".\"", "\"e5\""})
  void what_is_no_number_is_passed_over(String value) {
    assertThat(with(value).numberIfAny("a")).isEmpty();
    assertThat(with(value).numberIfAny("b")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "1", "-1", "0.5", "1e-9", "\"false\"", "\" \"", "[0]",
      "{\"a\":0}"})
  void what_is_something_is_true(String value) {
    assertThat(with(value).truth("a")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"false", "null", "0", "0.0", "-0", "0e5", "\"\"", "[]", "{}", "[ ]"})
  void what_is_nothing_is_false(String value) {
    assertThat(with(value).truth("a")).isFalse();
    assertThat(with(value).truth("b")).isFalse();
  }

  @Test
  void an_object_is_kept_as_sent_and_a_text_stands_for_itself() {
    assertThat(with("{ \"x\": 1.50 }").objectOrText("a")).contains("{ \"x\": 1.50 }");
    assertThat(with("\"{ \\\"x\\\": 1 }\"").objectOrText("a")).contains("{ \"x\": 1 }");
    assertThat(with("\"\"").objectOrText("a")).isEmpty();
    assertThat(with("null").objectOrText("a")).isEmpty();
    assertThat(with("1").objectOrText("b")).isEmpty();
    assertThatThrownBy(() -> with("[]").objectOrText("a")).isInstanceOf(HttpProblem.class);
    assertThatThrownBy(() -> with("1").objectOrText("a")).isInstanceOf(HttpProblem.class);
  }
}
