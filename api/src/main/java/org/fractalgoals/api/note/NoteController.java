package org.fractalgoals.api.note;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import org.fractalgoals.api.http.HttpCommands;
import org.fractalgoals.api.http.JsonObject;
import org.fractalgoals.api.http.PageParameters;
import org.fractalgoals.api.http.PathIds;
import org.fractalgoals.api.http.Reply;
import org.fractalgoals.api.http.Success;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.trash.Delete;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The notes of one fractal. */
@RestController
@RequestMapping("/api/{rootId}/notes")
class NoteController {

  private final HttpCommands commands;
  private final NoteAnswers answers;
  private final PathIds paths;

  NoteController(HttpCommands commands, NoteAnswers answers, PathIds paths) {
    this.commands = commands;
    this.answers = answers;
    this.paths = paths;
  }

  /**
   * A page of notes.
   *
   * @param next what to send as {@code after} for the next page; null on the last one
   */
  record Notes(List<NoteView> notes, @Nullable String next) {}

  /**
   * Notes, the newest first.
   *
   * @param context {@code kind/id} of what they are to be about: a session with what was performed in it, an activity
   *     with its instances, an instance or a goal alone; absent for all
   * @param after the {@code next} of the page before
   * @param limit how many notes at most
   */
  @GetMapping
  Notes all(@PathVariable String rootId,
      @RequestParam(required = false) @Nullable String context,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable String limit) {
    paths.requireFractal(rootId);
    var parameters = PageParameters.of(limit, after);
    var about = context == null ? null : NoteRequests.context(context);
    if (about != null) {
      paths.requireVisible(rootId, about);
    }
    var page = answers.page(rootId, about, parameters);
    return new Notes(page.items().stream().map(NoteView::of).toList(), page.next());
  }

  @PostMapping
  ResponseEntity<NoteView> create(@PathVariable String rootId, HttpServletRequest request) {
    paths.requireFractal(rootId);
    var body = JsonObject.in(request);
    var id = body.optionalId("id").orElseGet(commands::newId);
    var position = commands.send(NoteRequests.create(rootId, id, body));
    return Reply.created(position, EntityRef.note(id), () -> answers.one(rootId, id));
  }

  @GetMapping("/{noteId}")
  NoteView one(@PathVariable String rootId, @PathVariable String noteId) {
    return answers.one(rootId, noteId);
  }

  @PutMapping("/{noteId}")
  ResponseEntity<NoteView> edit(@PathVariable String rootId, @PathVariable String noteId,
      HttpServletRequest request) {
    paths.requireVisible(rootId, EntityRef.note(noteId));
    var position = commands.send(NoteRequests.edit(rootId, noteId, JsonObject.in(request)));
    return Reply.ok(position, () -> answers.one(rootId, noteId));
  }

  @DeleteMapping("/{noteId}")
  ResponseEntity<Success> delete(@PathVariable String rootId, @PathVariable String noteId) {
    var position = commands.send(new Delete(EntityRef.note(noteId), rootId));
    return Reply.ok(position, () -> Success.of("The note is deleted."));
  }

  @PostMapping("/{noteId}/restore")
  ResponseEntity<NoteView> restore(@PathVariable String rootId, @PathVariable String noteId,
      HttpServletRequest request) {
    var position = commands
        .send(NoteRequests.restore(rootId, noteId, JsonObject.inAny(request)));
    return Reply.ok(position, () -> answers.one(rootId, noteId));
  }
}
