package org.fractalgoals.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTest {

  @ParameterizedTest
  @ValueSource(strings = {"\u001B[2J", "\u009B2J", "a\nb", "a\u2028b", "\u202Egpj", "\u0000"})
  void what_a_terminal_would_obey_is_replaced(String hostile) {
    assertThat(Printable.of(hostile)).contains("\uFFFD").doesNotContainPattern(
        "[\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029\\u202A-\\u202E]");
  }

  @Test
  void what_people_write_stays() {
    var text = "Tie knots – æøå 漢字 👩‍🚀";

    assertThat(Printable.of(text)).isEqualTo(text);
  }
}
