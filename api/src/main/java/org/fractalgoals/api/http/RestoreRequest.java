package org.fractalgoals.api.http;

import java.util.Optional;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.text.Name;
import org.fractalgoals.domain.trash.Restore;

/** What is asked of everything that was deleted: to come back, perhaps under another name or in another place. */
public final class RestoreRequest {

  private RestoreRequest() {}

  /**
   * @param body may have {@code name} and {@code parent}
   */
  public static Restore of(String rootId, EntityRef ref, JsonObject body) {
    return new Restore(ref, rootId, body.optionalText("name").map(Name::new).orElse(null),
        parent(body).orElse(null));
  }

  /** The member {@code parent}: an object with {@code kind} and {@code id}; empty if it is absent or null. */
  public static Optional<EntityRef> parent(JsonObject body) {
    return body.optionalObject("parent").map(parent -> switch (parent.text("kind")) {
      case "goal" -> EntityRef.goal(parent.id("id"));
      case "session" -> EntityRef.session(parent.id("id"));
      default -> throw HttpProblem.badRequest(
          "\"kind\" must be goal or session: a goal stands below one of these.");
    });
  }
}
