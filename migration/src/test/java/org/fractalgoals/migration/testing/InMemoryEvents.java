package org.fractalgoals.migration.testing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

import org.fractalgoals.domain.entity.Entity;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.event.EventAppender;
import org.fractalgoals.domain.event.NewEvent;
import org.fractalgoals.domain.goal.GoalEvent;
import org.fractalgoals.domain.goal.GoalEvent.GoalCreated;
import org.fractalgoals.domain.imports.ImportEvent.RowKept;
import org.fractalgoals.domain.missing.MissingEvent.ThingFoundMissing;

/** Keeps what is appended, and how many events came at once. */
public final class InMemoryEvents implements EventAppender {

  private final List<NewEvent> events = new ArrayList<>();
  private final List<Integer> batches = new ArrayList<>();

  @Override
  public long append(List<NewEvent> appended, Collection<Entity> seen) {
    events.addAll(appended);
    batches.add(appended.size());
    return events.size();
  }

  public List<NewEvent> all() {
    return List.copyOf(events);
  }

  public List<Integer> batches() {
    return List.copyOf(batches);
  }

  public List<DomainEvent> payloads() {
    return events.stream().map(NewEvent::payload).toList();
  }

  /** The events of one goal, in their order. */
  public List<NewEvent> of(String goalId) {
    return events.stream()
        .filter(event -> event.payload() instanceof GoalEvent goal && goal.goalId()
            .equals(goalId))
        .toList();
  }

  /** The rows that are kept for themselves, as JSON texts, each with why. */
  public List<String> kept() {
    return events.stream().filter(event -> event.payload() instanceof RowKept)
        .map(MigrationRun::imported)
        .map(imported -> String.join(" ", imported.flags()) + " " + imported.sourceRow()).toList();
  }

  /** What placeholders stand for, in their order. */
  public List<EntityRef> missing() {
    return payloads().stream().filter(ThingFoundMissing.class::isInstance)
        .map(ThingFoundMissing.class::cast).map(ThingFoundMissing::thing).toList();
  }

  /** The creations, in their order. */
  public Stream<GoalCreated> creations() {
    return payloads().stream().filter(GoalCreated.class::isInstance).map(GoalCreated.class::cast);
  }

  public GoalCreated created(String goalId) {
    return creations().filter(created -> created.goalId().equals(goalId)).findFirst()
        .orElseThrow();
  }
}
