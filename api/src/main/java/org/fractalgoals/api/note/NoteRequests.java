package org.fractalgoals.api.note;

import java.util.Optional;

import org.fractalgoals.api.http.HttpProblem;
import org.fractalgoals.api.http.JsonObject;
import org.fractalgoals.api.http.RestoreRequest;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.entity.Kind;
import org.fractalgoals.domain.note.Content;
import org.fractalgoals.domain.note.NoteCommand.CreateNote;
import org.fractalgoals.domain.note.NoteCommand.EditNote;
import org.fractalgoals.domain.note.NoteId;
import org.fractalgoals.domain.trash.Restore;

/** Makes commands of what requests carry. What is wrong with a request is a {@link HttpProblem} with status 400. */
final class NoteRequests {

  private NoteRequests() {}

  /**
   * @param noteId the id for the note
   */
  static CreateNote create(String rootId, String noteId, JsonObject body) {
    var context = body.optionalObject("context").orElseThrow(() -> HttpProblem
        .badRequest("\"context\" is needed: what the note is about, an object."));
    return new CreateNote(new NoteId(noteId), rootId,
        new EntityRef(kind(context.text("kind")), context.id("id")),
        body.optionalInteger("set_index").orElse(null), content(body));
  }

  static EditNote edit(String rootId, String noteId, JsonObject body) {
    return new EditNote(new NoteId(noteId), rootId, content(body));
  }

  static Restore restore(String rootId, String noteId, JsonObject body) {
    return RestoreRequest.of(rootId, EntityRef.note(noteId), body);
  }

  /** What the notes of a list are to be about: {@code kind/id}. An id may have slashes of its own. */
  static EntityRef context(String text) {
    int slash = text.indexOf('/');
    return Optional.of(text).filter(any -> slash > 0)
        .map(any -> new EntityRef(kind(any.substring(0, slash)),
            JsonObject.requireId("context", any.substring(slash + 1))))
        .orElseThrow(() -> HttpProblem
            .badRequest("\"context\" must be a kind and an id, such as session/0197."));
  }

  private static Content content(JsonObject body) {
    return new Content(body.text("content"));
  }

  private static Kind kind(String code) {
    return switch (code) {
      case "goal" -> Kind.GOAL;
      case "session" -> Kind.SESSION;
      case "instance" -> Kind.INSTANCE;
      case "activity" -> Kind.ACTIVITY;
      default -> throw HttpProblem.badRequest(
          "The kind of a context must be goal, session, instance or activity.");
    };
  }
}
