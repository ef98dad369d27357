package org.fractalgoals.api.activitygroup;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import org.fractalgoals.api.http.HttpCommands;
import org.fractalgoals.api.http.JsonObject;
import org.fractalgoals.api.http.PathIds;
import org.fractalgoals.api.http.Reply;
import org.fractalgoals.api.http.RestoreRequest;
import org.fractalgoals.api.http.Success;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.trash.Delete;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The groups of activities of one fractal. */
@RestController
@RequestMapping("/api/{rootId}/activity-groups")
class GroupController {

  private final HttpCommands commands;
  private final GroupAnswers answers;
  private final PathIds paths;

  GroupController(HttpCommands commands, GroupAnswers answers, PathIds paths) {
    this.commands = commands;
    this.answers = answers;
    this.paths = paths;
  }

  @GetMapping
  List<GroupView> all(@PathVariable String rootId) {
    return answers.all(rootId);
  }

  @PostMapping
  ResponseEntity<GroupView> create(@PathVariable String rootId, HttpServletRequest request) {
    paths.requireFractal(rootId);
    var id = commands.newId();
    var position = commands.send(GroupRequests.create(id, rootId, JsonObject.in(request)));
    return Reply.created(position, EntityRef.group(id), () -> answers.one(rootId, id));
  }

  @PutMapping("/reorder")
  ResponseEntity<Success> reorder(@PathVariable String rootId, HttpServletRequest request) {
    paths.requireFractal(rootId);
    var position = commands.send(GroupRequests.reorder(rootId, JsonObject.in(request)));
    return Reply.ok(position, () -> Success.of("The groups are in their new order."));
  }

  @PutMapping("/{groupId}")
  ResponseEntity<GroupView> change(@PathVariable String rootId, @PathVariable String groupId,
      HttpServletRequest request) {
    paths.requireGroup(rootId, groupId);
    var position = commands.send(GroupRequests.change(rootId, groupId, JsonObject.in(request)));
    return Reply.ok(position, () -> answers.one(rootId, groupId));
  }

  @DeleteMapping("/{groupId}")
  ResponseEntity<Success> delete(@PathVariable String rootId, @PathVariable String groupId) {
    var position = commands.send(new Delete(EntityRef.group(groupId), rootId));
    return Reply.ok(position,
        () -> Success.of("The group is deleted; its activities are in no group now."));
  }

  @PostMapping("/{groupId}/restore")
  ResponseEntity<GroupView> restore(@PathVariable String rootId, @PathVariable String groupId,
      HttpServletRequest request) {
    var position = commands.send(
        RestoreRequest.of(rootId, EntityRef.group(groupId), JsonObject.inAny(request)));
    return Reply.ok(position, () -> answers.one(rootId, groupId));
  }
}
