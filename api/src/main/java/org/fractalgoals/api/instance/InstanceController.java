package org.fractalgoals.api.instance;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import org.fractalgoals.api.http.HttpCommands;
import org.fractalgoals.api.http.HttpProblem;
import org.fractalgoals.api.http.JsonObject;
import org.fractalgoals.api.http.PathIds;
import org.fractalgoals.api.http.Reply;
import org.fractalgoals.api.http.RestoreRequest;
import org.fractalgoals.domain.entity.Entity;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.session.InstanceCommand;
import org.fractalgoals.domain.session.InstanceCommand.ChangeInstance;
import org.fractalgoals.domain.session.InstanceCommand.StartTimer;
import org.fractalgoals.domain.session.InstanceCommand.StopTimer;
import org.fractalgoals.domain.session.SessionId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The activities performed in all sessions of a fractal, by their ids alone, and their timers. */
@RestController
@RequestMapping("/api/{rootId}/activity-instances")
class InstanceController {

  private static final String TO_MAKE_IT = ": to make it, \"practice_session_id\" and \"activity_definition_id\" are needed.";

  private final HttpCommands commands;
  private final Additions additions;
  private final InstanceRequests requests;
  private final InstanceAnswers answers;
  private final PathIds paths;

  InstanceController(HttpCommands commands, Additions additions, InstanceRequests requests,
      InstanceAnswers answers, PathIds paths) {
    this.commands = commands;
    this.additions = additions;
    this.requests = requests;
    this.answers = answers;
    this.paths = paths;
  }

  /**
   * Where an instance is.
   *
   * @param activityId what it is to perform if it is new; null if it is known
   */
  private record Home(SessionId session, @Nullable String activityId) {}

  @GetMapping
  List<InstanceView> all(@PathVariable String rootId) {
    paths.requireFractal(rootId);
    return answers.ofFractal(rootId);
  }

  @PostMapping
  ResponseEntity<InstanceView> add(@PathVariable String rootId, HttpServletRequest request) {
    paths.requireFractal(rootId);
    var body = JsonObject.in(request);
    var sessionId = body.id("practice_session_id");
    var activityId = body.id("activity_definition_id");
    paths.requireReference(rootId, EntityRef.session(sessionId));
    return additions.add(rootId, sessionId,
        body.optionalId("instance_id").orElseGet(commands::newId), activityId);
  }

  /** The body matters only if the instance is unknown: it says then what is to be started. */
  @PostMapping("/{instanceId}/start")
  ResponseEntity<InstanceView> start(@PathVariable String rootId,
      @PathVariable String instanceId, HttpServletRequest request) {
    paths.requireFractal(rootId);
    var home = known(rootId, instanceId)
        .or(() -> named(rootId, instanceId, JsonObject.inAny(request)))
        .orElseThrow(
            () -> HttpProblem
                .badRequest("Activity instance not found in this fractal" + TO_MAKE_IT));
    return answer(rootId, instanceId,
        new StartTimer(home.session(), rootId, instanceId, home.activityId()));
  }

  @PostMapping("/{instanceId}/stop")
  ResponseEntity<InstanceView> stop(@PathVariable String rootId,
      @PathVariable String instanceId) {
    paths.requireFractal(rootId);
    var session = paths.visible(rootId, EntityRef.instance(instanceId))
        .map(InstanceController::sessionOf).orElseThrow(InstanceController::notFound);
    return answer(rootId, instanceId, new StopTimer(session, rootId, instanceId));
  }

  @PutMapping("/{instanceId}")
  ResponseEntity<InstanceView> change(@PathVariable String rootId,
      @PathVariable String instanceId, HttpServletRequest request) {
    paths.requireFractal(rootId);
    var known = known(rootId, instanceId);
    var body = JsonObject.in(request);
    var home = known.or(() -> named(rootId, instanceId, body)).orElseThrow(
        () -> HttpProblem.notFound("Activity instance not found in this fractal" + TO_MAKE_IT));
    return answer(rootId, instanceId, new ChangeInstance(home.session(), rootId, instanceId,
        home.activityId(), requests.changes(body)));
  }

  @PostMapping("/{instanceId}/restore")
  ResponseEntity<InstanceView> restore(@PathVariable String rootId,
      @PathVariable String instanceId, HttpServletRequest request) {
    var position = commands.send(RestoreRequest.of(rootId, EntityRef.instance(instanceId),
        JsonObject.inAny(request)));
    return Reply.ok(position, () -> answers.one(rootId, instanceId));
  }

  private ResponseEntity<InstanceView> answer(String rootId, String instanceId,
      InstanceCommand command) {
    var position = commands.send(command);
    return Reply.ok(position, () -> answers.one(rootId, instanceId));
  }

  private Optional<Home> known(String rootId, String instanceId) {
    return paths.instanceIfAny(rootId, instanceId)
        .map(instance -> new Home(sessionOf(instance), null));
  }

  private static SessionId sessionOf(Entity instance) {
    return new SessionId(Objects.requireNonNull(instance.parent()).id());
  }

  /** Where the body wants a new instance to be; empty if it does not say. */
  private Optional<Home> named(String rootId, String instanceId, JsonObject body) {
    var sessionId = body.optionalId("practice_session_id");
    var activityId = body.optionalId("activity_definition_id");
    if (sessionId.isEmpty() || activityId.isEmpty()) {
      return Optional.empty();
    }
    JsonObject.requireId("instance_id", instanceId);
    paths.requireReference(rootId, EntityRef.session(sessionId.get()));
    return Optional.of(new Home(new SessionId(sessionId.get()), activityId.get()));
  }

  private static HttpProblem notFound() {
    return HttpProblem.notFound("Activity instance not found in this fractal.");
  }
}
