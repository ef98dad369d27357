package org.fractalgoals.migration.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.migration.clock.LegacyTime;
import org.fractalgoals.migration.legacy.LegacyRow;
import org.jspecify.annotations.Nullable;

/** Collects what becomes of the rows about one thing. */
public final class History {

  private final Place place;
  private final List<LegacyEvent> events = new ArrayList<>();
  private final List<KeptRow> kept = new ArrayList<>();

  public History(Place place) {
    this.place = place;
  }

  /**
   * The thing itself came into being.
   *
   * @param created what its row says of that
   */
  public void begin(DomainEvent event, LegacyTime created, List<String> flags) {
    var all = new ArrayList<>(Flags.of(created));
    all.addAll(place.flags());
    all.addAll(flags);
    events.add(new LegacyEvent(event, place.begin(), all, Objects.requireNonNull(place.row())));
  }

  /** A part of the thing came into being; a moment that is unknown is that of what happened before. */
  public void add(DomainEvent event, @Nullable Instant at, List<String> flags, LegacyRow row) {
    events.add(new LegacyEvent(event, at, flags, row));
  }

  public void addAll(List<LegacyEvent> more) {
    events.addAll(more);
  }

  public void keep(KeptRow row) {
    kept.add(row);
  }

  public LegacyUnit unit() {
    return new LegacyUnit(place.ref(), place.rootId(), events, kept);
  }
}
