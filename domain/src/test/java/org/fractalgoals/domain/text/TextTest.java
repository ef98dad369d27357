package org.fractalgoals.domain.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.fractalgoals.domain.rule.Rule;
import org.fractalgoals.domain.rule.RuleViolation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What names and descriptions may be. */
class TextTest {

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n", "\u2003"})
  void a_blank_name_is_refused(String blank) {
    assertThatThrownBy(() -> new Name(blank)).isInstanceOf(RuleViolation.class)
        .hasMessage(new Rule.NameIsBlank().sentence());
  }

  @Test
  void a_name_is_kept_as_it_is() {
    assertThat(new Name("  Tie knots\u0000💪 ").text()).isEqualTo("  Tie knots\u0000💪 ");
  }

  @Test
  void a_name_has_at_most_five_hundred_characters() {
    assertThat(new Name("x".repeat(500)).text()).hasSize(500);
    assertThatThrownBy(() -> new Name("x".repeat(501))).isInstanceOf(RuleViolation.class)
        .hasMessage("The name has 501 characters; 500 are allowed.");
  }

  @Test
  void a_description_may_be_empty_and_has_a_limit_too() {
    assertThat(new Description("").text()).isEmpty();
    assertThat(new Description("x".repeat(100_000)).text()).hasSize(100_000);
    assertThatThrownBy(() -> new Description("x".repeat(100_001)))
        .isInstanceOf(RuleViolation.class);
  }
}
