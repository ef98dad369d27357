package org.fractalgoals.api.session;

import java.util.ArrayList;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import org.fractalgoals.api.http.HttpCommands;
import org.fractalgoals.api.http.HttpProblem;
import org.fractalgoals.api.http.JsonObject;
import org.fractalgoals.api.http.PathIds;
import org.fractalgoals.api.http.Reply;
import org.fractalgoals.api.tree.TreeAnswers;
import org.fractalgoals.api.tree.TreeView;
import org.fractalgoals.domain.entity.Entity;
import org.fractalgoals.domain.entity.EntityRef;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Sessions of all fractals. */
@RestController
class PracticeSessionController {

  private final HttpCommands commands;
  private final SessionRequests requests;
  private final TreeAnswers answers;
  private final PathIds paths;

  PracticeSessionController(HttpCommands commands, SessionRequests requests, TreeAnswers answers,
      PathIds paths) {
    this.commands = commands;
    this.requests = requests;
    this.answers = answers;
    this.paths = paths;
  }

  /** The answer to the creation of a session. */
  record Created(boolean success, TreeView practiceSession) {}

  @GetMapping("/api/practice-sessions")
  List<TreeView> all() {
    return answers.sessions();
  }

  /** A session in the fractal of its parents. */
  @PostMapping("/api/goals/practice-session")
  ResponseEntity<Created> add(HttpServletRequest request) {
    var body = JsonObject.in(request);
    var parentIds = body.ids("parent_ids");
    var rootId = rootOf(parentIds);
    var id = commands.newId();
    var position = commands.send(requests.createNamed(id, rootId, parentIds, body));
    return Reply.created(position, EntityRef.session(id),
        () -> new Created(true, answers.session(rootId, id)));
  }

  private String rootOf(List<String> parentIds) {
    var roots = new ArrayList<String>();
    parentIds.stream().map(EntityRef::goal).map(paths::requireVisible).map(Entity::rootId)
        .distinct().forEach(roots::add);
    if (roots.size() != 1) {
      throw HttpProblem.badRequest(roots.isEmpty()
          ? "\"parent_ids\" must name at least one goal."
          : "The goals in \"parent_ids\" belong to different fractals.");
    }
    return roots.get(0);
  }
}
