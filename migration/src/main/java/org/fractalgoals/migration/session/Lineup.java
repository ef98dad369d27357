package org.fractalgoals.migration.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.fractalgoals.migration.clock.ClockRules;
import org.fractalgoals.migration.history.Cells;
import org.fractalgoals.migration.history.Flags;
import org.fractalgoals.migration.legacy.LegacyRow;
import org.jspecify.annotations.Nullable;

/**
 * Which of the rows and entries of a session are instances. What its data lists comes first, in that order; a row that
 * it does not list is either the twin of a set, or an instance without a place.
 */
final class Lineup {

  /**
   * A set of an instance.
   *
   * @param measured what the instance says was measured of it
   */
  record Part(String ofInstance, JsonMetrics measured) {}

  /** A row that is one set of an instance. */
  record Twin(String id, LegacyRow row, Part set) {}

  private final Map<String, Performance> performances = new LinkedHashMap<>();
  private final Map<String, LegacyRow> unlisted = new LinkedHashMap<>();

  /** By the id of a set. */
  private final Map<String, Part> sets = new LinkedHashMap<>();
  private final List<Twin> twins = new ArrayList<>();
  private final Set<String> problems = new LinkedHashSet<>();

  /** By id. */
  private final Map<String, LegacyRow> homeless = new LinkedHashMap<>();

  private Lineup() {}

  /**
   * @param entries what the data of the session lists
   * @param instances all rows of the session, each with an id of its own
   * @param mayBeMade whether an instance with this id may be made although the session has no row for it
   */
  static Lineup of(List<Entry> entries, List<LegacyRow> instances, ClockRules clocks,
      Predicate<String> mayBeMade) {
    var lineup = new Lineup();
    for (var row : instances) {
      lineup.unlisted.put(Cells.text(row, "id"), row);
    }
    entries.forEach(entry -> lineup.list(entry, mayBeMade));
    lineup.performances.values().forEach(lineup::ownSets);
    lineup.placeRest(clocks);
    return lineup;
  }

  private void list(Entry entry, Predicate<String> mayBeMade) {
    if (performances.containsKey(entry.instanceId())) {
      return;
    }
    var exercise = entry.exercise();
    var row = unlisted.get(entry.instanceId());
    if (row != null && hasActivity(row, exercise)) {
      unlisted.remove(entry.instanceId());
      performances.put(entry.instanceId(), Performance.of(entry, row));
    } else if (row == null && exercise == null) {
      problems.add(Flags.refMissing("activity_ids"));
    } else if (row == null && !hasActivity(null, exercise)) {
      problems.add(Flags.unreadable("exercises"));
    } else if (row == null && !mayBeMade.test(entry.instanceId())) {
      problems.add(Flags.jsonRowConflict("session_id"));
    } else if (row == null) {
      performances.put(entry.instanceId(), Performance.of(entry, null));
    }
  }

  private static boolean hasActivity(@Nullable LegacyRow row, @Nullable Exercise exercise) {
    var inJson = exercise == null ? null : exercise.activityId();
    return (inJson != null && !inJson.isEmpty())
        || (row != null && Cells.id(row, "activity_definition_id") != null);
  }

  private void ownSets(Performance performance) {
    Stream.of(Optional.ofNullable(performance.data().sets()),
        performance.told().map(Exercise::sets)).flatMap(Optional::stream)
        .forEach(list -> list.measured().forEach((set, measured) -> sets.putIfAbsent(set,
            new Part(performance.id(), measured))));
  }

  /** Instances that name sets first: each of those is a twin, whichever row comes first. */
  private void placeRest(ClockRules clocks) {
    var unplaced = new ArrayList<Performance>();
    for (var rest : List.copyOf(unlisted.entrySet())) {
      var performance = Performance.unplaced(rest.getKey(), rest.getValue());
      if (!sets.containsKey(performance.id())
          && performance.sets().filter(SetList::isFilled).isPresent()) {
        ownSets(performance);
        unplaced.add(performance);
        unlisted.remove(performance.id());
      }
    }
    unlisted.forEach((id, row) -> {
      var set = sets.get(id);
      if (set != null) {
        twins.add(new Twin(id, row, set));
      } else if (hasActivity(row, null)) {
        unplaced.add(Performance.unplaced(id, row));
      } else {
        homeless.put(id, row);
      }
    });
    unplaced.sort(byCreation(clocks));
    unplaced.forEach(performance -> performances.put(performance.id(), performance));
  }

  private static Comparator<Performance> byCreation(ClockRules clocks) {
    return Comparator.<Performance, Instant>comparing(performance -> created(performance, clocks))
        .thenComparing(performance -> Objects.requireNonNull(performance.row()).rowid(),
            Comparator.nullsLast(Comparator.naturalOrder()));
  }

  private static Instant created(Performance performance, ClockRules clocks) {
    var row = Objects.requireNonNull(performance.row());
    return Objects.requireNonNullElse(clocks.read(row, "created_at").at(), Instant.MAX);
  }

  /** In the order of the session. */
  List<Performance> performances() {
    return List.copyOf(performances.values());
  }

  List<Twin> twins() {
    return twins;
  }

  /** The sets that have no row in this session, by their ids. */
  Map<String, Part> setsWithoutRow() {
    var rest = new LinkedHashMap<>(sets);
    twins.forEach(twin -> rest.remove(twin.id()));
    rest.keySet().removeAll(performances.keySet());
    return rest;
  }

  /** Rows that cannot be instances because they are of no activity, by id. */
  Map<String, LegacyRow> homeless() {
    return homeless;
  }

  /** Flags of the session: what its data lists in vain. */
  Set<String> problems() {
    return problems;
  }
}
