package org.fractalgoals.api.goal;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Shows the targets of a goal as they are stored. */
final class Targets {

  private static final JsonFactory JSON = new JsonFactory();
  private static final String NONE = "[]";

  private Targets() {}

  /**
   * The stored list, character by character. An empty list where there is none, or where an imported text is not a
   * JSON list: the answer as a whole must be one that clients can read.
   */
  static String shown(@Nullable String stored) {
    return stored != null && isList(stored) ? stored : NONE;
  }

  private static boolean isList(String text) {
    try (var parser = JSON.createParser(ObjectReadContext.empty(), text)) {
      if (parser.nextToken() != JsonToken.START_ARRAY) {
        return false;
      }
      parser.skipChildren();
      return parser.nextToken() == null;
    } catch (JacksonException notJson) {
      return false;
    }
  }
}
