package org.fractalgoals.api.audit;

import java.util.List;

import org.fractalgoals.api.openapi.Chapter;
import org.fractalgoals.api.openapi.Operation;
import org.fractalgoals.api.openapi.Topic;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What the document says of the history of fractals. */
@Lazy
@Component
final class AuditChapter implements Chapter.Author {

  @Override
  public Chapter chapter() {
    return new Chapter(AuditController.class, Topic.AUDIT, AuditShapes.ALL, operations());
  }

  private static List<Operation> operations() {
    return List.of(
        AuditShapes.paged(AuditShapes.narrowed(
            Operation.of("page", "auditFractal", "List what happened in a fractal")))
            .says("The latest first, in the order of storing. The fractal may be deleted.")
            .answers(AuditShapes.PAGE, "A page of events."),
        AuditShapes.narrowed(
            Operation.of("counts", "countFractalAudit", "Count what happened in a fractal"))
            .answers(AuditShapes.COUNTS, "How many events there are."),
        AuditShapes.exported(AuditShapes.narrowed(
            Operation.of("export", "exportFractalAudit", "Export what happened in a fractal"))));
  }
}
