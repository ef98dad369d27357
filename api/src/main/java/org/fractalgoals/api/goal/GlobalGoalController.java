package org.fractalgoals.api.goal;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import org.fractalgoals.api.http.HttpCommands;
import org.fractalgoals.api.http.HttpProblem;
import org.fractalgoals.api.http.JsonObject;
import org.fractalgoals.api.http.PathIds;
import org.fractalgoals.api.http.Reply;
import org.fractalgoals.api.http.Sight;
import org.fractalgoals.api.http.Success;
import org.fractalgoals.api.tree.TreeAnswers;
import org.fractalgoals.api.tree.TreeView;
import org.fractalgoals.domain.entity.EntityRef;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The goals of all fractals, by their ids alone. */
@RestController
@RequestMapping("/api/goals")
class GlobalGoalController {

  /** An id in a place where what is below a fractal might stand as well: that comes first. */
  private static final String ID = "/{goalId:(?!(?:goals|trash)$).+}";

  private final HttpCommands commands;
  private final Nodes nodes;
  private final TreeAnswers answers;
  private final PathIds paths;
  private final Sight sight;

  GlobalGoalController(HttpCommands commands, Nodes nodes, TreeAnswers answers, PathIds paths,
      Sight sight) {
    this.commands = commands;
    this.nodes = nodes;
    this.answers = answers;
    this.paths = paths;
    this.sight = sight;
  }

  @GetMapping
  List<TreeView> fractals() {
    return answers.fractals();
  }

  /** Below the parent that is named or, where none is, at the top of a fractal of its own. */
  @PostMapping
  ResponseEntity<TreeView> add(HttpServletRequest request) {
    var body = JsonObject.in(request);
    GoalRequests.type(body);
    var id = commands.newId();
    var parent = GoalRequests.parentId(body).map(paths::requireNode);
    if (parent.isEmpty()) {
      requireUnlimited();
    }
    var rootId = parent.map(found -> found.rootId()).orElse(id);
    var position = commands.send(parent.<Object>map(found -> GoalRequests.createGoal(id,
        found.rootId(), found.ref(), body, true)).orElseGet(() -> GoalRequests.createRoot(id,
            body)));
    return Reply.created(position, EntityRef.goal(id),
        () -> answers.tree(rootId, EntityRef.goal(id)));
  }

  /** What is made anew would be out of sight at once. */
  private void requireUnlimited() {
    if (!sight.isUnlimited()) {
      throw new HttpProblem(HttpStatus.FORBIDDEN,
          "This key is for certain fractals only: it cannot make another one.");
    }
  }

  @GetMapping(ID)
  TreeView flat(@PathVariable String goalId) {
    var node = paths.requireNode(goalId);
    return answers.flat(node.rootId(), node.ref());
  }

  /** A name or description that is null stays as it is. */
  @PutMapping(ID)
  ResponseEntity<TreeView> change(@PathVariable String goalId, HttpServletRequest request) {
    var node = paths.requireNode(goalId);
    return nodes.change(node.rootId(), node.ref(),
        JsonObject.in(request).withoutNull("name", "description"));
  }

  @DeleteMapping(ID)
  ResponseEntity<Success> delete(@PathVariable String goalId) {
    var node = paths.requireNode(goalId);
    return nodes.delete(node.rootId(), node.ref());
  }

  @PatchMapping("/{goalId}/complete")
  ResponseEntity<TreeView> complete(@PathVariable String goalId, HttpServletRequest request) {
    var node = paths.requireNode(goalId);
    return nodes.complete(node.rootId(), node.ref(), request);
  }
}
