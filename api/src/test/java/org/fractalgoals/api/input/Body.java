package org.fractalgoals.api.input;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The body of a request.
 *
 * @param text may name things of the {@link World}; empty for no body
 * @param type what it says to be
 * @param charset how it is written
 */
record Body(String text, String type, Charset charset) {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String MARK = "mark";

  /** Single quotes stand for double ones. */
  static Body of(String text) {
    return exactly(text.strip().replace('\'', '"'));
  }

  static Body exactly(String text) {
    return new Body(text, "application/json", StandardCharsets.UTF_8);
  }

  /**
   * With another value in the place of the one at the pointer.
   *
   * @param value JSON, or what is none; null to leave the place out
   */
  Body with(JsonPointer place, @Nullable String value) {
    var tree = JSON.readTree(text);
    var around = tree.at(place.head());
    var name = place.last().getMatchingProperty();
    if (value == null) {
      ((ObjectNode) around).remove(name);
    } else if (around instanceof ArrayNode list) {
      list.set(place.last().getMatchingIndex(), MARK);
    } else {
      ((ObjectNode) around).put(name, MARK);
    }
    var marked = JSON.writeValueAsString(tree);
    return exactly(value == null ? marked : marked.replace("\"" + MARK + "\"", value));
  }
}
