package org.fractalgoals.api.session;

import java.util.List;

import org.fractalgoals.api.openapi.Chapter;
import org.fractalgoals.api.openapi.Operation;
import org.fractalgoals.api.openapi.SharedShapes;
import org.fractalgoals.api.openapi.Topic;
import org.fractalgoals.api.tree.TreeShapes;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What the document says of the sessions of one fractal. */
@Lazy
@Component
final class SessionChapter implements Chapter.Author {

  @Override
  public Chapter chapter() {
    return new Chapter(SessionController.class, Topic.SESSIONS, SessionShapes.ALL, operations());
  }

  private static List<Operation> operations() {
    return List.of(
        Operation.of("all", "listSessions", "List the sessions of a fractal")
            .answersList(TreeShapes.SESSION,
                "The sessions with what is below them, the newest first."),
        Operation.of("add", "createSession", "Add a session")
            .says("Below the first of its parents; it is linked to all of them.")
            .takes(SessionShapes.NEW_SESSION)
            .creates(TreeShapes.SESSION, "The new session, with the goals created below it."),
        Operation.of("one", "getSession", "Get a session")
            .answers(TreeShapes.SESSION, "The session with what is below it."),
        Operation.of("change", "updateSession", "Change a session")
            .says(
                "All members that are sent are changed, or none. An end before the start is kept and marked.")
            .takes(SessionShapes.SESSION_CHANGES)
            .answers(TreeShapes.SESSION, "The session with what is below it."),
        Operation.of("delete", "deleteSession", "Delete a session")
            .says("The goals below it and what was performed in it go along, and come back along.")
            .answers(SharedShapes.SUCCESS, "It is deleted."),
        Operation.of("restore", "restoreSession", "Bring a session back")
            .mayTake(SharedShapes.RESTORATION)
            .refuses(409, SharedShapes.CANNOT_COME_BACK)
            .answers(TreeShapes.SESSION, "The session, without what is below it."));
  }
}
