package org.fractalgoals.api.template;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** The data of a template, as text. */
final class TemplateData {

  private static final JsonFactory JSON = new JsonFactory();
  private static final String NONE = "{}";

  private TemplateData() {}

  /** Whether an object has no members. */
  static boolean isEmpty(String object) {
    try (var parser = parser(object)) {
      parser.nextToken();
      return parser.nextToken() == JsonToken.END_OBJECT;
    }
  }

  /**
   * The stored object, character by character. An empty one where an imported text is not a JSON object: the answer as a
   * whole must be one that clients can read.
   */
  static String shown(String stored) {
    return isObject(stored) ? stored : NONE;
  }

  private static boolean isObject(String text) {
    try (var parser = parser(text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return false;
      }
      parser.skipChildren();
      return parser.nextToken() == null;
    } catch (JacksonException notJson) {
      return false;
    }
  }

  private static JsonParser parser(String text) {
    return JSON.createParser(ObjectReadContext.empty(), text);
  }
}
