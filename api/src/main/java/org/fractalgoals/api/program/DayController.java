package org.fractalgoals.api.program;

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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The days of a block. */
@RestController
@RequestMapping("/api/{rootId}/programs/{programId}/blocks/{blockId}/days")
class DayController {

  private final HttpCommands commands;
  private final ProgramAnswers answers;
  private final PathIds paths;

  DayController(HttpCommands commands, ProgramAnswers answers, PathIds paths) {
    this.commands = commands;
    this.answers = answers;
    this.paths = paths;
  }

  @PostMapping
  ResponseEntity<Success> add(@PathVariable String rootId, @PathVariable String programId,
      @PathVariable String blockId, HttpServletRequest request) {
    paths.requireBlock(rootId, programId, blockId);
    var position = commands
        .send(DayRequests.add(rootId, programId, blockId, JsonObject.in(request)));
    return Reply.created(position, () -> Success.of("What was asked for is planned."));
  }

  @PutMapping("/{dayId}")
  ResponseEntity<Success> edit(@PathVariable String rootId, @PathVariable String programId,
      @PathVariable String blockId, @PathVariable String dayId, HttpServletRequest request) {
    paths.requireDay(rootId, programId, blockId, dayId);
    var position = commands
        .send(DayRequests.edit(rootId, programId, blockId, dayId, JsonObject.in(request)));
    return Reply.ok(position, () -> Success.of("The day is changed."));
  }

  @DeleteMapping("/{dayId}")
  ResponseEntity<Success> delete(@PathVariable String rootId, @PathVariable String programId,
      @PathVariable String blockId, @PathVariable String dayId) {
    paths.requireDay(rootId, programId, blockId, dayId);
    var position = commands.send(new Delete(EntityRef.day(dayId), rootId));
    return Reply.ok(position, () -> Success.of("The day is deleted."));
  }

  @PostMapping("/{dayId}/copy")
  ResponseEntity<Success> copy(@PathVariable String rootId, @PathVariable String programId,
      @PathVariable String blockId, @PathVariable String dayId, HttpServletRequest request) {
    paths.requireDay(rootId, programId, blockId, dayId);
    var position = commands
        .send(DayRequests.copy(rootId, programId, blockId, dayId, JsonObject.inAny(request)));
    return Reply.ok(position, () -> Success.of("The day is copied to the other blocks."));
  }

  @PostMapping("/{dayId}/restore")
  ResponseEntity<DayView> restore(@PathVariable String rootId, @PathVariable String programId,
      @PathVariable String blockId, @PathVariable String dayId, HttpServletRequest request) {
    var block = EntityRef.block(blockId);
    var day = EntityRef.day(dayId);
    paths.requirePart(block, EntityRef.program(programId));
    paths.requirePart(day, block);
    var position = commands.send(RestoreRequest.of(rootId, day, JsonObject.inAny(request)));
    return Reply.ok(position, () -> answers.day(rootId, programId, blockId, dayId));
  }
}
