package org.fractalgoals.domain.undo;

import org.fractalgoals.domain.audit.AuditedEvent;
import org.fractalgoals.domain.fact.Fact;
import org.fractalgoals.domain.fact.FieldKey;
import org.jspecify.annotations.Nullable;

/**
 * A field that an event gave another value.
 *
 * @param before null for none
 * @param after null for none
 * @param earlier the event that had given it the value before; null if there is none
 */
record Change(FieldKey key, @Nullable Object before, @Nullable Object after,
    @Nullable AuditedEvent earlier) {

  /** What is to be so again; to be deleted is as good as not to be there yet. */
  Fact wanted() {
    return new Fact(key, creates() ? true : before);
  }

  /** Whether the thing itself came into being. */
  boolean creates() {
    return key.isDeletion() && before == null;
  }
}
