package org.fractalgoals.legacy;

import java.util.ArrayDeque;

import org.fractalgoals.process.Http;
import tools.jackson.databind.JsonNode;

/**
 * What a server shows of all fractals together.
 *
 * @param goals sessions not among them
 * @param values what was measured on the instances
 */
record Shown(int fractals, int goals, int sessions, int instances, int values) {

  /** Counts what is answered over HTTP. */
  static Shown by(Http server) throws Exception {
    var sum = new Shown(0, 0, 0, 0, 0);
    for (var fractal : server.get("/api/fractals")) {
      sum = sum.plus(of(server, "/api/" + Http.segment(fractal.get("id").asString())));
    }
    return sum;
  }

  private static Shown of(Http server, String fractal) throws Exception {
    var instances = server.get(fractal + "/activity-instances");
    int values = 0;
    for (var instance : instances) {
      values += instance.get("metric_values").size();
    }
    return new Shown(1, goals(server.get(fractal + "/goals")),
        server.get(fractal + "/sessions").size(), instances.size(), values);
  }

  private static int goals(JsonNode tree) {
    int goals = 0;
    var waiting = new ArrayDeque<JsonNode>();
    waiting.add(tree);
    while (!waiting.isEmpty()) {
      var node = waiting.remove();
      if (!node.at("/attributes/type").asString("").equals("PracticeSession")) {
        goals++;
      }
      node.path("children").forEach(waiting::add);
    }
    return goals;
  }

  private Shown plus(Shown other) {
    return new Shown(fractals + other.fractals, goals + other.goals, sessions + other.sessions,
        instances + other.instances, values + other.values);
  }
}
