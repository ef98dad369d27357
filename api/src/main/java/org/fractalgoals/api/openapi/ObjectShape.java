package org.fractalgoals.api.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Builds the schema of an object, member by member. */
public final class ObjectShape {

  private final String name;
  private final String meaning;
  private final boolean closed;
  private final Map<String, Object> members = new LinkedHashMap<>();
  private final List<String> required = new ArrayList<>();

  private ObjectShape(String name, String meaning, boolean closed) {
    this.name = name;
    this.meaning = meaning;
    this.closed = closed;
  }

  /** The body of a request: members that it does not name are ignored. */
  public static ObjectShape body(String name, String meaning) {
    return new ObjectShape(name, meaning, false);
  }

  /** What the server answers: it has no members but those named. */
  public static ObjectShape answer(String name, String meaning) {
    return new ObjectShape(name, meaning, true);
  }

  /** A member that must be there, or always is. */
  public ObjectShape required(String member, Schema schema, String says) {
    required.add(member);
    return optional(member, schema, says);
  }

  /** A member that may be absent. */
  public ObjectShape optional(String member, Schema schema, String says) {
    members.put(member, schema.saying(says).json());
    return this;
  }

  /**
   * The finished schema.
   *
   * @param json an object of this shape
   */
  public NamedSchema example(String json) {
    var schema = Schema.object().saying(meaning).with("properties", members);
    if (!required.isEmpty()) {
      schema = schema.with("required", required);
    }
    return new NamedSchema(name, closed ? schema.with("additionalProperties", false) : schema,
        json);
  }
}
