package org.fractalgoals.api.goal;

import jakarta.servlet.http.HttpServletRequest;
import org.fractalgoals.api.http.HttpCommands;
import org.fractalgoals.api.http.HttpProblem;
import org.fractalgoals.api.http.JsonObject;
import org.fractalgoals.api.http.PathIds;
import org.fractalgoals.api.http.Reply;
import org.fractalgoals.api.http.Success;
import org.fractalgoals.api.tree.TreeAnswers;
import org.fractalgoals.api.tree.TreeView;
import org.fractalgoals.domain.entity.EntityRef;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The goals of one fractal. Sessions are nodes of the same tree: their ids are as good as those of goals. */
@RestController
@RequestMapping("/api/{rootId}/goals")
class GoalController {

  private final HttpCommands commands;
  private final Nodes nodes;
  private final TreeAnswers answers;
  private final PathIds paths;

  GoalController(HttpCommands commands, Nodes nodes, TreeAnswers answers, PathIds paths) {
    this.commands = commands;
    this.nodes = nodes;
    this.answers = answers;
    this.paths = paths;
  }

  @GetMapping
  TreeView fractal(@PathVariable String rootId) {
    return answers.fractal(rootId);
  }

  @PostMapping
  ResponseEntity<TreeView> add(@PathVariable String rootId, HttpServletRequest request) {
    paths.requireFractal(rootId);
    var body = JsonObject.in(request);
    var id = commands.newId();
    var parentId = GoalRequests.parentId(body).orElseThrow(() -> HttpProblem
        .badRequest("\"parent_id\" is needed: a goal needs a parent."));
    var position = commands.send(GoalRequests.createGoal(id, rootId,
        paths.node(rootId, parentId), body, false));
    return Reply.created(position, EntityRef.goal(id),
        () -> answers.flat(rootId, EntityRef.goal(id)));
  }

  @GetMapping("/{goalId}")
  TreeView tree(@PathVariable String rootId, @PathVariable String goalId) {
    return answers.tree(rootId, goalId);
  }

  @PutMapping("/{goalId}")
  ResponseEntity<TreeView> change(@PathVariable String rootId, @PathVariable String goalId,
      HttpServletRequest request) {
    var node = paths.requireNode(rootId, goalId);
    return nodes.change(rootId, node, JsonObject.in(request));
  }

  @DeleteMapping("/{goalId}")
  ResponseEntity<Success> delete(@PathVariable String rootId, @PathVariable String goalId) {
    return nodes.delete(rootId, paths.requireNode(rootId, goalId));
  }

  @PatchMapping("/{goalId}/complete")
  ResponseEntity<TreeView> complete(@PathVariable String rootId, @PathVariable String goalId,
      HttpServletRequest request) {
    return nodes.complete(rootId, paths.requireNode(rootId, goalId), request);
  }
}
