package org.fractalgoals.api.session;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import org.fractalgoals.api.http.HttpCommands;
import org.fractalgoals.api.http.JsonObject;
import org.fractalgoals.api.http.PathIds;
import org.fractalgoals.api.http.Reply;
import org.fractalgoals.api.http.RestoreRequest;
import org.fractalgoals.api.http.Success;
import org.fractalgoals.api.tree.TreeAnswers;
import org.fractalgoals.api.tree.TreeView;
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

/** The sessions of one fractal. */
@RestController
@RequestMapping("/api/{rootId}/sessions")
class SessionController {

  private final HttpCommands commands;
  private final SessionRequests requests;
  private final TreeAnswers answers;
  private final PathIds paths;

  SessionController(HttpCommands commands, SessionRequests requests, TreeAnswers answers,
      PathIds paths) {
    this.commands = commands;
    this.requests = requests;
    this.answers = answers;
    this.paths = paths;
  }

  @GetMapping
  List<TreeView> all(@PathVariable String rootId) {
    paths.requireFractal(rootId);
    return answers.sessions(rootId);
  }

  @PostMapping
  ResponseEntity<TreeView> add(@PathVariable String rootId, HttpServletRequest request) {
    paths.requireFractal(rootId);
    var id = commands.newId();
    var position = commands.send(requests.create(id, rootId, JsonObject.in(request)));
    return Reply.created(position, EntityRef.session(id), () -> answers.session(rootId, id));
  }

  @GetMapping("/{sessionId}")
  TreeView one(@PathVariable String rootId, @PathVariable String sessionId) {
    return answers.session(rootId, sessionId);
  }

  @PutMapping("/{sessionId}")
  ResponseEntity<TreeView> change(@PathVariable String rootId, @PathVariable String sessionId,
      HttpServletRequest request) {
    paths.requireSession(rootId, sessionId);
    var position = commands.send(requests.change(rootId, sessionId, JsonObject.in(request)));
    return Reply.ok(position, () -> answers.session(rootId, sessionId));
  }

  @DeleteMapping("/{sessionId}")
  ResponseEntity<Success> delete(@PathVariable String rootId, @PathVariable String sessionId) {
    var position = commands.send(new Delete(EntityRef.session(sessionId), rootId));
    return Reply.ok(position,
        () -> Success.of("The session and everything below it is deleted."));
  }

  @PostMapping("/{sessionId}/restore")
  ResponseEntity<TreeView> restore(@PathVariable String rootId, @PathVariable String sessionId,
      HttpServletRequest request) {
    var session = EntityRef.session(sessionId);
    var position = commands
        .send(RestoreRequest.of(rootId, session, JsonObject.inAny(request)));
    return Reply.ok(position, () -> answers.flat(rootId, session));
  }
}
