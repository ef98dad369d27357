package org.fractalgoals.api.audit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.fractalgoals.api.http.WallClockText;
import org.fractalgoals.domain.audit.AuditTrail;
import org.fractalgoals.domain.audit.AuditedEvent;
import org.fractalgoals.domain.audit.Differences;
import org.fractalgoals.domain.audit.FieldChange;
import org.fractalgoals.domain.audit.Subjects;
import org.fractalgoals.domain.entity.EntityChange.Deleted;
import org.fractalgoals.domain.entity.EntityChange.Restored;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.Origin;
import org.fractalgoals.domain.fact.FieldKey;
import org.jspecify.annotations.Nullable;

/** Shows events with their differences and what they mean. Used for one question: what a thing is called, and what caused the others, is asked once. */
public final class AuditViews {

  private final AuditTrail trail;
  private final Differences differences;
  private final WallClockText clock;
  private final Function<EntityRef, Optional<String>> names;
  private final Map<EntityRef, Optional<String>> known = new HashMap<>();
  private final Map<String, Optional<EntityRef>> causes = new HashMap<>();
  private final Sentences sentences;
  private final FieldValues values;

  /**
   * @param names what things are called now
   */
  public AuditViews(AuditTrail trail, WallClockText clock,
      Function<EntityRef, Optional<String>> names) {
    this.trail = trail;
    this.differences = new Differences(trail);
    this.clock = clock;
    this.names = names;
    this.values = new FieldValues(clock);
    this.sentences = new Sentences(clock.zone(), this::inWords);
  }

  public List<AuditView> of(List<AuditedEvent> events) {
    return events.stream().map(this::of).toList();
  }

  public AuditView of(AuditedEvent event) {
    var changes = differences.of(event);
    return new AuditView(event.position(), event.eventId(), clock.of(event.effectiveAt()),
        clock.of(event.recordedAt()), event.rootId(),
        subject(event).map(thing -> new ThingView(thing.kind().code(), thing.id(),
            name(thing).orElse(null))).orElse(null),
        event.type(), event.actor(), event.source().code(), event.actionId(), event.importId(),
        event.causationId(),
        event.annotations().get(Origin.REQUEST_ID) instanceof String id ? id : null,
        event.flags(), sentences.of(event, cause(event), changes),
        changes.stream().map(this::view).toList(),
        event.purgedBy());
  }

  private @Nullable EntityRef cause(AuditedEvent event) {
    var id = event.causationId();
    return id == null
        ? null
        : causes
            .computeIfAbsent(id,
                any -> trail.event(any).filter(AuditViews::takesOthersAlong)
                    .flatMap(AuditViews::subject))
            .orElse(null);
  }

  private static boolean takesOthersAlong(AuditedEvent event) {
    var payload = event.payload();
    return payload != null && payload.changes().stream()
        .anyMatch(change -> change instanceof Deleted || change instanceof Restored);
  }

  /** What it is most about; of what was purged only the stream is known. */
  private static Optional<EntityRef> subject(AuditedEvent event) {
    var payload = event.payload();
    return payload == null
        ? EntityRef.read(event.stream())
        : Subjects.of(payload).stream().findFirst();
  }

  private Optional<String> name(EntityRef thing) {
    return known.computeIfAbsent(thing, names);
  }

  private String inWords(EntityRef thing) {
    return name(thing).map(name -> "%s \"%s\"".formatted(thing.kind().code(), name))
        .orElseGet(() -> thing.kind().code() + " " + thing.id());
  }

  private ChangeView view(FieldChange change) {
    var key = change.key();
    return new ChangeView(key.thing().toString(),
        key.field().equals(FieldKey.DELETED) ? "deleted" : key.field(),
        key.part().isEmpty() ? null : key.part(), values.json(change.before()),
        values.json(change.after()));
  }
}
