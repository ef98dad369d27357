package org.fractalgoals.domain.undo;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.fractalgoals.domain.audit.AuditedEvent;
import org.fractalgoals.domain.entity.EntityRef;

/**
 * An event of the action.
 *
 * @param changes what was different after it
 */
record Step(AuditedEvent event, List<Change> changes) {

  Step {
    changes = List.copyOf(changes);
  }

  /** What has to be taken back: of a thing that came into being, only that. */
  List<Change> toTakeBack() {
    Set<EntityRef> created = changes.stream().filter(Change::creates)
        .map(change -> change.key().thing()).collect(Collectors.toSet());
    return changes.stream()
        .filter(change -> change.creates() || !created.contains(change.key().thing())).toList();
  }
}
