package org.fractalgoals.migration.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;

import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.migration.history.LegacyEvent;
import org.fractalgoals.migration.history.Life;
import org.fractalgoals.migration.legacy.LegacyRow;
import org.jspecify.annotations.Nullable;

/**
 * What happened in one stream, in order: by time, but nothing before what it rests on. What has no time of its own
 * happened as soon as it could.
 */
final class Story {

  /** Later than everything whose time is known. */
  private static final Instant END = Instant.MAX;

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
   * Adds what happened to a thing after its beginning.
   *
   * @param floor where its beginning stands
   */
  void tell(Life life, Instant floor) {
    var place = END;
    var ends = new ArrayList<Told>();
    for (var event : life.inOrder().reversed()) {
      var at = event.effectiveAt();
      if (at != null) {
        place = at.isBefore(floor) ? floor : at;
      }
      ends.add(new Told(event, place));
    }
    events.addAll(ends.reversed());
  }

  List<LegacyEvent> inOrder() {
    return events.stream().sorted(Comparator.comparing(Told::place)).map(Told::event).toList();
  }
}
