package org.fractalgoals.domain.undo;

import java.time.Instant;

import org.fractalgoals.domain.audit.AuditTrail;
import org.fractalgoals.domain.entity.Entities;
import org.fractalgoals.domain.event.JsonText;
import org.fractalgoals.domain.trash.Lifecycles;

/**
 * What an undo depends on.
 *
 * @param action what is to be undone
 * @param emptyList what stands for a list that there was not
 */
record Given(PastAction action, AuditTrail trail, Entities entities, Lifecycles lifecycles,
    JsonText emptyList, Instant now) {

  Obstacles obstacles() {
    return new Obstacles(action.actionId(), trail);
  }
}
