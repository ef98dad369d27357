package org.fractalgoals.faults;

import java.util.ArrayList;
import java.util.List;

import org.fractalgoals.process.Http;
import tools.jackson.databind.JsonNode;

/** What a server shows of a ground. */
record Harvest(Http server, Ground ground, JsonNode top, JsonNode trash) {

  static Harvest of(Http server, Ground ground) throws Exception {
    return new Harvest(server, ground, ground.ask(server, "GET", "/goals/" + ground.top(), ""),
        ground.ask(server, "GET", "/trash", ""));
  }

  /** The goals right below the top that have one of these names. */
  List<JsonNode> goals(String... names) {
    return named(top.get("children"), names);
  }

  /** The deletions of what has one of these names. */
  List<JsonNode> deleted(String... names) throws Exception {
    return named(trash, names);
  }

  JsonNode instances(String session) throws Exception {
    return ground.ask(server, "GET", "/sessions/%s/activities".formatted(session), "");
  }

  private static List<JsonNode> named(JsonNode things, String... names) {
    var found = new ArrayList<JsonNode>();
    for (var thing : things) {
      if (List.of(names).contains(thing.get("name").asString())) {
        found.add(thing);
      }
    }
    return found;
  }
}
