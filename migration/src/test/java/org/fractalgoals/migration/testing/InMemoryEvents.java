package org.fractalgoals.migration.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.fractalgoals.domain.entity.EntityChange;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.event.EventQueue;
import org.fractalgoals.domain.event.NewEvent;
import org.fractalgoals.domain.goal.GoalEvent;
import org.fractalgoals.domain.goal.GoalEvent.GoalCreated;
import org.fractalgoals.domain.imports.ImportEvent.RowKept;
import org.fractalgoals.domain.missing.MissingEvent.ThingFoundMissing;

/** Keeps what is appended, and how many events came at once. */
public final class InMemoryEvents implements EventQueue {

  private final List<NewEvent> events = new ArrayList<>();
  private final List<Integer> batches = new ArrayList<>();

  @Override
  public CompletableFuture<Long> appendLater(List<NewEvent> appended) {
    events.addAll(appended);
    batches.add(appended.size());
    return CompletableFuture.completedFuture((long) events.size());
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

  /** All of one type, in their order. */
  public <E extends DomainEvent> List<E> payloads(Class<E> type) {
    return payloads().stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** The only one of its type. */
  public <E extends DomainEvent> E only(Class<E> type) {
    var found = payloads(type);
    if (found.size() != 1) {
      throw new AssertionError("not exactly one " + type.getSimpleName() + ": " + found);
    }
    return found.getFirst();
  }

  /** The event that brings a thing into being. */
  public NewEvent beginning(EntityRef thing) {
    return events.stream()
        .filter(event -> event.payload().changes().stream()
            .anyMatch(change -> change instanceof EntityChange.Added && change.ref().equals(thing)))
        .findFirst().orElseThrow(() -> new AssertionError("there is no " + thing));
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
    return payloads(ThingFoundMissing.class).stream().map(ThingFoundMissing::thing).toList();
  }

  /** The creations, in their order. */
  public Stream<GoalCreated> creations() {
    return payloads(GoalCreated.class).stream();
  }

  public GoalCreated created(String goalId) {
    return creations().filter(created -> created.goalId().equals(goalId)).findFirst()
        .orElseThrow();
  }
}
