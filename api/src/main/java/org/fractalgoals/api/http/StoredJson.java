package org.fractalgoals.api.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;

/**
 * JSON that is stored as text and shown as it is stored. It was judged when it came in; what was imported may be beyond
 * what is accepted today, so nothing is limited here.
 */
public final class StoredJson {

  /** A list without items. */
  public static final String EMPTY_LIST = "[]";

  private static final String EMPTY_OBJECT = "{}";

  private static final JsonFactory JSON = JsonFactory.builder()
      .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
      .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(Integer.MAX_VALUE)
          .maxNumberLength(Integer.MAX_VALUE).maxStringLength(Integer.MAX_VALUE)
          .maxNameLength(Integer.MAX_VALUE).build())
      .build();

  private StoredJson() {}

  /** Reads the text token by token. */
  public static JsonParser parser(String text) {
    return JSON.createParser(ObjectReadContext.empty(), text);
  }

  /**
   * The stored list, character by character. An empty list where there is none, or where an imported text is not a
   * JSON list: the answer as a whole must be one that clients can read.
   */
  public static String list(@Nullable String stored) {
    return stored != null && is(stored, JsonToken.START_ARRAY) ? stored : EMPTY_LIST;
  }

  /** The same of an object. */
  public static String object(@Nullable String stored) {
    return stored != null && is(stored, JsonToken.START_OBJECT) ? stored : EMPTY_OBJECT;
  }

  /** Whether a list has no items. */
  public static boolean isEmpty(String list) {
    try (var parser = parser(list)) {
      parser.nextToken();
      return parser.nextToken() == JsonToken.END_ARRAY;
    }
  }

  /** The objects and lists in a list, each character by character; other items are left out. */
  public static List<String> structures(String list) {
    var items = new ArrayList<String>();
    try (var parser = parser(list)) {
      parser.nextToken();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        if (parser.currentToken().isStructStart()) {
          int from = (int) parser.currentTokenLocation().getCharOffset();
          parser.skipChildren();
          items.add(list.substring(from, (int) parser.currentLocation().getCharOffset()));
        }
      }
    }
    return items;
  }

  /** A text in an object; empty if the member is not there or something else. */
  public static Optional<String> text(String object, String name) {
    Optional<String> found = Optional.empty();
    try (var parser = parser(object)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return found;
      }
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        var isWanted = parser.currentName().equals(name);
        if (parser.nextToken() == JsonToken.VALUE_STRING && isWanted) {
          found = Optional.of(parser.getString());
        }
        parser.skipChildren();
      }
    }
    return found;
  }

  private static boolean is(String text, JsonToken start) {
    try (var parser = parser(text)) {
      if (parser.nextToken() != start) {
        return false;
      }
      parser.skipChildren();
      return parser.nextToken() == null;
    } catch (JacksonException notJson) {
      return false;
    }
  }
}
