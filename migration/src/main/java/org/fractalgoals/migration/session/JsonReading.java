package org.fractalgoals.migration.session;

import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;

/**
 * JSON that nobody ever judged, read token by token. What is of another kind than asked for is passed over; however deep
 * it is nested, nothing is too deep. Each method speaks of the value that the reading has come to.
 */
final class JsonReading {

  private static final JsonFactory JSON = JsonFactory.builder()
      .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
      .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(Integer.MAX_VALUE)
          .maxNumberLength(Integer.MAX_VALUE).maxStringLength(Integer.MAX_VALUE)
          .maxNameLength(Integer.MAX_VALUE).build())
      .build();

  private final String text;
  private final JsonParser parser;

  private JsonReading(String text, JsonParser parser) {
    this.text = text;
    this.parser = parser;
  }

  /**
   * Hands the outermost value to a reader.
   *
   * @return false if the text is not JSON; the reader may have seen its beginning by then
   */
  static boolean read(String text, Consumer<JsonReading> reader) {
    try (var parser = JSON.createParser(ObjectReadContext.empty(), text)) {
      if (parser.nextToken() == null) {
        return false;
      }
      reader.accept(new JsonReading(text, parser));
      parser.skipChildren();
      return parser.nextToken() == null;
    } catch (JacksonException notJson) {
      return false;
    }
  }

  boolean isObject() {
    return parser.currentToken() == JsonToken.START_OBJECT;
  }

  boolean isList() {
    return parser.currentToken() == JsonToken.START_ARRAY;
  }

  boolean isNull() {
    return parser.currentToken() == JsonToken.VALUE_NULL;
  }

  boolean isTrue() {
    return parser.currentToken() == JsonToken.VALUE_TRUE;
  }

  /** A text, or the digits of a number; null for anything else. */
  @Nullable
  String scalar() {
    return switch (parser.currentToken()) {
      case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getString();
      default -> null;
    };
  }

  /** Comes to the value of each member of an object, and names it. */
  void members(Consumer<String> reader) {
    if (isObject()) {
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        var name = parser.currentName();
        parser.nextToken();
        reader.accept(name);
        parser.skipChildren();
      }
    }
  }

  /** Comes to each item of a list. */
  void items(Runnable reader) {
    if (isList()) {
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        reader.run();
        parser.skipChildren();
      }
    }
  }

  /** The object or list, character by character, once it has been read. */
  String verbatim(Runnable reader) {
    int from = (int) parser.currentTokenLocation().getCharOffset();
    reader.run();
    parser.skipChildren();
    return text.substring(from, (int) parser.currentLocation().getCharOffset());
  }
}
