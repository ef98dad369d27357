package org.fractalgoals.api.activity;

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

/** The activities of one fractal. */
@RestController
@RequestMapping("/api/{rootId}/activities")
class ActivityController {

  private final HttpCommands commands;
  private final ActivityAnswers answers;
  private final PathIds paths;

  ActivityController(HttpCommands commands, ActivityAnswers answers, PathIds paths) {
    this.commands = commands;
    this.answers = answers;
    this.paths = paths;
  }

  @GetMapping
  List<ActivityView> all(@PathVariable String rootId) {
    return answers.all(rootId);
  }

  @PostMapping
  ResponseEntity<ActivityView> define(@PathVariable String rootId, HttpServletRequest request) {
    paths.requireFractal(rootId);
    var id = commands.newId();
    var position = commands.send(ActivityRequests.define(id, rootId, JsonObject.in(request)));
    return Reply.created(position, EntityRef.activity(id), () -> answers.one(rootId, id));
  }

  @PutMapping("/{activityId}")
  ResponseEntity<ActivityView> change(@PathVariable String rootId, @PathVariable String activityId,
      HttpServletRequest request) {
    paths.requireActivity(rootId, activityId);
    var position = commands
        .send(ActivityRequests.change(rootId, activityId, JsonObject.in(request)));
    return Reply.ok(position, () -> answers.one(rootId, activityId));
  }

  @DeleteMapping("/{activityId}")
  ResponseEntity<Success> delete(@PathVariable String rootId, @PathVariable String activityId) {
    var position = commands.send(new Delete(EntityRef.activity(activityId), rootId));
    return Reply.ok(position,
        () -> Success.of("The activity is deleted; what was performed stays."));
  }

  @PostMapping("/{activityId}/restore")
  ResponseEntity<ActivityView> restore(@PathVariable String rootId, @PathVariable String activityId,
      HttpServletRequest request) {
    var position = commands.send(
        RestoreRequest.of(rootId, EntityRef.activity(activityId), JsonObject.inAny(request)));
    return Reply.ok(position, () -> answers.one(rootId, activityId));
  }
}
