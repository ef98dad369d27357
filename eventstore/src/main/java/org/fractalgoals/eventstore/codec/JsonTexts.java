package org.fractalgoals.eventstore.codec;

import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Collectors;

import org.fractalgoals.domain.event.JsonText;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON that is kept as text. */
public final class JsonTexts {

  /** How many digits a number may have to be compared by value: comparing longer ones would take ever longer. */
  private static final int LONGEST_NUMBER = 1000;

  private static final JsonMapper MAPPER = JsonMapper
      .builder(JsonFactory.builder().streamReadConstraints(
          StreamReadConstraints.builder().maxNumberLength(LONGEST_NUMBER).build()).build())
      .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
      .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
      .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
      .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES).build();

  private JsonTexts() {}

  /** Keeps the text as it is, be it JSON or not. */
  public static JsonText of(String text) {
    return new Kept(text);
  }

  private record Kept(String text) implements JsonText {

    @Override
    public String canonical() {
      try {
        return canonical(MAPPER.readTree(text));
      } catch (JacksonException | ArithmeticException | NumberFormatException notJson) {
        // a number whose exponent nothing can hold, or that is too long, is as good as no JSON: it means its own text only
        return text;
      }
    }

    /** Members sorted, numbers by value: 1, 1.0 and 1e0 are the same. */
    private static String canonical(JsonNode node) {
      if (node.isNumber()) {
        BigDecimal value = node.decimalValue();
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toString();
      }
      if (node.isArray()) {
        return node.valueStream().map(Kept::canonical)
            .collect(Collectors.joining(",", "[", "]"));
      }
      if (node.isObject()) {
        return node.propertyStream().sorted(Map.Entry.comparingByKey())
            .map(member -> MAPPER.writeValueAsString(member.getKey()) + ":"
                + canonical(member.getValue()))
            .collect(Collectors.joining(",", "{", "}"));
      }
      return node.toString();
    }
  }
}
