package org.fractalgoals.api.audit;

import org.fractalgoals.api.http.HttpProblem;
import org.fractalgoals.api.http.Timeless;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.entity.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What happened to one thing, be it deleted or purged. */
@Timeless
@RestController
class HistoryController {

  private final AuditAnswers answers;

  HistoryController(AuditAnswers answers) {
    this.answers = answers;
  }

  @GetMapping("/api/{rootId}/{kind}/{id}/history")
  AuditAnswers.Page history(@PathVariable String rootId, @PathVariable String kind,
      @PathVariable String id, @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable String limit) {
    return answers.history(rootId, new EntityRef(kind(kind), id), after, limit);
  }

  /** By its code, or by the word that stands for things of the kind in other paths. */
  private static Kind kind(String word) {
    return switch (word) {
      case "goals" -> Kind.GOAL;
      case "sessions" -> Kind.SESSION;
      case "activities" -> Kind.ACTIVITY;
      case "activity-groups" -> Kind.GROUP;
      case "session-templates" -> Kind.TEMPLATE;
      case "programs" -> Kind.PROGRAM;
      case "notes" -> Kind.NOTE;
      default -> Kind.withCode(word)
          .orElseThrow(() -> HttpProblem
              .notFound("There is no kind of things called \"%s\".".formatted(word)));
    };
  }
}
