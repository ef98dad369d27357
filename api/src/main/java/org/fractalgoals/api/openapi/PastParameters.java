package org.fractalgoals.api.openapi;

import java.util.List;
import java.util.Map;

/** The parameters by which every read can be asked as of then. */
final class PastParameters {

  private static final String MOMENT = "asOf";
  private static final String POSITION = "asOfPosition";

  private PastParameters() {}

  /** What refers to them. */
  static List<Map<String, Object>> refs() {
    return List.of(ref(MOMENT), ref(POSITION));
  }

  private static Map<String, Object> ref(String name) {
    return Map.of("$ref", "#/components/parameters/" + name);
  }

  /** As OpenAPI has them, by name. */
  static Map<String, Object> json() {
    return Map.of(
        MOMENT,
        Parameter.json(MOMENT, "query",
            "Answers what this would have answered at that time, by what is known today of when things happened: a time with an offset or `Z`, one without as the wall clock of the store's zone, or a day for its end. Not in the future, and not along with `asOfPosition`.",
            Schema.text(), "2026-03-04T05:06:07Z"),
        POSITION,
        Parameter.json(POSITION, "query",
            "Answers what this would have answered right after the event at that position was stored. Not beyond the last event, and not along with `asOf`.",
            Schema.integer().with("minimum", 0), 16));
  }
}
