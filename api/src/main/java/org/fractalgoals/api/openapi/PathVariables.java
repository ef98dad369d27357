package org.fractalgoals.api.openapi;

import java.util.LinkedHashMap;
import java.util.Map;

/** The variables of paths. Each means the same wherever it stands. */
final class PathVariables {

  private static final Map<String, String> MEANINGS = Map.ofEntries(
      Map.entry("rootId", "Id of the fractal: that of the goal at its top."),
      Map.entry("goalId", "Id of a goal or, as sessions stand in the same tree, of a session."),
      Map.entry("targetId", "The member `id` of a target."),
      Map.entry("sessionId", "Id of a session."),
      Map.entry("instanceId",
          "Id of an activity instance: of one performance of an activity in a session."),
      Map.entry("activityId", "Id of an activity."),
      Map.entry("groupId", "Id of a group of activities."),
      Map.entry("metricId", "Id of a metric of an activity, measured now or formerly."),
      Map.entry("templateId", "Id of a template of sessions."),
      Map.entry("programId", "Id of a program."),
      Map.entry("blockId", "Id of a block of the program."),
      Map.entry("dayId", "Id of a day of the block."),
      Map.entry("kind",
          "A kind of things, such as `goal`, `session` or `metric`; or the word for it in other paths, such as `activity-groups`."),
      Map.entry("id", "Id of a thing of the kind."),
      Map.entry("noteId", "Id of a note."),
      Map.entry("name", "Name of the holder of a key."),
      Map.entry("actionId", "Id of an action: of everything that one request changed."));

  private PathVariables() {}

  /**
   * As OpenAPI has it.
   *
   * @throws IllegalStateException if nothing is said of this variable
   */
  static Map<String, Object> json(String name) {
    var meaning = MEANINGS.get(name);
    if (meaning == null) {
      throw new IllegalStateException("nothing is said of the path variable " + name);
    }
    var json = new LinkedHashMap<String, Object>();
    json.put("name", name);
    json.put("in", "path");
    json.put("required", true);
    json.put("description", meaning);
    json.put("schema", Forms.ID.json());
    json.put("example", "01a20b5c-3f24-708d-9b41-3da16212363e");
    return json;
  }
}
