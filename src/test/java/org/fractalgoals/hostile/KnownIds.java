package org.fractalgoals.hostile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import tools.jackson.databind.JsonNode;

/** Ids that the server has told, by what stands for such an id in a path. */
final class KnownIds {

  private static final int RECENT = 12;
  private static final Map<String, String> OF_MEMBERS = Map.of("metric_definitions", "metricId",
      "blocks", "blockId", "days", "dayId", "practice_session", "sessionId", "split_definitions",
      "splitId");
  private static final Map<String, String> IN_BODIES = Map.of("parent", "goalId",
      "activity_definition", "activityId", "practice_session", "sessionId", "context", "goalId");

  private final Map<String, List<String>> ids = new HashMap<>();
  private final Random random;

  KnownIds(Random random) {
    this.random = random;
  }

  /** Takes what an answer tells. */
  void learn(String variable, JsonNode answer) {
    if (answer.path("id").isString()) {
      ids.computeIfAbsent(variable, none -> new ArrayList<>()).add(answer.get("id").asString());
    }
    for (var member : answer.properties()) {
      var below = OF_MEMBERS.get(member.getKey());
      if (below != null) {
        if (member.getValue().isArray()) {
          member.getValue().forEach(thing -> learn(below, thing));
        } else {
          learn(below, member.getValue());
        }
      }
    }
  }

  /** One that was told lately, or any text where there is none. */
  String of(String variable) {
    if (variable.equals("kind")) {
      return List.of("goal", "session", "activity", "template").get(random.nextInt(4));
    }
    var known = ids.getOrDefault(variable.equals("id") ? "goalId" : variable, List.of());
    return known.isEmpty()
        ? "unknown"
        : known.get(Math.max(0, known.size() - 1 - random.nextInt(RECENT)));
  }

  /** For a member of a body such as {@code goal_ids}. */
  String ofMember(String name) {
    var what = name.replaceAll("_ids?$", "");
    return of(IN_BODIES.getOrDefault(what, what + "Id"));
  }
}
