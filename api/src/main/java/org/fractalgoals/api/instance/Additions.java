package org.fractalgoals.api.instance;

import org.fractalgoals.api.http.HttpCommands;
import org.fractalgoals.api.http.HttpProblem;
import org.fractalgoals.api.http.PathIds;
import org.fractalgoals.api.http.Reply;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.session.InstanceCommand.AddInstance;
import org.fractalgoals.domain.session.SessionId;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Adds instances to sessions. Clients choose the ids, and ask again for what they have added already. */
@Component
class Additions {

  private final HttpCommands commands;
  private final InstanceAnswers answers;
  private final PathIds paths;

  Additions(HttpCommands commands, InstanceAnswers answers, PathIds paths) {
    this.commands = commands;
    this.answers = answers;
    this.paths = paths;
  }

  /**
   * Answers 201 with the new instance, or 200 with the one that the session has already, as it is.
   *
   * @param sessionId one that is visible in the fractal
   * @throws HttpProblem 409 if the id is taken
   */
  ResponseEntity<InstanceView> add(String rootId, String sessionId, String instanceId,
      String activityId) {
    var known = paths.find(EntityRef.instance(instanceId));
    known.filter(taken -> !EntityRef.session(sessionId).equals(taken.parent()))
        .ifPresent(taken -> {
          throw conflict("The id \"%s\" is that of an activity instance in another session.",
              instanceId);
        });
    known.filter(taken -> !taken.lives()).ifPresent(taken -> {
      throw conflict("The activity instance \"%s\" is deleted; it can be restored.", instanceId);
    });
    var position = commands
        .send(new AddInstance(new SessionId(sessionId), rootId, instanceId, activityId));
    return Reply.createdOrOk(known.isEmpty(), position, EntityRef.instance(instanceId),
        () -> answers.one(rootId, instanceId));
  }

  private static HttpProblem conflict(String sentence, String instanceId) {
    return new HttpProblem(HttpStatus.CONFLICT, sentence.formatted(instanceId));
  }
}
