package org.fractalgoals.projections.engine;

import java.util.List;
import java.util.stream.Collectors;

/** Lists of texts as JSON, for columns that hold them. */
public final class JsonList {

  private JsonList() {}

  /** The texts as a JSON list. */
  public static String of(List<String> texts) {
    return texts.stream().map(JsonList::quoted).collect(Collectors.joining(",", "[", "]"));
  }

  private static String quoted(String text) {
    var json = new StringBuilder("\"");
    for (int index = 0; index < text.length(); index++) {
      char character = text.charAt(index);
      if (character < ' ') {
        json.append("\\u%04x".formatted((int) character));
      } else {
        if (character == '"' || character == '\\') {
          json.append('\\');
        }
        json.append(character);
      }
    }
    return json.append('"').toString();
  }
}
