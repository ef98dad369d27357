package org.fractalgoals.domain.trash;

import java.time.Instant;

import org.fractalgoals.domain.entity.Entity;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.entity.Kind;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.rule.Rule;
import org.fractalgoals.domain.rule.RuleViolation;

/** The events by which things of one kind are deleted and restored. */
public interface Lifecycle {

  /** The kind whose events these are. */
  Kind kind();

  DomainEvent deleted(Entity thing, Instant at);

  DomainEvent restored(Entity thing, Instant at);

  /**
   * Given another name while being restored.
   *
   * @throws RuleViolation if things of this kind have no name
   */
  default DomainEvent renamed(Entity thing, String name, Instant at) {
    throw new RuleViolation(new Rule.HasNoName(thing.ref()));
  }

  /**
   * Given another parent while being restored, with a place among its children.
   *
   * @throws RuleViolation if things of this kind stay where they are
   */
  default DomainEvent moved(Entity thing, EntityRef parent, long sortOrder, Instant at) {
    throw new RuleViolation(new Rule.CannotBeMoved(thing.ref()));
  }
}
