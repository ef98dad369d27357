package org.fractalgoals.api.program;

import jakarta.servlet.http.HttpServletRequest;
import org.fractalgoals.api.http.HttpCommands;
import org.fractalgoals.api.http.JsonObject;
import org.fractalgoals.api.http.PathIds;
import org.fractalgoals.api.http.Reply;
import org.fractalgoals.api.http.RestoreRequest;
import org.fractalgoals.domain.entity.EntityRef;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Single blocks of a program; a program is saved with all of them at once. */
@RestController
@RequestMapping("/api/{rootId}/programs/{programId}/blocks/{blockId}")
class BlockController {

  private final HttpCommands commands;
  private final ProgramAnswers answers;
  private final PathIds paths;

  BlockController(HttpCommands commands, ProgramAnswers answers, PathIds paths) {
    this.commands = commands;
    this.answers = answers;
    this.paths = paths;
  }

  /** The block with the goal that is attached to it now, in the words of the existing API. */
  record Attached(String message, BlockView block) {}

  @PostMapping("/goals")
  ResponseEntity<Attached> attach(@PathVariable String rootId, @PathVariable String programId,
      @PathVariable String blockId, HttpServletRequest request) {
    paths.requireBlock(rootId, programId, blockId);
    var position = commands
        .send(DayRequests.attach(rootId, programId, blockId, JsonObject.in(request)));
    return Reply.ok(position, () -> new Attached("Goal attached and updated",
        answers.block(rootId, programId, blockId)));
  }

  @PostMapping("/restore")
  ResponseEntity<BlockView> restore(@PathVariable String rootId, @PathVariable String programId,
      @PathVariable String blockId, HttpServletRequest request) {
    var block = EntityRef.block(blockId);
    paths.requirePart(block, EntityRef.program(programId));
    var position = commands.send(RestoreRequest.of(rootId, block, JsonObject.inAny(request)));
    return Reply.ok(position, () -> answers.block(rootId, programId, blockId));
  }
}
