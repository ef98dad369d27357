package org.fractalgoals.api.purge;

import java.time.Duration;

import org.fractalgoals.api.Application;
import org.fractalgoals.api.erasure.Erasure;
import org.fractalgoals.api.http.HttpCommands;
import org.fractalgoals.api.http.HttpProblem;
import org.fractalgoals.api.http.KindWord;
import org.fractalgoals.api.http.Reply;
import org.fractalgoals.api.http.Timeless;
import org.fractalgoals.domain.audit.AuditTrail;
import org.fractalgoals.domain.audit.AuditedEvent;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.purge.Purge;
import org.fractalgoals.domain.purge.PurgeEvent.PurgeCarriedOut;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Erases things for good. */
@Timeless
@RestController
class PurgeController {

  /** How long an answer waits for the files. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final HttpCommands commands;
  private final AuditTrail trail;
  private final Erasure erasure;

  PurgeController(HttpCommands commands, Application application) {
    this.commands = commands;
    this.trail = application.store().audit();
    this.erasure = application.erasure();
  }

  @DeleteMapping("/api/admin/{rootId}/{kind}/{id}")
  ResponseEntity<PurgedView> purge(@PathVariable String rootId, @PathVariable String kind,
      @PathVariable String id, @RequestParam(required = false) @Nullable String reason) {
    if (reason == null) {
      throw HttpProblem.badRequest("\"reason\" is missing.");
    }
    var purge = commands
        .act(new Purge(new EntityRef(KindWord.kind(kind), id), rootId, reason));
    var complete = isComplete();
    return Reply.of(complete ? HttpStatus.OK : HttpStatus.ACCEPTED, purge.position(),
        () -> view(purge.actionId(), complete));
  }

  private boolean isComplete() {
    try {
      return erasure.await(PATIENCE);
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private PurgedView view(String actionId, boolean complete) {
    var act = trail.stream(PurgeCarriedOut.streamOf(actionId), 0, 1).stream()
        .map(AuditedEvent::payload).map(PurgeCarriedOut.class::cast).findFirst().orElseThrow();
    return new PurgedView(actionId, act.things(), act.events(), complete);
  }

  @GetMapping("/api/admin/erasure")
  ErasureView erasure() {
    return ErasureView.of(erasure);
  }
}
