package org.fractalgoals.api.goal;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.fractalgoals.api.http.HttpProblem;
import org.fractalgoals.api.http.JsonObject;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.goal.GoalCommand.CreateFractal;
import org.fractalgoals.domain.goal.GoalCommand.CreateGoal;
import org.fractalgoals.domain.goal.GoalId;
import org.fractalgoals.domain.goal.GoalType;
import org.fractalgoals.domain.text.Description;
import org.fractalgoals.domain.text.Name;

/**
 * Makes commands of the requests that create goals. What is wrong with a body is a {@link HttpProblem} with status 400.
 */
final class GoalRequests {

  /** What may stand at the top where a fractal is asked for. */
  static final Set<GoalType> FRACTAL_TYPES = EnumSet.of(GoalType.ULTIMATE,
      GoalType.LONG_TERM, GoalType.MID_TERM, GoalType.SHORT_TERM);

  private GoalRequests() {}

  static CreateFractal createFractal(String newId, JsonObject body) {
    var type = body.has("type") ? type(body, FRACTAL_TYPES) : GoalType.ULTIMATE;
    return new CreateFractal(new GoalId(newId), type, new Name(body.text("name")),
        description(body), null, false);
  }

  /** A goal of any type at the top. */
  static CreateFractal createRoot(String newId, JsonObject body) {
    return new CreateFractal(new GoalId(newId), type(body), new Name(body.text("name")),
        description(body), Deadlines.in(body).orElse(null), completed(body));
  }

  /**
   * @param completed whether it may begin completed
   */
  static CreateGoal createGoal(String newId, String rootId, EntityRef parent, JsonObject body,
      boolean completed) {
    return new CreateGoal(new GoalId(newId), rootId, parent, type(body),
        new Name(body.text("name")), description(body), Deadlines.in(body).orElse(null),
        completed && completed(body));
  }

  /** The id of the goal or session that a new goal is to stand under; empty if none is named. */
  static Optional<String> parentId(JsonObject body) {
    return body.optionalId("parent_id");
  }

  static GoalType type(JsonObject body) {
    return type(body, EnumSet.allOf(GoalType.class));
  }

  private static boolean completed(JsonObject body) {
    return body.optionalBool("completed").orElse(false);
  }

  private static Description description(JsonObject body) {
    return body.optionalText("description").map(Description::new).orElse(Description.EMPTY);
  }

  private static GoalType type(JsonObject body, Set<GoalType> allowed) {
    return GoalType.ofCode(body.text("type")).filter(allowed::contains)
        .orElseThrow(() -> HttpProblem.badRequest("\"type\" must be one of "
            + allowed.stream().map(GoalType::code).collect(Collectors.joining(", ")) + "."));
  }
}
