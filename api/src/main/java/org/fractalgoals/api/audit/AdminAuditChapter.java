package org.fractalgoals.api.audit;

import java.util.List;

import org.fractalgoals.api.openapi.Chapter;
import org.fractalgoals.api.openapi.Operation;
import org.fractalgoals.api.openapi.Schema;
import org.fractalgoals.api.openapi.Topic;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What the document says of the history of everything. */
@Lazy
@Component
final class AdminAuditChapter implements Chapter.Author {

  @Override
  public Chapter chapter() {
    return new Chapter(AdminAuditController.class, Topic.ADMIN, List.of(), operations());
  }

  private static List<Operation> operations() {
    return List.of(
        AuditShapes.paged(narrowed(Operation.of("page", "audit", "List what happened anywhere")))
            .says("The latest first, in the order of storing.")
            .answers(AuditShapes.PAGE, "A page of events."),
        narrowed(Operation.of("counts", "countAudit", "Count what happened anywhere"))
            .answers(AuditShapes.COUNTS, "How many events there are."),
        AuditShapes.exported(
            narrowed(Operation.of("export", "exportAudit", "Export what happened anywhere"))));
  }

  private static Operation narrowed(Operation operation) {
    return AuditShapes.narrowed(operation.query("root", Schema.text(),
        "In this fractal; `$system` for acts that belong to none."));
  }
}
