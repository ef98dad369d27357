package org.fractalgoals.api.audit;

import org.fractalgoals.api.http.KindWord;
import org.fractalgoals.api.http.Timeless;
import org.fractalgoals.domain.entity.EntityRef;
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
    return answers.history(rootId, new EntityRef(KindWord.kind(kind), id), after, limit);
  }
}
