package org.fractalgoals.api.audit;

import java.util.List;

import org.fractalgoals.api.openapi.Chapter;
import org.fractalgoals.api.openapi.Operation;
import org.fractalgoals.api.openapi.Topic;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What the document says of the history of one thing. */
@Lazy
@Component
final class HistoryChapter implements Chapter.Author {

  @Override
  public Chapter chapter() {
    return new Chapter(HistoryController.class, Topic.AUDIT, List.of(), operations());
  }

  private static List<Operation> operations() {
    return List.of(AuditShapes
        .paged(Operation.of("history", "getHistory", "Tell what happened to a thing"))
        .says("From its beginning, deleted or not; that of a session tells of what was performed in"
            + " it, that of an activity of its metrics and splits, that of a program of its blocks and days.")
        .refuses(400, "A parameter cannot be read.")
        .answers(AuditShapes.PAGE, "A page of events, the first one first."));
  }
}
