package org.fractalgoals.api.trash;

import java.util.List;

import org.fractalgoals.api.openapi.Chapter;
import org.fractalgoals.api.openapi.Forms;
import org.fractalgoals.api.openapi.NamedSchema;
import org.fractalgoals.api.openapi.Operation;
import org.fractalgoals.api.openapi.RecordShape;
import org.fractalgoals.api.openapi.Topic;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What the document says of the trash. */
@Lazy
@Component
final class TrashChapter implements Chapter.Author {

  private static final NamedSchema DELETED = RecordShape
      .of("DeletedThing", TrashView.class, "A deletion that can be looked at, and perhaps undone.")
      .member("action_id", "What all that was deleted together has in common.")
      .member("deleted_at", Forms.WALL_CLOCK, "When it was deleted.")
      .member("kind", "What it is, such as `goal`, `session` or `template`.")
      .member("id", "Its id.")
      .member("root_id", "Id of the fractal it is in.")
      .member("name", "Its name.")
      .member("count",
          "How many things with a deletion of their own come back, itself included; what is inside a session is not counted.")
      .member("restorable", "Whether it can come back as it was.")
      .member("reason",
          "What is in the way, or what was purged since and will not come back; null if nothing.")
      .example("""
        {"action_id": "01a20b5c-4f55-74b8-a17f-2a5bad4e33aa",
         "deleted_at": "2026-03-05T05:06:07.123456", "kind": "goal", "id": "knots",
         "root_id": "sail", "name": "Tie knots", "count": 2, "restorable": true, "reason": null}
        """);

  @Override
  public Chapter chapter() {
    return new Chapter(TrashController.class, Topic.TRASH, List.of(DELETED), operations());
  }

  private static List<Operation> operations() {
    return List.of(
        Operation.of("all", "listTrash", "List what is deleted in all fractals")
            .answersList(DELETED, "The deletions, deleted fractals among them, the latest first."),
        Operation.of("ofFractal", "listFractalTrash", "List what is deleted in a fractal")
            .answersList(DELETED, "The deletions, the latest first."));
  }
}
