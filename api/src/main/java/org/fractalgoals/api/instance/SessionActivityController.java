package org.fractalgoals.api.instance;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import org.fractalgoals.api.http.HttpCommands;
import org.fractalgoals.api.http.JsonObject;
import org.fractalgoals.api.http.PathIds;
import org.fractalgoals.api.http.Reply;
import org.fractalgoals.api.http.Success;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.session.InstanceCommand.ChangeInstance;
import org.fractalgoals.domain.session.InstanceCommand.RecordMetrics;
import org.fractalgoals.domain.session.InstanceCommand.ReorderInstances;
import org.fractalgoals.domain.session.SessionId;
import org.fractalgoals.domain.trash.Delete;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The activities performed in one session. */
@RestController
@RequestMapping("/api/{rootId}/sessions/{sessionId}/activities")
class SessionActivityController {

  private final HttpCommands commands;
  private final Additions additions;
  private final InstanceAnswers answers;
  private final PathIds paths;

  SessionActivityController(HttpCommands commands, Additions additions, InstanceAnswers answers,
      PathIds paths) {
    this.commands = commands;
    this.additions = additions;
    this.answers = answers;
    this.paths = paths;
  }

  @GetMapping
  List<InstanceView> all(@PathVariable String rootId, @PathVariable String sessionId) {
    paths.requireSession(rootId, sessionId);
    return answers.ofSession(rootId, sessionId);
  }

  @PostMapping
  ResponseEntity<InstanceView> add(@PathVariable String rootId, @PathVariable String sessionId,
      HttpServletRequest request) {
    paths.requireSession(rootId, sessionId);
    var body = JsonObject.in(request);
    return additions.add(rootId, sessionId,
        body.optionalId("instance_id").orElseGet(commands::newId),
        body.id("activity_definition_id"));
  }

  @PutMapping("/{instanceId}")
  ResponseEntity<InstanceView> change(@PathVariable String rootId, @PathVariable String sessionId,
      @PathVariable String instanceId, HttpServletRequest request) {
    paths.requireInstance(rootId, sessionId, instanceId);
    var position = commands.send(new ChangeInstance(new SessionId(sessionId), rootId, instanceId,
        null, InstanceRequests.remarks(JsonObject.in(request))));
    return Reply.ok(position, () -> answers.one(rootId, instanceId));
  }

  @DeleteMapping("/{instanceId}")
  ResponseEntity<Success> delete(@PathVariable String rootId, @PathVariable String sessionId,
      @PathVariable String instanceId) {
    paths.requireInstance(rootId, sessionId, instanceId);
    var position = commands.send(new Delete(EntityRef.instance(instanceId), rootId));
    return Reply.ok(position, () -> Success.of("The activity instance is deleted."));
  }

  @PutMapping("/{instanceId}/metrics")
  ResponseEntity<InstanceView> measure(@PathVariable String rootId,
      @PathVariable String sessionId, @PathVariable String instanceId,
      HttpServletRequest request) {
    paths.requireInstance(rootId, sessionId, instanceId);
    var position = commands.send(new RecordMetrics(new SessionId(sessionId), rootId, instanceId,
        InstanceRequests.measurements(JsonObject.in(request))));
    return Reply.ok(position, () -> answers.one(rootId, instanceId));
  }

  /** The answer to a new order. */
  record Reordered(String status) {}

  @PostMapping("/reorder")
  ResponseEntity<Reordered> reorder(@PathVariable String rootId, @PathVariable String sessionId,
      HttpServletRequest request) {
    paths.requireSession(rootId, sessionId);
    var body = JsonObject.inAny(request);
    var order = body.isNull("activity_ids") ? List.<String>of() : body.ids("activity_ids");
    var position = commands
        .send(new ReorderInstances(new SessionId(sessionId), rootId, order));
    return Reply.ok(position, () -> new Reordered("success"));
  }
}
