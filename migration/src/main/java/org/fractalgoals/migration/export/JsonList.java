package org.fractalgoals.migration.export;

import java.util.List;
import java.util.stream.Collectors;

import tools.jackson.databind.json.JsonMapper;

/** Lists of texts as the legacy application writes them: {@code ["a", "b"]}. */
final class JsonList {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private JsonList() {}

  static String of(List<String> texts) {
    return texts.stream().map(JsonList::quoted).collect(Collectors.joining(", ", "[", "]"));
  }

  static String quoted(String text) {
    return JSON.writeValueAsString(text);
  }
}
