package org.fractalgoals.migration.merge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.fractalgoals.domain.entity.EntityChange;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.fact.Fact;
import org.fractalgoals.domain.fact.Facts;
import org.fractalgoals.domain.fact.FieldEvents;
import org.fractalgoals.domain.fact.FieldKey;
import org.fractalgoals.domain.fact.Wish;
import org.fractalgoals.migration.history.LegacyEvent;
import org.fractalgoals.migration.history.LegacyUnit;
import org.fractalgoals.migration.legacy.LegacyRow;
import org.jspecify.annotations.Nullable;

/** What a file tells of one stream, step by step. */
final class Telling {

  /** A column that older stages have under another name. */
  private static final String DATA = "attributes";
  private static final String OLD_DATA = "session_data";

  /**
   * One event.
   *
   * @param facts all that it tells
   * @param thing what it is about
   * @param lastWords of which fields it says more than nothing, and no later event says anything
   */
  record Step(LegacyEvent event, List<Fact> facts, EntityRef thing, List<FieldKey> lastWords) {

    /** Whether something comes into being. */
    boolean isBirth() {
      return Telling.isBirth(event);
    }
  }

  private final EntityRef stream;
  private final Facts facts = new Facts();
  private final List<Step> steps = new ArrayList<>();
  private final Map<EntityRef, Instant> births = new HashMap<>();
  private final Map<EntityRef, Instant> lastTimes = new HashMap<>();

  Telling(LegacyUnit unit) {
    this.stream = unit.ref();
    var told = new ArrayList<List<Fact>>();
    var lastTellers = new HashMap<FieldKey, Integer>();
    for (var event : unit.events()) {
      var all = FieldEvents.told(event.event(), facts);
      facts.tell(event.event());
      all.forEach(fact -> lastTellers.put(fact.key(), told.size()));
      told.add(all);
    }
    for (int i = 0; i < told.size(); i++) {
      var place = Integer.valueOf(i);
      var event = unit.events().get(i);
      var lastWords = told.get(i).stream()
          .filter(fact -> place.equals(lastTellers.get(fact.key())) && says(event, fact))
          .map(Fact::key).toList();
      add(event, told.get(i), lastWords);
    }
  }

  private void add(LegacyEvent event, List<Fact> told, List<FieldKey> lastWords) {
    var thing = told.isEmpty() ? stream : told.getFirst().key().thing();
    var at = event.effectiveAt();
    if (at != null) {
      lastTimes.merge(thing, at, (one, other) -> one.isAfter(other) ? one : other);
    }
    var step = new Step(event, told, thing, lastWords);
    steps.add(step);
    if (step.isBirth() && event.event().at() != null) {
      births.put(thing, event.event().at());
    }
  }

  private static boolean isBirth(LegacyEvent event) {
    return event.event().changes().stream().anyMatch(EntityChange.Added.class::isInstance);
  }

  /** A column that is not there says nothing, nor does an empty one of a field that cannot be emptied. */
  private boolean says(LegacyEvent event, Fact fact) {
    var row = event.row();
    var isMadeUp = row != null && isBirth(event) && isMadeUp(fact, row);
    return !isMadeUp && (fact.value() != null
        || FieldEvents.change(new Wish(stream, fact.key(), facts, null)).isPresent());
  }

  /** Whether this is only what stands for a column that the row does not have. */
  private static boolean isMadeUp(Fact fact, LegacyRow row) {
    var field = fact.key().field();
    return isUsual(fact.value()) && row.value(field) == null
        && !(field.equals(DATA) && row.value(OLD_DATA) != null);
  }

  private static boolean isUsual(@Nullable Object value) {
    return switch (value) {
      case null -> true;
      case Boolean flag -> true;
      case String text -> text.isEmpty();
      case Long number -> number == 0;
      case List<?> list -> list.isEmpty();
      default -> false;
    };
  }

  /** All together. */
  Facts facts() {
    return facts;
  }

  List<Step> steps() {
    return steps;
  }

  /** Whether it happened when the thing came into being. */
  boolean isFromTheBeginning(Step step) {
    var at = step.event().event().at();
    return at != null && at.equals(births.get(step.thing()));
  }

  /** The latest time that is told of the thing. */
  Optional<Instant> lastTime(EntityRef thing) {
    return Optional.ofNullable(lastTimes.get(thing));
  }
}
