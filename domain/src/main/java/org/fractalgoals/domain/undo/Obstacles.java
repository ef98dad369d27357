package org.fractalgoals.domain.undo;

import java.util.List;
import java.util.Objects;

import org.fractalgoals.domain.audit.AuditFilter;
import org.fractalgoals.domain.audit.AuditTrail;
import org.fractalgoals.domain.audit.AuditedEvent;
import org.fractalgoals.domain.entity.Entity;
import org.fractalgoals.domain.entity.Entity.Life;
import org.fractalgoals.domain.entity.EntityChange;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.Origin;
import org.fractalgoals.domain.fact.FieldKey;
import org.fractalgoals.domain.rule.Rule;
import org.fractalgoals.domain.rule.Rule.Later;
import org.fractalgoals.domain.rule.RuleViolation;

/** Says what stands in the way of undoing an action, and by whom it was put there. */
final class Obstacles {

  private final String actionId;
  private final AuditTrail trail;

  Obstacles(String actionId, AuditTrail trail) {
    this.actionId = actionId;
    this.trail = trail;
  }

  /**
   * Something is deleted that must not be.
   *
   * @throws RuleViolation if it is
   */
  void requireLiving(List<Entity> lineage) {
    for (var entity : lineage.reversed()) {
      if (!entity.lives()) {
        throw deleted(entity);
      }
    }
  }

  /** Something is deleted, or purged. */
  RuleViolation deleted(Entity gone) {
    if (gone.life() == Life.PURGED) {
      return new RuleViolation(new Rule.IsPurged(gone.ref()));
    }
    var deletion = trail.page(AuditFilter.ofAction(Objects.requireNonNull(gone.deletedBy())),
        Long.MAX_VALUE, 1).events().getFirst();
    return refusal(deletion, new Rule.WasDeletedSince(gone.ref(), later(deletion)));
  }

  /** Something that the action deleted is not in the trash any more, or not because of the action. */
  RuleViolation notDeleted(Entity entity) {
    if (entity.life() == Life.PURGED) {
      return new RuleViolation(new Rule.IsPurged(entity.ref()));
    }
    var restoration = trail.stream(entity.stream(), 0, Integer.MAX_VALUE).reversed().stream()
        .filter(event -> restores(event, entity.ref())).findFirst();
    return restoration
        .map(event -> refusal(event, new Rule.WasRestoredSince(entity.ref(), later(event))))
        .orElseGet(() -> new RuleViolation(new Rule.NothingLeftToUndo(actionId, null)));
  }

  private static boolean restores(AuditedEvent event, EntityRef ref) {
    var payload = event.payload();
    return payload != null && payload.changes().contains(new EntityChange.Restored(ref));
  }

  /** A field has another value by now. */
  RuleViolation changed(FieldKey key, AuditedEvent since) {
    var ref = key.thing();
    if (!key.isDeletion()) {
      return refusal(since, new Rule.WasChangedSince(ref, key.field(), later(since)));
    }
    return restores(since, ref)
        ? refusal(since, new Rule.WasRestoredSince(ref, later(since)))
        : refusal(since, new Rule.WasDeletedSince(ref, later(since)));
  }

  private RuleViolation refusal(AuditedEvent since, Rule rule) {
    return new RuleViolation(actionId.equals(since.annotations().get(Origin.UNDOES))
        ? new Rule.NothingLeftToUndo(actionId, later(since))
        : rule);
  }

  private static Later later(AuditedEvent event) {
    return new Later(event.actionId(), event.actor(), event.recordedAt());
  }
}
