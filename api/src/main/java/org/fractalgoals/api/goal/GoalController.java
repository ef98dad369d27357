package org.fractalgoals.api.goal;

import jakarta.servlet.http.HttpServletRequest;
import org.fractalgoals.api.http.HttpCommands;
import org.fractalgoals.api.http.JsonObject;
import org.fractalgoals.api.http.PathIds;
import org.fractalgoals.api.http.Reply;
import org.fractalgoals.api.http.Success;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.goal.GoalCommand;
import org.fractalgoals.domain.goal.GoalCommand.CompleteGoal;
import org.fractalgoals.domain.goal.GoalCommand.ReopenGoal;
import org.fractalgoals.domain.goal.GoalCommand.ToggleCompletion;
import org.fractalgoals.domain.goal.GoalId;
import org.fractalgoals.domain.trash.Delete;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The goals of one fractal. */
@RestController
@RequestMapping("/api/{rootId}/goals")
class GoalController {

  private final HttpCommands commands;
  private final GoalRequests requests;
  private final GoalAnswers answers;
  private final PathIds paths;

  GoalController(HttpCommands commands, GoalRequests requests, GoalAnswers answers,
      PathIds paths) {
    this.commands = commands;
    this.requests = requests;
    this.answers = answers;
    this.paths = paths;
  }

  @GetMapping
  GoalView fractal(@PathVariable String rootId) {
    return answers.fractal(rootId);
  }

  @PostMapping
  ResponseEntity<GoalView> add(@PathVariable String rootId, HttpServletRequest request) {
    paths.requireFractal(rootId);
    var id = commands.newId();
    var position = commands.send(requests.createGoal(id, rootId, JsonObject.in(request)));
    return Reply.created(position, () -> answers.flat(rootId, id));
  }

  @GetMapping("/{goalId}")
  GoalView tree(@PathVariable String rootId, @PathVariable String goalId) {
    return answers.tree(rootId, goalId);
  }

  @PutMapping("/{goalId}")
  ResponseEntity<GoalView> change(@PathVariable String rootId, @PathVariable String goalId,
      HttpServletRequest request) {
    paths.requireGoal(rootId, goalId);
    var position = commands
        .send(requests.changeGoal(rootId, goalId, JsonObject.in(request)));
    return Reply.ok(position, () -> answers.flat(rootId, goalId));
  }

  @DeleteMapping("/{goalId}")
  ResponseEntity<Success> delete(@PathVariable String rootId, @PathVariable String goalId) {
    var position = commands.send(new Delete(EntityRef.goal(goalId), rootId));
    return Reply.ok(position, () -> Success.of("The goal and everything below it is deleted."));
  }

  /** Sets the completion to what the body says; without a readable body it is turned round. */
  @PatchMapping("/{goalId}/complete")
  ResponseEntity<GoalView> complete(@PathVariable String rootId, @PathVariable String goalId,
      HttpServletRequest request) {
    paths.requireGoal(rootId, goalId);
    var position = commands.send(completion(rootId, new GoalId(goalId), request));
    return Reply.ok(position, () -> answers.tree(rootId, goalId));
  }

  private static GoalCommand completion(String rootId, GoalId goalId,
      HttpServletRequest request) {
    var body = JsonObject.ifReadable(request).filter(readable -> readable.has("completed"));
    if (body.isEmpty()) {
      return new ToggleCompletion(goalId, rootId);
    }
    return body.get().bool("completed")
        ? new CompleteGoal(goalId, rootId)
        : new ReopenGoal(goalId, rootId);
  }
}
