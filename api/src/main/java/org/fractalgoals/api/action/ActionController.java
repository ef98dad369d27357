package org.fractalgoals.api.action;

import org.fractalgoals.api.Application;
import org.fractalgoals.api.http.HttpCommands;
import org.fractalgoals.api.http.Reply;
import org.fractalgoals.domain.audit.AuditFilter;
import org.fractalgoals.domain.audit.AuditTrail;
import org.fractalgoals.domain.undo.Undo;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What can be done about an action as a whole. */
@RestController
class ActionController {

  private final HttpCommands commands;
  private final AuditTrail trail;

  ActionController(HttpCommands commands, Application application) {
    this.commands = commands;
    this.trail = application.store().audit();
  }

  @PostMapping("/api/{rootId}/actions/{actionId}/undo")
  ResponseEntity<UndoneView> undo(@PathVariable String rootId, @PathVariable String actionId) {
    var undo = commands.act(new Undo(rootId, actionId));
    return Reply.ok(undo.position(),
        () -> new UndoneView(undo.actionId(), actionId, eventsOf(undo.actionId())));
  }

  private long eventsOf(String actionId) {
    return trail.counts(AuditFilter.ofAction(actionId)).total();
  }
}
