package org.fractalgoals.migration.merge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.fractalgoals.domain.entity.Entity;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.fact.Fact;
import org.fractalgoals.domain.fact.Facts;
import org.fractalgoals.domain.fact.FieldEvents;
import org.fractalgoals.domain.fact.FieldKey;
import org.fractalgoals.domain.fact.Wish;
import org.fractalgoals.migration.history.Flags;
import org.fractalgoals.migration.history.LegacyEvent;
import org.fractalgoals.migration.history.LegacyUnit;
import org.fractalgoals.migration.merge.Comparison.Verdict;
import org.fractalgoals.migration.merge.Telling.Step;
import org.jspecify.annotations.Nullable;

/** Goes once through what a file tells of one stream, and keeps of it what is new to the store. */
final class UnitMerge {

  private final LegacyUnit unit;
  private final boolean takesChanges;
  private final boolean takesConflicts;
  private final Predicate<EntityRef> purged;
  private final Telling telling;
  private final Facts current;
  private final Comparison comparison;
  private final Barriers barriers;
  private final Facts wanted;
  private final Facts running;
  private final Rows rows = new Rows();
  private final List<LegacyEvent> events = new ArrayList<>();
  private final Set<Conflict> conflicts = new LinkedHashSet<>();

  UnitMerge(LegacyUnit unit, Facts base, Facts current,
      Function<EntityRef, Optional<Entity>> known, Predicate<EntityRef> purged,
      boolean takesChanges, boolean takesConflicts) {
    this.unit = unit;
    this.purged = purged;
    this.takesChanges = takesChanges;
    this.takesConflicts = takesConflicts;
    this.current = current;
    this.telling = new Telling(unit);
    this.comparison = new Comparison(base, current, telling.facts());
    this.barriers = new Barriers(unit.ref(), current, telling.facts(), known);
    this.wanted = current.copy();
    this.running = current.copy();
    telling.steps().stream().flatMap(step -> step.lastWords().stream())
        .filter(key -> takes(comparison.of(key)))
        .forEach(key -> wanted.put(key, telling.facts().value(key).orElse(null)));
  }

  private boolean takes(Verdict verdict) {
    return switch (verdict) {
      case SAME -> false;
      case CHANGED -> takesChanges;
      case CONFLICTING -> takesChanges && takesConflicts;
    };
  }

  private Optional<DomainEvent> change(FieldKey key, @Nullable Instant at) {
    return FieldEvents.change(new Wish(unit.ref(), key, wanted, at));
  }

  /** What has to be appended. */
  LegacyUnit merged() {
    telling.steps().forEach(this::follow);
    return new LegacyUnit(unit.ref(), unit.rootId(), events,
        Stream.concat(unit.kept().stream(), rows.rest()).toList());
  }

  /** What was found in the way. */
  Set<Conflict> conflicts() {
    return conflicts;
  }

  private void follow(Step step) {
    rows.turnTo(step.event(), step.facts(), step.thing());
    if (purged.test(step.thing())) {
      return;
    }
    var differing = step.lastWords().stream().filter(this::isNew).toList();
    var barrier = barriers.before(step.thing());
    if (barrier.isPresent()) {
      if (takesChanges && !differing.isEmpty() && !purged.test(barrier.get().thing())) {
        conflicts.add(barrier.get());
      }
    } else if (!current.has(step.thing())) {
      append(step.event(), step.facts());
    } else if (takesChanges) {
      take(step, differing);
    } else {
      differing.forEach(key -> rows.flag(Flags.staleCopy(key.field())));
    }
  }

  private boolean isNew(FieldKey key) {
    return key.isUpdate()
        ? running.precede(telling.facts(), key)
        : comparison.of(key) != Verdict.SAME;
  }

  private void take(Step step, List<FieldKey> differing) {
    var at = telling.lastTime(step.thing())
        .filter(time -> current.precede(time, step.thing())).orElse(null);
    for (var key : differing) {
      if (isOpen(key)) {
        take(step, key, at);
      }
    }
    for (var key : differing) {
      boolean isTaken = key.isUpdate() || running.agree(telling.facts(), key);
      if (!isTaken || (!key.isUpdate() && comparison.of(key) == Verdict.CONFLICTING)) {
        conflicts.add(new Conflict(key.thing(), key.field(), isTaken));
      }
    }
  }

  /**
   * What was told as it was in the beginning has changed since: when, only the time of the last change can tell. All else
   * has a time of its own.
   */
  private void take(Step step, FieldKey key, @Nullable Instant at) {
    var whole = !step.isBirth() && step.facts().stream().allMatch(this::isWanted);
    var change = whole && !telling.isFromTheBeginning(step)
        ? Optional.<DomainEvent>empty()
        : change(key, at);
    if (change.isPresent()) {
      append(step, change.get(), at);
    } else if (whole) {
      append(step.event(), step.facts());
    }
  }

  private boolean isOpen(FieldKey key) {
    return key.isUpdate() ? isNew(key) : !running.agree(wanted, key);
  }

  private boolean isWanted(Fact fact) {
    return fact.key().isUpdate() || wanted.agree(fact);
  }

  /** A part of what an event tells is appended as an event of its own. */
  private void append(Step step, DomainEvent event, @Nullable Instant at) {
    var facts = FieldEvents.told(event, running);
    var flags = new LinkedHashSet<>(Rows.namely(step.event(), fields(facts)));
    if (at == null) {
      flags.add(Flags.TIME_UNKNOWN);
    }
    append(new LegacyEvent(event, at, List.copyOf(flags), null), facts);
  }

  private void append(LegacyEvent event, List<Fact> facts) {
    events.add(rows.carry(event, fields(facts)));
    running.tell(event.event());
  }

  private static Set<String> fields(List<Fact> facts) {
    return facts.stream().map(fact -> fact.key().field()).collect(Collectors.toSet());
  }
}
