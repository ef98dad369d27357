package org.fractalgoals.api.openapi;

import java.util.LinkedHashMap;
import java.util.Map;

/** A parameter that may be left out, as OpenAPI has it. */
final class Parameter {

  private Parameter() {}

  /**
   * @param place {@code query} or {@code header}
   */
  static Map<String, Object> json(String name, String place, String says, Schema schema,
      Object example) {
    var json = new LinkedHashMap<String, Object>();
    json.put("name", name);
    json.put("in", place);
    json.put("description", says);
    json.put("schema", schema.json());
    json.put("example", example);
    return json;
  }
}
