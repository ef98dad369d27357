package org.fractalgoals.api.goal;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import org.fractalgoals.api.http.HttpCommands;
import org.fractalgoals.api.http.JsonObject;
import org.fractalgoals.api.http.PathIds;
import org.fractalgoals.api.http.Reply;
import org.fractalgoals.api.http.Success;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.trash.Delete;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Fractals: list, create, delete, restore. */
@RestController
@RequestMapping("/api/fractals")
class FractalController {

  private final HttpCommands commands;
  private final GoalRequests requests;
  private final GoalAnswers answers;
  private final PathIds paths;

  FractalController(HttpCommands commands, GoalRequests requests, GoalAnswers answers,
      PathIds paths) {
    this.commands = commands;
    this.requests = requests;
    this.answers = answers;
    this.paths = paths;
  }

  @GetMapping
  List<FractalView> all() {
    return answers.fractals();
  }

  @PostMapping
  ResponseEntity<GoalView> create(HttpServletRequest request) {
    var id = commands.newId();
    var position = commands.send(requests.createFractal(id, JsonObject.in(request)));
    return Reply.created(position, () -> answers.flat(id, id));
  }

  @DeleteMapping("/{rootId}")
  ResponseEntity<Success> delete(@PathVariable String rootId) {
    paths.requireFractal(rootId);
    var position = commands.send(new Delete(EntityRef.goal(rootId), rootId));
    return Reply.ok(position, () -> Success.of("The fractal and everything in it is deleted."));
  }

  @PostMapping("/{rootId}/restore")
  ResponseEntity<GoalView> restore(@PathVariable String rootId, HttpServletRequest request) {
    var position = commands
        .send(requests.restore(rootId, rootId, JsonObject.inAny(request)));
    return Reply.ok(position, () -> answers.flat(rootId, rootId));
  }
}
