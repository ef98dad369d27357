package org.fractalgoals.domain.trash;

import java.time.Instant;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.entity.Kind;
import org.fractalgoals.domain.event.DomainEvent;

/** The events by which things of one kind are deleted and restored. */
public interface Lifecycle {

  /** The kind whose events these are. */
  Kind kind();

  DomainEvent deleted(String id, Instant at);

  DomainEvent restored(String id, Instant at);

  /** Given another name while being restored. */
  DomainEvent renamed(String id, String name, Instant at);

  /** Given another parent while being restored, with a place among its children. */
  DomainEvent moved(String id, EntityRef parent, long sortOrder, Instant at);
}
