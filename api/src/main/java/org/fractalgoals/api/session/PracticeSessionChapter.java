package org.fractalgoals.api.session;

import java.util.List;

import org.fractalgoals.api.openapi.Chapter;
import org.fractalgoals.api.openapi.Operation;
import org.fractalgoals.api.openapi.Topic;
import org.fractalgoals.api.tree.TreeShapes;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What the document says of the sessions of all fractals. */
@Lazy
@Component
final class PracticeSessionChapter implements Chapter.Author {

  @Override
  public Chapter chapter() {
    return new Chapter(PracticeSessionController.class, Topic.SESSIONS, List.of(), operations());
  }

  private static List<Operation> operations() {
    return List.of(
        Operation.of("all", "listAllSessions", "List the sessions of all fractals")
            .answersList(TreeShapes.SESSION,
                "The sessions with what is below them, in order of creation."),
        Operation.of("add", "createNamedSession", "Add a session with a generated name")
            .says("In the fractal of its parents, below the first of them.")
            .takes(SessionShapes.NEW_NAMED_SESSION)
            .refuses(404, "A goal that `parent_ids` names does not exist, or is deleted.")
            .creates(SessionShapes.CREATED, "The new session."));
  }
}
