package org.fractalgoals.migration.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;

import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.migration.clock.LegacyTime;
import org.fractalgoals.migration.clock.RowTimes;
import org.fractalgoals.migration.history.LegacyEvent;
import org.fractalgoals.migration.legacy.LegacyRow;
import org.jspecify.annotations.Nullable;

/**
 * What happened in one stream, in order: by time, but nothing before what it rests on. What has no time of its own
 * happened as soon as it could.
 */
final class Story {

  /** Later than everything whose time is known. */
  static final Instant END = Instant.MAX;

  /** An event as it happened at a moment, null for an unknown one. */
  @FunctionalInterface
  interface Happening {
    DomainEvent at(@Nullable Instant moment);
  }

  /** What became of a thing in the end. */
  record Fate(Happening completed, Happening touched, Happening deleted) {}

  /** @param place where it stands: never before what it rests on, whatever its own time says */
  private record Told(LegacyEvent event, Instant place) {}

  private final List<Told> events = new ArrayList<>();

  /**
   * Adds an event, after those that happened at the same moment.
   *
   * @param floor where what it rests on stands
   * @param row the row it stands for; null for all but the first event made from it
   * @return where it stands
   */
  Instant tell(DomainEvent event, @Nullable Instant at, Instant floor, Collection<String> flags,
      @Nullable LegacyRow row) {
    var place = at == null || at.isBefore(floor) ? floor : at;
    var distinct = List.copyOf(new LinkedHashSet<>(flags));
    events.add(new Told(new LegacyEvent(event, at, distinct, row), place));
    return place;
  }

  /**
   * Adds the end of what there is to tell of a thing. A completion of unknown time comes just before the deletion, because
   * nothing completes a deleted thing; all else of unknown time comes last. A last change that another event accounts for
   * is no event of its own.
   *
   * @param floor where its beginning stands
   */
  void tell(Fate fate, RowTimes times, boolean isCompleted, Instant floor) {
    if (isCompleted) {
      happen(fate.completed(), times.completed(), floor, deletion(times, floor));
    }
    if (!isExplained(times, isCompleted)) {
      happen(fate.touched(), times.updated(), floor, END);
    }
    if (!(times.deleted() instanceof LegacyTime.None)) {
      happen(fate.deleted(), times.deleted(), floor, END);
    }
  }

  private void happen(Happening happening, LegacyTime time, Instant floor, Instant otherwise) {
    tell(happening.at(time.at()), time.at(), time.at() == null ? otherwise : floor,
        Cells.timeFlags(time), null);
  }

  private static Instant deletion(RowTimes times, Instant floor) {
    var at = times.deleted().at();
    if (at == null) {
      return END;
    }
    return at.isBefore(floor) ? floor : at;
  }

  private static boolean isExplained(RowTimes times, boolean isCompleted) {
    var at = times.updated().at();
    if (at == null) {
      return times.updated() instanceof LegacyTime.None;
    }
    return at.equals(times.created().at()) || at.equals(times.deleted().at())
        || (isCompleted && at.equals(times.completed().at()));
  }

  List<LegacyEvent> inOrder() {
    return events.stream().sorted(Comparator.comparing(Told::place)).map(Told::event).toList();
  }
}
