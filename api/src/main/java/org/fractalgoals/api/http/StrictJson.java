package org.fractalgoals.api.http;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/**
 * Takes JSON apart one level at a time, without interpreting what lies deeper, but strictly at any depth: no member
 * twice, every text well-formed Unicode, bounded nesting. Whatever is wrong is a {@link HttpProblem} with status 400.
 */
final class StrictJson {

  /** How deep objects and lists may nest, the outermost counted. */
  static final int NESTING = 200;

  /** How many digits a number may have. */
  static final int DIGITS = 1000;

  /** The longest name of a member that is told to people. */
  private static final int LONGEST_SHOWN = 100;

  /**
   * A value.
   *
   * @param kind its first token
   * @param text the content of a text; anything else exactly as it was sent
   */
  record Value(JsonToken kind, String text) {}

  private static final JsonFactory JSON = JsonFactory.builder()
      .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
      // names are the caller's: a table of them would only be something to attack
      .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
      .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(NESTING)
          .maxNumberLength(DIGITS).build())
      .build();

  private StrictJson() {}

  /** The members of the object that the text is. */
  static Map<String, Value> members(String text) {
    try (var parser = JSON.createParser(ObjectReadContext.empty(), text)) {
      try {
        return members(parser, text);
      } catch (JacksonException problem) {
        throw unreadable(problem, parser.streamReadContext());
      }
    }
  }

  private static Map<String, Value> members(JsonParser parser, String text) {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw HttpProblem.badRequest("The body must be a JSON object.");
    }
    var members = new HashMap<String, Value>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      var name = wellFormed(parser.currentName(), parser);
      parser.nextToken();
      members.put(name, value(parser, text));
    }
    if (parser.nextToken() != null) {
      throw HttpProblem.badRequest("The body must be one JSON object and nothing after it.");
    }
    return members;
  }

  /** Hands out the items of a list, given the text of a {@link Value} that is one. */
  static void eachItem(String list, Consumer<Value> action) {
    try (var parser = JSON.createParser(ObjectReadContext.empty(), list)) {
      parser.nextToken();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        action.accept(value(parser, list));
      }
    }
  }

  /** Whether an object or list has nothing in it. */
  static boolean isEmpty(String objectOrList) {
    try (var parser = JSON.createParser(ObjectReadContext.empty(), objectOrList)) {
      parser.nextToken();
      return parser.nextToken().isStructEnd();
    }
  }

  private static Value value(JsonParser parser, String source) {
    var kind = parser.currentToken();
    if (!kind.isStructStart()) {
      return new Value(kind, wellFormed(parser.getString(), parser));
    }
    int start = (int) parser.currentTokenLocation().getCharOffset();
    for (int depth = 1; depth > 0;) {
      var token = parser.nextToken();
      if (token == JsonToken.VALUE_STRING || token == JsonToken.PROPERTY_NAME) {
        wellFormed(parser.getString(), parser);
      }
      depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
    }
    int end = (int) parser.currentLocation().getCharOffset();
    return new Value(kind, source.substring(start, end));
  }

  private static String wellFormed(String text, JsonParser parser) {
    if (!isWellFormed(text)) {
      throw HttpProblem.badRequest("A text in %s contains half of a surrogate pair."
          .formatted(place(parser.streamReadContext())));
    }
    return text;
  }

  private static boolean isWellFormed(String text) {
    for (int at = 0; at < text.length(); at++) {
      if (Character.isSurrogate(text.charAt(at))) {
        var isPair = at + 1 < text.length()
            && Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1));
        if (!isPair) {
          return false;
        }
        at++;
      }
    }
    return true;
  }

  private static HttpProblem unreadable(JacksonException problem, TokenStreamContext context) {
    var location = problem.getLocation();
    var where = place(context) + (location == null
        ? ""
        : " (line %d, column %d)".formatted(location.getLineNr(), location.getColumnNr()));
    return HttpProblem.badRequest(problem instanceof StreamConstraintsException
        ? "A limit is exceeded in %s: %d levels of nesting, %d digits of a number."
            .formatted(where, NESTING, DIGITS)
        : "This is not valid JSON, or names a member twice, in %s.".formatted(where));
  }

  /** The outermost member in which something is, as far as it has a name that can be shown. */
  private static String place(TokenStreamContext context) {
    var place = context;
    for (var outer = context.getParent(); outer != null && !outer.inRoot();) {
      place = outer;
      outer = outer.getParent();
    }
    var name = place.currentName();
    return name == null || name.length() > LONGEST_SHOWN || !isWellFormed(name)
        ? "the body"
        : "\"" + name + "\"";
  }
}
