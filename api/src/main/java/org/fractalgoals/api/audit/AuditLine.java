package org.fractalgoals.api.audit;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/** An event as one line of a table; what fields it changed stands in the sentence only. */
@JsonPropertyOrder({"position", "effectiveAt", "recordedAt", "rootId", "kind", "id", "name", "type",
    "actor", "source", "actionId", "importId", "causedBy", "requestId", "sentence"})
record AuditLine(long position, String effectiveAt, String recordedAt, String rootId,
    @Nullable String kind, @Nullable String id, @Nullable String name, String type, String actor,
    String source, String actionId, @Nullable String importId, @Nullable String causedBy,
    @Nullable String requestId, String sentence) {

  static AuditLine of(AuditView event) {
    var thing = event.thing();
    return new AuditLine(event.position(), event.effectiveAt(), event.recordedAt(),
        event.rootId(), thing == null ? null : thing.kind(), thing == null ? null : thing.id(),
        thing == null ? null : thing.name(), event.type(), event.actor(), event.source(),
        event.actionId(), event.importId(), event.causedBy(), event.requestId(),
        event.sentence());
  }
}
