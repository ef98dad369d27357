package org.fractalgoals.hostile;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes values that a schema allows, with ids of things that there are. */
final class Plausible {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final List<String> GOAL_TYPES = List.of("LongTermGoal", "MidTermGoal",
      "ShortTermGoal", "ShortTermGoal", "ImmediateGoal");

  private final Described api;
  private final KnownIds ids;
  private final Random random;
  private int number;

  Plausible(Described api, KnownIds ids, Random random) {
    this.api = api;
    this.ids = ids;
    this.random = random;
  }

  /**
   * A value.
   *
   * @param name of the member whose value it is
   */
  JsonNode value(String name, JsonNode reference) {
    var schema = api.resolved(reference);
    if (schema.has("anyOf")) {
      return value(name, any(schema.get("anyOf")));
    }
    if (schema.has("enum")) {
      return any(schema.get("enum"));
    }
    return switch (type(schema)) {
      case "object" -> object(schema);
      case "array" -> array(name, schema);
      case "boolean" -> JSON.booleanNode(random.nextBoolean());
      case "integer" -> JSON.numberNode(random.nextInt(100));
      case "number" -> JSON.numberNode(random.nextInt(1000) / 8.0);
      case "null" -> JSON.nullNode();
      default -> JSON.stringNode(text(name, schema));
    };
  }

  private static @Nullable String typeOf(JsonNode types, int place) {
    return types.isArray() ? types.get(place).asString() : types.asString();
  }

  private String type(JsonNode schema) {
    var types = schema.path("type");
    if (types.isMissingNode()) {
      return schema.has("properties") ? "object" : "string";
    }
    // the first is the one that says something; null comes last
    var type = typeOf(types, random.nextInt(10) == 0 && types.isArray() ? types.size() - 1 : 0);
    return type == null ? "string" : type;
  }

  private JsonNode any(JsonNode choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private ObjectNode object(JsonNode schema) {
    var object = JSON.objectNode();
    var required = Stream.iterate(0, place -> place < schema.path("required").size(),
        place -> place + 1).map(place -> schema.get("required").get(place).asString()).toList();
    for (var member : schema.path("properties").properties()) {
      if (required.contains(member.getKey()) || random.nextInt(3) > 0) {
        object.set(member.getKey(), value(member.getKey(), member.getValue()));
      }
    }
    return object;
  }

  private ArrayNode array(String name, JsonNode schema) {
    var array = JSON.arrayNode();
    for (int size = random.nextInt(3); size > 0; size--) {
      array.add(value(name, schema.path("items")));
    }
    return array;
  }

  private String text(String name, JsonNode schema) {
    if (name.matches(".*_ids?")) {
      return ids.ofMember(name);
    }
    if (name.equals("id") && random.nextBoolean()) {
      return "made-%d".formatted(number++);
    }
    if (name.equals("type")) {
      return GOAL_TYPES.get(random.nextInt(GOAL_TYPES.size()));
    }
    if (new ArrayList<>(List.of("deadline", "session_start", "session_end", "startDate", "endDate",
        "start_date", "end_date", "date", "time_start", "time_stop")).contains(name)) {
      return "2031-0%d-1%dT10:00:00".formatted(1 + random.nextInt(9), random.nextInt(10));
    }
    return schema.path("maxLength").asInt(500) < 2 ? "x" : "%s %d".formatted(name, number++);
  }
}
