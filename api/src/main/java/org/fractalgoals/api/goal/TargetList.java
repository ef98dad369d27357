package org.fractalgoals.api.goal;

import java.util.List;

import org.fractalgoals.api.http.HttpProblem;
import org.fractalgoals.api.http.StoredJson;

/** The targets of a goal as a JSON list: what is in it stays as it was sent, character by character. */
final class TargetList {

  private TargetList() {}

  /** The list with another target at its end. */
  static String with(String list, String target) {
    var targets = StoredJson.structures(list);
    targets.add(target);
    return listOf(targets);
  }

  /**
   * The list without the targets that have this id.
   *
   * @throws HttpProblem 404 if none has
   */
  static String without(String list, String targetId) {
    var targets = StoredJson.structures(list);
    if (!targets.removeIf(
        target -> StoredJson.text(target, "id").filter(targetId::equals).isPresent())) {
      throw HttpProblem.notFound("There is no target \"%s\" here.".formatted(targetId));
    }
    return listOf(targets);
  }

  /**
   * A target that had no id.
   *
   * @param target an object
   */
  static String withId(String target, String id) {
    var rest = target.substring(target.indexOf('{') + 1);
    return "{\"id\":\"" + id + "\"" + (rest.strip().equals("}") ? "" : ",") + rest;
  }

  private static String listOf(List<String> targets) {
    return "[" + String.join(",", targets) + "]";
  }
}
