package org.fractalgoals.api.program;

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

/** The programs of one fractal. */
@RestController
@RequestMapping("/api/{rootId}/programs")
class ProgramController {

  private final HttpCommands commands;
  private final ProgramRequests requests;
  private final ProgramAnswers answers;
  private final PathIds paths;

  ProgramController(HttpCommands commands, ProgramRequests requests, ProgramAnswers answers,
      PathIds paths) {
    this.commands = commands;
    this.requests = requests;
    this.answers = answers;
    this.paths = paths;
  }

  @GetMapping
  List<ProgramView> all(@PathVariable String rootId) {
    return answers.all(rootId);
  }

  @PostMapping
  ResponseEntity<ProgramView> create(@PathVariable String rootId, HttpServletRequest request) {
    paths.requireFractal(rootId);
    var id = commands.newId();
    var position = commands.send(requests.create(id, rootId, JsonObject.in(request)));
    return Reply.created(position, EntityRef.program(id), () -> answers.one(rootId, id));
  }

  @GetMapping("/{programId}")
  ProgramView one(@PathVariable String rootId, @PathVariable String programId) {
    return answers.one(rootId, programId);
  }

  @PutMapping("/{programId}")
  ResponseEntity<ProgramView> change(@PathVariable String rootId,
      @PathVariable String programId, HttpServletRequest request) {
    paths.requireVisible(rootId, EntityRef.program(programId));
    var position = commands.send(requests.change(rootId, programId, JsonObject.in(request)));
    return Reply.ok(position, () -> answers.one(rootId, programId));
  }

  @DeleteMapping("/{programId}")
  ResponseEntity<Success> delete(@PathVariable String rootId, @PathVariable String programId) {
    var position = commands.send(new Delete(EntityRef.program(programId), rootId));
    return Reply.ok(position, () -> Success.of("The program and all that is in it is deleted."));
  }

  @PostMapping("/{programId}/restore")
  ResponseEntity<ProgramView> restore(@PathVariable String rootId,
      @PathVariable String programId, HttpServletRequest request) {
    var position = commands.send(RestoreRequest.of(rootId, EntityRef.program(programId),
        JsonObject.inAny(request)));
    return Reply.ok(position, () -> answers.one(rootId, programId));
  }
}
