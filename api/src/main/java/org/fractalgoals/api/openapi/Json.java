package org.fractalgoals.api.openapi;

import java.util.Map;

import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;

/** Reads examples and writes the document. */
final class Json {

  private static final JsonMapper JSON = new JsonMapper();
  private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");

  private Json() {}

  /** A JSON text as maps, lists, texts, numbers and booleans. */
  static Object read(String text) {
    return JSON.readValue(text, Object.class);
  }

  /** Indented, the same on every machine. */
  static String write(Map<String, Object> document) {
    var printer = new DefaultPrettyPrinter().withObjectIndenter(INDENT).withArrayIndenter(INDENT);
    return JSON.writer().with(printer).writeValueAsString(document) + "\n";
  }
}
