package org.fractalgoals.api.openapi;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import org.jspecify.annotations.Nullable;

/**
 * Builds the schema of an answer from the record it is written from. Members, their types and whether they may be null
 * are the record's; what they mean, and what a type alone does not tell, is said here.
 */
public final class RecordShape {

  private static final Pattern WORD_BOUNDARY = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

  private final ObjectShape shape;
  private final Class<? extends Record> type;
  private final Map<String, RecordComponent> unsaid = new LinkedHashMap<>();

  private RecordShape(String name, Class<? extends Record> type, String meaning) {
    this.shape = ObjectShape.answer(name, meaning);
    this.type = type;
    Arrays.stream(type.getRecordComponents())
        .forEach(component -> unsaid.put(nameOf(component), component));
  }

  public static RecordShape of(String name, Class<? extends Record> type, String meaning) {
    return new RecordShape(name, type, meaning);
  }

  /** A text, number or boolean. */
  public RecordShape member(String name, String says) {
    return add(name, simple(take(name)), says);
  }

  /** A member of which more is known than its Java type tells. */
  public RecordShape member(String name, Schema schema, String says) {
    return add(name, new Member(take(name), schema), says);
  }

  /**
   * The finished schema.
   *
   * @param json what such a record is written as
   * @throws IllegalStateException if nothing is said of a member
   */
  public NamedSchema example(String json) {
    if (!unsaid.isEmpty()) {
      throw new IllegalStateException(
          "nothing is said of %s of %s".formatted(unsaid.keySet(), type.getName()));
    }
    return shape.example(json);
  }

  /** A member of the record with what it may be, but for null. */
  private record Member(RecordComponent component, Schema schema) {}

  private RecordShape add(String name, Member member, String says) {
    var component = member.component();
    var nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    if (nullable && component.getAccessor().isAnnotationPresent(JsonInclude.class)) {
      shape.optional(name, member.schema(), says);
    } else {
      shape.required(name, nullable ? member.schema().orNull() : member.schema(), says);
    }
    return this;
  }

  private RecordComponent take(String name) {
    var component = unsaid.remove(name);
    if (component == null) {
      throw new IllegalStateException(
          "%s has no member %s, or it is described already".formatted(type.getName(), name));
    }
    return component;
  }

  private Member simple(RecordComponent component) {
    if (component.getAccessor().isAnnotationPresent(JsonRawValue.class)) {
      throw needsSchema(component);
    }
    return new Member(component, switch (component.getType().getSimpleName()) {
      case "String" -> Schema.text();
      case "boolean", "Boolean" -> Schema.bool();
      case "int", "Integer", "long", "Long" -> Schema.integer();
      case "double", "Double" -> Schema.decimal();
      default -> throw needsSchema(component);
    });
  }

  private IllegalStateException needsSchema(RecordComponent component) {
    return new IllegalStateException(
        "the type of %s of %s does not tell its schema".formatted(component.getName(),
            type.getName()));
  }

  private static String nameOf(RecordComponent component) {
    var given = component.getAccessor().getAnnotation(JsonProperty.class);
    return given == null
        ? WORD_BOUNDARY.matcher(component.getName()).replaceAll("_").toLowerCase(Locale.ROOT)
        : given.value();
  }
}
