package org.fractalgoals.api.goal;

import jakarta.servlet.http.HttpServletRequest;
import org.fractalgoals.api.http.HttpCommands;
import org.fractalgoals.api.http.JsonObject;
import org.fractalgoals.api.http.PathIds;
import org.fractalgoals.api.http.Reply;
import org.fractalgoals.api.http.RestoreRequest;
import org.fractalgoals.api.tree.TreeAnswers;
import org.fractalgoals.api.tree.TreeView;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where a goal or session stands: back from the trash, below another parent, in another order. */
@RestController
@RequestMapping("/api/{rootId}/goals/{goalId}")
class GoalPlacementController {

  private final HttpCommands commands;
  private final TreeAnswers answers;
  private final PathIds paths;

  GoalPlacementController(HttpCommands commands, TreeAnswers answers, PathIds paths) {
    this.commands = commands;
    this.answers = answers;
    this.paths = paths;
  }

  @PostMapping("/restore")
  ResponseEntity<TreeView> restore(@PathVariable String rootId, @PathVariable String goalId,
      HttpServletRequest request) {
    var node = paths.node(rootId, goalId);
    var position = commands
        .send(RestoreRequest.of(rootId, node, JsonObject.inAny(request)));
    return Reply.ok(position, () -> answers.flat(rootId, node));
  }

  @PostMapping("/move")
  ResponseEntity<TreeView> move(@PathVariable String rootId, @PathVariable String goalId,
      HttpServletRequest request) {
    var node = paths.requireNode(rootId, goalId);
    var position = commands.send(NodeRequests.move(rootId, node, JsonObject.in(request)));
    return Reply.ok(position, () -> answers.flat(rootId, node));
  }

  /** Asked of the parent; answers it. */
  @PostMapping("/reorder")
  ResponseEntity<TreeView> reorder(@PathVariable String rootId, @PathVariable String goalId,
      HttpServletRequest request) {
    var parent = paths.requireNode(rootId, goalId);
    var position = commands
        .send(NodeRequests.reorder(rootId, parent, JsonObject.in(request)));
    return Reply.ok(position, () -> answers.flat(rootId, parent));
  }
}
