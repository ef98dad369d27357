package org.fractalgoals.api.goal;

import jakarta.servlet.http.HttpServletRequest;
import org.fractalgoals.api.http.HttpCommands;
import org.fractalgoals.api.http.JsonObject;
import org.fractalgoals.api.http.PathIds;
import org.fractalgoals.api.http.Reply;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where a goal stands: back from the trash, below another parent, in another order. */
@RestController
@RequestMapping("/api/{rootId}/goals/{goalId}")
class GoalPlacementController {

  private final HttpCommands commands;
  private final GoalRequests requests;
  private final GoalAnswers answers;
  private final PathIds paths;

  GoalPlacementController(HttpCommands commands, GoalRequests requests, GoalAnswers answers,
      PathIds paths) {
    this.commands = commands;
    this.requests = requests;
    this.answers = answers;
    this.paths = paths;
  }

  @PostMapping("/restore")
  ResponseEntity<GoalView> restore(@PathVariable String rootId, @PathVariable String goalId,
      HttpServletRequest request) {
    var position = commands
        .send(requests.restore(rootId, goalId, JsonObject.inAny(request)));
    return Reply.ok(position, () -> answers.flat(rootId, goalId));
  }

  @PostMapping("/move")
  ResponseEntity<GoalView> move(@PathVariable String rootId, @PathVariable String goalId,
      HttpServletRequest request) {
    paths.requireGoal(rootId, goalId);
    var position = commands
        .send(requests.moveGoal(rootId, goalId, JsonObject.in(request)));
    return Reply.ok(position, () -> answers.flat(rootId, goalId));
  }

  /** Asked of the parent; answers it. */
  @PostMapping("/reorder")
  ResponseEntity<GoalView> reorder(@PathVariable String rootId, @PathVariable String goalId,
      HttpServletRequest request) {
    paths.requireGoal(rootId, goalId);
    var position = commands
        .send(requests.reorderGoals(rootId, goalId, JsonObject.in(request)));
    return Reply.ok(position, () -> answers.flat(rootId, goalId));
  }
}
