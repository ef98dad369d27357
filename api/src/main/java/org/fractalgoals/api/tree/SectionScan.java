package org.fractalgoals.api.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.fractalgoals.api.http.StoredJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Finds, in the data of a session, the places where the instances listed in a section are to be shown: the value of each
 * {@code exercises}, or the end of a section that has none. Looks at each character once and at no section but those
 * that are objects in the list {@code sections} of the outermost object.
 */
final class SectionScan {

  /**
   * A part of the text that is to be replaced.
   *
   * @param from its first character
   * @param to the character after it; the same if something is to be inserted
   * @param ids the instances listed, as they are listed
   */
  record Gap(int from, int to, List<String> ids) {

    /** Whether the section has no member for what is to be shown. */
    boolean isInsertion() {
      return from == to;
    }
  }

  private final JsonParser parser;
  private final List<Gap> gaps = new ArrayList<>();

  private SectionScan(JsonParser parser) {
    this.parser = parser;
  }

  /** The gaps in the order of the text; empty if the text is not JSON. */
  static Optional<List<Gap>> gaps(String text) {
    try (var parser = StoredJson.parser(text)) {
      var first = parser.nextToken();
      if (first == null) {
        return Optional.empty();
      }
      var scan = new SectionScan(parser);
      if (first == JsonToken.START_OBJECT) {
        scan.data();
      } else {
        scan.skip();
      }
      return parser.nextToken() == null ? Optional.of(scan.gaps) : Optional.empty();
    } catch (JacksonException notJson) {
      return Optional.empty();
    }
  }

  private void data() {
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      var isSections = parser.currentName().equals("sections");
      if (parser.nextToken() == JsonToken.START_ARRAY && isSections) {
        sections();
      } else {
        skip();
      }
    }
  }

  private void sections() {
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() == JsonToken.START_OBJECT) {
        section();
      } else {
        skip();
      }
    }
  }

  /** Where a member is there twice the last one counts, as it does for those who read the answer. */
  private void section() {
    @Nullable List<String> ids = null;
    var exercises = new ArrayList<int[]>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      var name = parser.currentName();
      parser.nextToken();
      switch (name) {
        case "activity_ids" -> ids = texts();
        case "exercises" -> exercises.add(place());
        default -> skip();
      }
    }
    if (ids == null) {
      return;
    }
    int end = (int) parser.currentTokenLocation().getCharOffset();
    if (exercises.isEmpty()) {
      gaps.add(new Gap(end, end, ids));
    }
    for (var place : exercises) {
      gaps.add(new Gap(place[0], place[1], ids));
    }
  }

  /** The texts in a list; what is no list lists nothing. */
  private List<String> texts() {
    var texts = new ArrayList<String>();
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      skip();
      return texts;
    }
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() == JsonToken.VALUE_STRING) {
        texts.add(parser.getString());
      } else {
        skip();
      }
    }
    return texts;
  }

  private int[] place() {
    int from = (int) parser.currentTokenLocation().getCharOffset();
    skip();
    return new int[] {from, (int) parser.currentLocation().getCharOffset()};
  }

  private void skip() {
    parser.skipChildren();
    // a text is read to its end only when somebody wants it
    parser.finishToken();
  }
}
