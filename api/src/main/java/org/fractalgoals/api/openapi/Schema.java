package org.fractalgoals.api.openapi;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a JSON value may be, in the words of JSON Schema 2020-12, which OpenAPI 3.1 uses. Immutable.
 */
public final class Schema {

  private static final String TYPE = "type";

  private final Map<String, Object> keywords;

  private Schema(Map<String, Object> keywords) {
    this.keywords = keywords;
  }

  private static Schema of(String type) {
    return anything().with(TYPE, type);
  }

  /** Any value at all. */
  public static Schema anything() {
    return new Schema(Map.of());
  }

  /** A text. */
  public static Schema text() {
    return of("string");
  }

  /** One of these texts. */
  public static Schema oneOfTexts(List<String> texts) {
    return text().with("enum", List.copyOf(texts));
  }

  /** A whole number of 64 bits. */
  public static Schema integer() {
    return of("integer").with("format", "int64");
  }

  /** A finite number. */
  public static Schema decimal() {
    return of("number").with("format", "double");
  }

  /** True or false. */
  public static Schema bool() {
    return of("boolean");
  }

  /** An object whose members are nobody's business. */
  public static Schema object() {
    return of("object");
  }

  /** A list of whatever the items may be. */
  public static Schema listOf(Schema item) {
    return of("array").with("items", item.json());
  }

  /** The schema of the document that has this name. */
  public static Schema ref(String name) {
    return anything().with("$ref", "#/components/schemas/" + name);
  }

  /** Exactly one of these. */
  public static Schema oneOf(Schema... choices) {
    return anything().with("oneOf", all(choices));
  }

  /** At least one of these. */
  public static Schema anyOf(Schema... choices) {
    return anything().with("anyOf", all(choices));
  }

  private static List<Map<String, Object>> all(Schema... choices) {
    return Arrays.stream(choices).map(Schema::json).toList();
  }

  /** The same, with a keyword more, or in place of the one there was. */
  public Schema with(String keyword, Object value) {
    var more = new LinkedHashMap<>(keywords);
    more.put(keyword, value);
    return new Schema(more);
  }

  /** The same, and what it means. */
  public Schema saying(String meaning) {
    return with("description", meaning);
  }

  /** The same, or null. */
  public Schema orNull() {
    var type = keywords.get(TYPE);
    if (type == null) {
      return keywords.isEmpty()
          ? this
          : anyOf(this, of("null"));
    }
    return with(TYPE, List.of(type, "null"));
  }

  /** As JSON. */
  Map<String, Object> json() {
    return keywords;
  }
}
