package org.fractalgoals.domain.undo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.fractalgoals.domain.action.Decision;
import org.fractalgoals.domain.entity.Entity;
import org.fractalgoals.domain.event.DomainEvent;

/** A decision that is being made. */
final class Draft {

  private final List<DomainEvent> events = new ArrayList<>();
  private final Set<Entity> seen = new LinkedHashSet<>();
  private final Map<String, Long> ends = new HashMap<>();

  void add(DomainEvent event) {
    events.add(event);
  }

  /** It rests on these being as they are. */
  void sees(Collection<Entity> entities) {
    seen.addAll(entities);
  }

  /** It rests on nothing more having happened to the thing. */
  void reads(History history) {
    ends.put(history.stream(), history.end());
  }

  boolean isEmpty() {
    return events.isEmpty();
  }

  Decision decision() {
    return new Decision(events, seen, ends);
  }
}
