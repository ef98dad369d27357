package org.fractalgoals.domain.undo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.fractalgoals.domain.audit.AuditedEvent;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.fact.Facts;
import org.fractalgoals.domain.fact.FieldEvents;
import org.fractalgoals.domain.fact.FieldKey;
import org.fractalgoals.domain.rule.RuleViolation;

/** What happened in one stream, and what of it the action did. */
final class History {

  private final String stream;
  private final String actionId;
  private final Facts now = new Facts();
  private final Map<FieldKey, AuditedEvent> changedBy = new HashMap<>();
  private final List<Step> steps = new ArrayList<>();
  private Facts afterwards = now;
  private long end;

  private History(String stream, String actionId) {
    this.stream = stream;
    this.actionId = actionId;
  }

  /**
   * @throws RuleViolation if some of it was purged
   */
  static History of(String stream, Given given) {
    var history = new History(stream, given.action().actionId());
    given.trail().stream(stream, 0, Integer.MAX_VALUE).forEach(history::add);
    return history;
  }

  private void add(AuditedEvent event) {
    if (event.payload() == null && !event.actionId().equals(actionId)) {
      // a part of it was purged, which is no part of what is to be undone
      end = event.sequence();
      return;
    }
    var payload = PastAction.payload(event);
    var changes = new ArrayList<Change>();
    for (var fact : FieldEvents.told(payload, now)) {
      if (!now.agree(fact) && !fact.key().isUpdate()) {
        changes.add(new Change(fact.key(), now.value(fact.key()).orElse(null), fact.value(),
            changedBy.get(fact.key())));
      }
    }
    changes.forEach(change -> changedBy.put(change.key(), event));
    now.tell(payload);
    end = event.sequence();
    if (event.actionId().equals(actionId)) {
      steps.add(new Step(event, changes));
      afterwards = now.copy();
    }
  }

  /** Name of the stream. */
  String stream() {
    return stream;
  }

  /** The place of its last event. */
  long end() {
    return end;
  }

  /** What is so today. */
  Facts now() {
    return now.copy();
  }

  /** The events of the action, in their order. */
  List<Step> steps() {
    return List.copyOf(steps);
  }

  /**
   * What the action changed is as the action left it; of what it created, everything is.
   *
   * @throws RuleViolation if it is not
   */
  void requireUnchanged(Set<EntityRef> created, Obstacles obstacles) {
    var made = new HashSet<FieldKey>();
    steps.forEach(step -> step.changes().forEach(change -> made.add(change.key())));
    var since = afterwards.differing(now).stream()
        .filter(key -> !key.isUpdate())
        .filter(key -> made.contains(key) || created.contains(key.thing()))
        .map(key -> Map.entry(key, Objects.requireNonNull(changedBy.get(key))))
        .max(Map.Entry.comparingByValue(
            Comparator.comparingLong(AuditedEvent::position)));
    if (since.isPresent()) {
      throw obstacles.changed(since.get().getKey(), since.get().getValue());
    }
  }
}
