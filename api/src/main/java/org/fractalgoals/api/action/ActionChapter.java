package org.fractalgoals.api.action;

import java.util.List;

import org.fractalgoals.api.openapi.Chapter;
import org.fractalgoals.api.openapi.NamedSchema;
import org.fractalgoals.api.openapi.Operation;
import org.fractalgoals.api.openapi.RecordShape;
import org.fractalgoals.api.openapi.Topic;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What the document says of actions. */
@Lazy
@Component
final class ActionChapter implements Chapter.Author {

  private static final NamedSchema UNDONE = RecordShape
      .of("UndoneAction", UndoneView.class, "An action that was undone.")
      .member("action_id", "The undo: an action of its own, which can be undone as well.")
      .member("undone", "The action that it took back.")
      .member("events", "How many events that took.")
      .example("""
        {"action_id": "01a20b5d-0a11-7c3e-8f52-6d1b0c9e7a10",
         "undone": "01a20b5c-4f55-74b8-a17f-2a5bad4e33aa", "events": 2}
        """);

  @Override
  public Chapter chapter() {
    return new Chapter(ActionController.class, Topic.AUDIT, List.of(UNDONE), operations());
  }

  private static List<Operation> operations() {
    return List.of(Operation.of("undo", "undoAction", "Undo an action")
        .says(
            """
              Takes back all of it or nothing: what was deleted comes back, what was created or restored goes, every field
              gets the value it had before. What happened stays in the history. A body is not looked at.
              """)
        .answers(UNDONE, "It is undone.")
        .refuses(404, "There is no such action in this fractal.")
        .refuses(409,
            "A later change stands in the way, which `error` names with its action; or it is undone already; or nothing takes back what happened; or it was imported; or a set rule would be broken, such as a name that is taken meanwhile. Or others changed the same thing at the same moment."));
  }
}
