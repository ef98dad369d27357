package org.fractalgoals.api.openapi;

import java.util.List;
import java.util.Map;

/**
 * A schema that has a name of its own in the document.
 *
 * @param name such as {@code NewGoal}
 * @param schema what it stands for
 * @param example a value that fits, as JSON text
 */
public record NamedSchema(String name, Schema schema, String example) {

  /** What refers to it. */
  public Schema ref() {
    return Schema.ref(name);
  }

  /** What refers to a list of it. */
  public Schema list() {
    return Schema.listOf(ref());
  }

  Map<String, Object> json() {
    return schema.with("examples", List.of(Json.read(example))).json();
  }
}
