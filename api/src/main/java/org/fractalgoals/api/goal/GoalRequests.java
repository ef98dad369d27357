package org.fractalgoals.api.goal;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.fractalgoals.api.http.HttpProblem;
import org.fractalgoals.api.http.JsonObject;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.JsonText;
import org.fractalgoals.domain.goal.GoalCommand.ChangeGoal;
import org.fractalgoals.domain.goal.GoalCommand.CreateFractal;
import org.fractalgoals.domain.goal.GoalCommand.CreateGoal;
import org.fractalgoals.domain.goal.GoalCommand.GoalChange;
import org.fractalgoals.domain.goal.GoalCommand.GoalChange.ChangeTargets;
import org.fractalgoals.domain.goal.GoalCommand.GoalChange.ClearDeadline;
import org.fractalgoals.domain.goal.GoalCommand.GoalChange.Describe;
import org.fractalgoals.domain.goal.GoalCommand.GoalChange.Rename;
import org.fractalgoals.domain.goal.GoalCommand.GoalChange.SetDeadline;
import org.fractalgoals.domain.goal.GoalCommand.MoveGoal;
import org.fractalgoals.domain.goal.GoalId;
import org.fractalgoals.domain.goal.GoalType;
import org.fractalgoals.domain.goal.ReorderGoals;
import org.fractalgoals.domain.text.Description;
import org.fractalgoals.domain.text.Name;
import org.fractalgoals.domain.trash.Restore;

/** Makes commands of what requests carry. What is wrong with a body is a {@link HttpProblem} with status 400. */
public final class GoalRequests {

  /** What may stand at the top. */
  private static final Set<GoalType> FRACTAL_TYPES = EnumSet.of(GoalType.ULTIMATE,
      GoalType.LONG_TERM, GoalType.MID_TERM, GoalType.SHORT_TERM);

  private final Function<String, JsonText> jsonText;

  /**
   * @param jsonText wraps JSON that is kept as it was sent
   */
  public GoalRequests(Function<String, JsonText> jsonText) {
    this.jsonText = jsonText;
  }

  CreateFractal createFractal(String newId, JsonObject body) {
    var type = body.has("type") ? type(body, FRACTAL_TYPES) : GoalType.ULTIMATE;
    return new CreateFractal(new GoalId(newId), type, new Name(body.text("name")),
        description(body), null, false);
  }

  CreateGoal createGoal(String newId, String rootId, JsonObject body) {
    var name = new Name(body.text("name"));
    var type = type(body, EnumSet.allOf(GoalType.class));
    if (body.optionalText("parent_id").filter(id -> !id.isEmpty()).isEmpty()) {
      throw HttpProblem.badRequest("\"parent_id\" is needed: a goal needs a parent.");
    }
    return new CreateGoal(new GoalId(newId), rootId, EntityRef.goal(body.id("parent_id")), type,
        name, description(body), Deadlines.in(body).orElse(null), false);
  }

  /** The members that are there, as changes of one command: all or none of them are made. */
  ChangeGoal changeGoal(String rootId, String goalId, JsonObject body) {
    var changes = new ArrayList<GoalChange>();
    if (body.has("name")) {
      changes.add(new Rename(new Name(body.text("name"))));
    }
    if (body.has("description")) {
      changes.add(new Describe(description(body)));
    }
    if (body.has("deadline")) {
      changes.add(Deadlines.in(body).<GoalChange>map(SetDeadline::new).orElse(new ClearDeadline()));
    }
    if (body.has("targets")) {
      changes.add(new ChangeTargets(jsonText.apply(body.objectsAsSent("targets"))));
    }
    return new ChangeGoal(new GoalId(goalId), rootId, changes);
  }

  MoveGoal moveGoal(String rootId, String goalId, JsonObject body) {
    var parent = parent(body).orElseThrow(() -> HttpProblem.badRequest(
        "\"parent\" is needed: an object with \"kind\" and \"id\"; nothing is moved to the top."));
    return new MoveGoal(new GoalId(goalId), rootId, parent);
  }

  ReorderGoals reorderGoals(String rootId, String parentId, JsonObject body) {
    return new ReorderGoals(EntityRef.goal(parentId), rootId, body.ids("goal_ids"));
  }

  Restore restore(String rootId, String goalId, JsonObject body) {
    return new Restore(EntityRef.goal(goalId), rootId,
        body.optionalText("name").map(Name::new).orElse(null), parent(body).orElse(null));
  }

  private static Description description(JsonObject body) {
    return body.optionalText("description").map(Description::new).orElse(Description.EMPTY);
  }

  private static GoalType type(JsonObject body, Set<GoalType> allowed) {
    return GoalType.ofCode(body.text("type")).filter(allowed::contains)
        .orElseThrow(() -> HttpProblem.badRequest("\"type\" must be one of "
            + allowed.stream().map(GoalType::code).collect(Collectors.joining(", ")) + "."));
  }

  private static Optional<EntityRef> parent(JsonObject body) {
    return body.optionalObject("parent").map(parent -> switch (parent.text("kind")) {
      case "goal" -> EntityRef.goal(parent.id("id"));
      case "session" -> EntityRef.session(parent.id("id"));
      default -> throw HttpProblem.badRequest(
          "\"kind\" must be goal or session: a goal stands below one of these.");
    });
  }
}
