package org.fractalgoals.api.goal;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import org.fractalgoals.api.http.HttpCommands;
import org.fractalgoals.api.http.JsonObject;
import org.fractalgoals.api.http.PathIds;
import org.fractalgoals.api.http.Reply;
import org.fractalgoals.api.http.RestoreRequest;
import org.fractalgoals.api.http.Sight;
import org.fractalgoals.api.http.Success;
import org.fractalgoals.api.http.WallClockText;
import org.fractalgoals.api.readiness.Queries;
import org.fractalgoals.api.tree.TreeAnswers;
import org.fractalgoals.api.tree.TreeView;
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
  private final TreeAnswers answers;
  private final PathIds paths;
  private final Queries queries;
  private final WallClockText clock;
  private final Sight sight;

  FractalController(HttpCommands commands, TreeAnswers answers, PathIds paths, Queries queries,
      WallClockText clock, Sight sight) {
    this.commands = commands;
    this.answers = answers;
    this.paths = paths;
    this.queries = queries;
    this.clock = clock;
    this.sight = sight;
  }

  @GetMapping
  List<FractalView> all() {
    return queries.goals().fractals().stream().filter(row -> sight.sees(row.id()))
        .map(row -> FractalView.of(row, clock)).toList();
  }

  @PostMapping
  ResponseEntity<TreeView> create(HttpServletRequest request) {
    var id = commands.newId();
    var position = commands.send(GoalRequests.createFractal(id, JsonObject.in(request)));
    return Reply.created(position, EntityRef.goal(id), () -> answers.flat(id, EntityRef.goal(id)));
  }

  @DeleteMapping("/{rootId}")
  ResponseEntity<Success> delete(@PathVariable String rootId) {
    paths.requireFractal(rootId);
    var position = commands.send(new Delete(EntityRef.goal(rootId), rootId));
    return Reply.ok(position, () -> Success.of("The fractal and everything in it is deleted."));
  }

  @PostMapping("/{rootId}/restore")
  ResponseEntity<TreeView> restore(@PathVariable String rootId, HttpServletRequest request) {
    var root = EntityRef.goal(rootId);
    var position = commands
        .send(RestoreRequest.of(rootId, root, JsonObject.inAny(request)));
    return Reply.ok(position, () -> answers.flat(rootId, root));
  }
}
