package org.fractalgoals.api.goal;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import jakarta.servlet.http.HttpServletRequest;
import org.fractalgoals.api.command.AppliedPosition;
import org.fractalgoals.api.http.HttpCommands;
import org.fractalgoals.api.http.JsonObject;
import org.fractalgoals.api.http.Reply;
import org.fractalgoals.api.http.StoredJson;
import org.fractalgoals.api.http.Success;
import org.fractalgoals.api.readiness.Queries;
import org.fractalgoals.api.tree.TreeAnswers;
import org.fractalgoals.api.tree.TreeView;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.entity.Kind;
import org.fractalgoals.domain.rule.Rule;
import org.fractalgoals.domain.rule.RuleViolation;
import org.fractalgoals.domain.trash.Delete;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What can be asked of a goal, or of a session in the place of one, by its path in the fractal or without it. */
@Component
class Nodes {

  private final HttpCommands commands;
  private final NodeRequests requests;
  private final TreeAnswers answers;
  private final Queries queries;

  /** Adding to a list of targets is reading it and writing another one: nobody else may write in between. */
  private final ReentrantLock targets = new ReentrantLock();

  Nodes(HttpCommands commands, NodeRequests requests, TreeAnswers answers, Queries queries) {
    this.commands = commands;
    this.requests = requests;
    this.answers = answers;
    this.queries = queries;
  }

  /** Answers the flat form. */
  ResponseEntity<TreeView> change(String rootId, EntityRef node, JsonObject body) {
    var command = requests.change(rootId, node, body);
    var position = body.has("targets")
        ? alone(() -> commands.send(command))
        : commands.send(command);
    return Reply.ok(position, () -> answers.flat(rootId, node));
  }

  ResponseEntity<Success> delete(String rootId, EntityRef node) {
    var position = commands.send(new Delete(node, rootId));
    return Reply.ok(position, () -> Success
        .of("The %s and everything below it is deleted.".formatted(node.kind().code())));
  }

  /** Sets the completion to what the body says; without a readable body it is turned round. Answers the tree. */
  ResponseEntity<TreeView> complete(String rootId, EntityRef node, HttpServletRequest request) {
    var wanted = JsonObject.ifReadable(request).filter(readable -> readable.has("completed"))
        .map(readable -> readable.bool("completed"));
    var position = commands.send(NodeRequests.complete(rootId, node, wanted));
    return Reply.ok(position, () -> answers.tree(rootId, node));
  }

  /**
   * Replaces the targets by what the change makes of them.
   *
   * @param change from one JSON list to another; may refuse
   */
  AppliedPosition changeTargets(String rootId, EntityRef node, UnaryOperator<String> change) {
    return alone(() -> commands.send(
        requests.changeTargets(rootId, node, change.apply(targets(rootId, node)))));
  }

  /** The targets as a JSON list. */
  String targets(String rootId, EntityRef node) {
    return StoredJson.list(storedTargets(rootId, node));
  }

  private @Nullable String storedTargets(String rootId, EntityRef node) {
    return node.kind() == Kind.SESSION
        ? queries.trees().flat(rootId, node.id()).orElseThrow(() -> unknown(node)).session()
            .targets()
        : queries.goals().goal(rootId, node.id()).orElseThrow(() -> unknown(node)).targets();
  }

  private AppliedPosition alone(Supplier<AppliedPosition> action) {
    targets.lock();
    try {
      return action.get();
    } finally {
      targets.unlock();
    }
  }

  private static RuleViolation unknown(EntityRef node) {
    return new RuleViolation(new Rule.IsUnknown(node));
  }
}
