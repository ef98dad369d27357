package org.fractalgoals.faults;

import org.fractalgoals.process.Http;
import tools.jackson.databind.JsonNode;

/**
 * Where one client works: a goal of a fractal that many share, and what is practised there.
 *
 * @param root id of the fractal
 * @param top id of the goal that only this client works below
 * @param activity id of an activity
 * @param metric id of its metric
 */
record Ground(String root, String top, String activity, String metric) {

  /** A fractal with an activity, and with one goal for each client. */
  static Ground[] of(Http server, int clients) throws Exception {
    var root = server.ask("POST", "/api/fractals", "{\"name\":\"Common ground\"}").get("id")
        .asString();
    var activity = server.ask("POST", "/api/%s/activities".formatted(root),
        "{\"name\":\"Digging\",\"metrics\":[{\"name\":\"Depth\",\"unit\":\"cm\"}]}");
    var grounds = new Ground[clients];
    for (int client = 0; client < clients; client++) {
      var top = server.ask("POST", "/api/%s/goals".formatted(root),
          "{\"name\":\"Client %d\",\"type\":\"UltimateGoal\",\"parent_id\":\"%s\"}"
              .formatted(client, root));
      grounds[client] = new Ground(root, top.get("id").asString(), activity.get("id").asString(),
          activity.at("/metric_definitions/0/id").asString());
    }
    return grounds;
  }

  JsonNode ask(Http server, String method, String path, String body) throws Exception {
    return server.ask(method, "/api/" + root + path, body);
  }
}
