package org.fractalgoals.api.input;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is only read: metrics, the trash, the state of the server. */
final class OtherRoutes {

  static final Map<String, Integer> LIMIT = refused("", "abc", "0", "-1", "1001", "1e2",
      "1.5", "NaN", "99999999999999999999", "%2B1", "%D9%A4", "%00");

  private static final Map<String, Integer> TIME = refused("", "abc", "2031-02-30", "2031-1-1",
      "0000-01-01", "10000-01-01", "2031-01-01T25:00", "NaN", "1767225600", "%00",
      "2031-01-01%00");

  static final Map<String, Integer> CURSOR = refused("", "abc", "1", "*", "MQ", "%00",
      "x".repeat(5000), "OTk5OTk5OTk5OTk5OTk5OTk5OTk5OSB4");

  private static final Map<String, Integer> POSITION = refused("", "abc", "*", "1.5", "%00",
      "99999999999999999999");

  static final List<Route> ROUTES = List.of(
      asked(Route.get("/api/{rootId}/audit")).parameter("limit", LIMIT).parameter("after",
          POSITION),
      asked(Route.get("/api/{rootId}/audit/counts")),
      Route.get("/api/{rootId}/metrics/{metricId}/values")
          .answering("metricId", "deleted", Column.AS_EVER)
          .parameter("limit", LIMIT)
          .parameter("from", TIME)
          .parameter("to", TIME)
          .parameter("after", CURSOR),
      Route.get("/api/{rootId}/trash").answering("rootId", "deleted", Column.AS_EVER),
      Route.get("/api/trash"),
      Route.get("/health"),
      Route.get("/openapi.json"));

  private OtherRoutes() {}

  /** Of the history of a fractal, which may be deleted or merely referred to. */
  private static Route asked(Route route) {
    return route.answering("rootId", "deleted", Column.AS_EVER)
        .answering("rootId", "only referred to", Column.AS_EVER)
        .parameter("entity", refused("", "abc", "goal", "goal/", "/x", "boat/x", "%00"))
        .parameter("kind", refused("", "abc", "GOAL", "goals", "%00"))
        .parameter("type", refused("", "abc", "goal", "goal.", "goal.painted", "%00"))
        .parameter("source", refused("", "abc", "API", "%00"))
        .parameter("from", TIME).parameter("to", TIME)
        .parameter("recorded_from", TIME).parameter("recorded_to", TIME);
  }

  private static Map<String, Integer> refused(String... wrong) {
    var answers = new HashMap<String, Integer>();
    List.of(wrong).forEach(each -> answers.put(each, 400));
    return answers;
  }
}
