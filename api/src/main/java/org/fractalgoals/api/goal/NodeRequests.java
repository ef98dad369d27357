package org.fractalgoals.api.goal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.fractalgoals.api.http.HttpProblem;
import org.fractalgoals.api.http.JsonObject;
import org.fractalgoals.api.http.RestoreRequest;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.entity.Kind;
import org.fractalgoals.domain.event.JsonText;
import org.fractalgoals.domain.goal.GoalCommand.ChangeGoal;
import org.fractalgoals.domain.goal.GoalCommand.CompleteGoal;
import org.fractalgoals.domain.goal.GoalCommand.GoalChange;
import org.fractalgoals.domain.goal.GoalCommand.MoveGoal;
import org.fractalgoals.domain.goal.GoalCommand.ReopenGoal;
import org.fractalgoals.domain.goal.GoalCommand.ToggleCompletion;
import org.fractalgoals.domain.goal.GoalId;
import org.fractalgoals.domain.goal.ReorderGoals;
import org.fractalgoals.domain.session.SessionCommand.ChangeSession;
import org.fractalgoals.domain.session.SessionCommand.MoveSession;
import org.fractalgoals.domain.session.SessionCommand.SessionChange;
import org.fractalgoals.domain.session.SessionCommand.ToggleSessionCompletion;
import org.fractalgoals.domain.session.SessionId;
import org.fractalgoals.domain.text.Description;
import org.fractalgoals.domain.text.Name;

/**
 * Makes commands of what is asked of a goal, or of a session in the place of one. What is wrong with a body is a
 * {@link HttpProblem} with status 400.
 */
public final class NodeRequests {

  private final Function<String, JsonText> jsonText;

  /**
   * @param jsonText wraps JSON that is kept as it was sent
   */
  public NodeRequests(Function<String, JsonText> jsonText) {
    this.jsonText = jsonText;
  }

  /** The members that are there, as changes of one command: all or none of them are made. */
  Object change(String rootId, EntityRef node, JsonObject body) {
    return node.kind() == Kind.SESSION
        ? new ChangeSession(new SessionId(node.id()), rootId, sessionChanges(body))
        : new ChangeGoal(new GoalId(node.id()), rootId, goalChanges(body));
  }

  private List<GoalChange> goalChanges(JsonObject body) {
    var changes = new ArrayList<GoalChange>();
    if (body.has("name")) {
      changes.add(new GoalChange.Rename(name(body)));
    }
    if (body.has("description")) {
      changes.add(new GoalChange.Describe(description(body)));
    }
    if (body.has("deadline")) {
      changes.add(Deadlines.in(body).<GoalChange>map(GoalChange.SetDeadline::new)
          .orElse(new GoalChange.ClearDeadline()));
    }
    if (body.has("targets")) {
      changes.add(new GoalChange.ChangeTargets(targets(body)));
    }
    return changes;
  }

  private List<SessionChange> sessionChanges(JsonObject body) {
    var changes = new ArrayList<SessionChange>();
    if (body.has("name")) {
      changes.add(new SessionChange.Rename(name(body)));
    }
    if (body.has("description")) {
      changes.add(new SessionChange.Describe(description(body)));
    }
    if (body.has("deadline")) {
      changes.add(Deadlines.in(body).<SessionChange>map(SessionChange.SetDeadline::new)
          .orElse(new SessionChange.ClearDeadline()));
    }
    if (body.has("targets")) {
      changes.add(new SessionChange.ChangeTargets(targets(body)));
    }
    return changes;
  }

  /** Replaces all targets by this JSON list. */
  Object changeTargets(String rootId, EntityRef node, String targets) {
    var list = jsonText.apply(targets);
    return node.kind() == Kind.SESSION
        ? new ChangeSession(new SessionId(node.id()), rootId,
            List.of(new SessionChange.ChangeTargets(list)))
        : new ChangeGoal(new GoalId(node.id()), rootId,
            List.of(new GoalChange.ChangeTargets(list)));
  }

  /**
   * @param wanted empty to turn it round
   */
  static Object complete(String rootId, EntityRef node, Optional<Boolean> wanted) {
    if (node.kind() == Kind.SESSION) {
      var session = new SessionId(node.id());
      return wanted.<Object>map(completed -> new ChangeSession(session, rootId,
          List.of(new SessionChange.SetCompleted(completed))))
          .orElse(new ToggleSessionCompletion(session, rootId));
    }
    var goal = new GoalId(node.id());
    return wanted.<Object>map(completed -> completed
        ? new CompleteGoal(goal, rootId)
        : new ReopenGoal(goal, rootId)).orElse(new ToggleCompletion(goal, rootId));
  }

  static Object move(String rootId, EntityRef node, JsonObject body) {
    var parent = RestoreRequest.parent(body).orElseThrow(() -> HttpProblem.badRequest(
        "\"parent\" is needed: an object with \"kind\" and \"id\"; nothing is moved to the top."));
    return node.kind() == Kind.SESSION
        ? new MoveSession(new SessionId(node.id()), rootId, parent)
        : new MoveGoal(new GoalId(node.id()), rootId, parent);
  }

  static ReorderGoals reorder(String rootId, EntityRef parent, JsonObject body) {
    return new ReorderGoals(parent, rootId, body.ids("goal_ids"));
  }

  private static Name name(JsonObject body) {
    return new Name(body.text("name"));
  }

  private static Description description(JsonObject body) {
    return body.optionalText("description").map(Description::new).orElse(Description.EMPTY);
  }

  private JsonText targets(JsonObject body) {
    return jsonText.apply(body.objectsAsSent("targets"));
  }
}
