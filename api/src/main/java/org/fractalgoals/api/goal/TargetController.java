package org.fractalgoals.api.goal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.servlet.http.HttpServletRequest;
import org.fractalgoals.api.http.HttpCommands;
import org.fractalgoals.api.http.JsonObject;
import org.fractalgoals.api.http.PathIds;
import org.fractalgoals.api.http.Reply;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Single targets of goals and sessions. */
@RestController
@RequestMapping("/api/goals/{goalId}/targets")
class TargetController {

  private final HttpCommands commands;
  private final Nodes nodes;
  private final PathIds paths;

  TargetController(HttpCommands commands, Nodes nodes, PathIds paths) {
    this.commands = commands;
    this.nodes = nodes;
    this.paths = paths;
  }

  /**
   * All targets there are now.
   *
   * @param targets a JSON list
   * @param id that of the target added; absent where none was
   */
  record TargetsView(@JsonRawValue String targets,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String id) {}

  /** A target without an id gets one. */
  @PostMapping
  ResponseEntity<TargetsView> add(@PathVariable String goalId, HttpServletRequest request) {
    var node = paths.requireNode(goalId);
    var body = JsonObject.in(request);
    var id = body.has("id") ? body.id("id") : commands.newId();
    var target = body.has("id") ? body.asSent() : TargetList.withId(body.asSent(), id);
    var position = nodes.changeTargets(node.rootId(), node.ref(),
        list -> TargetList.with(list, target));
    return Reply.created(position, node.ref(),
        () -> new TargetsView(nodes.targets(node.rootId(), node.ref()), id));
  }

  @DeleteMapping("/{targetId}")
  ResponseEntity<TargetsView> remove(@PathVariable String goalId,
      @PathVariable String targetId) {
    var node = paths.requireNode(goalId);
    var position = nodes.changeTargets(node.rootId(), node.ref(),
        list -> TargetList.without(list, targetId));
    return Reply.ok(position,
        () -> new TargetsView(nodes.targets(node.rootId(), node.ref()), null));
  }
}
