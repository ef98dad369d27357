package org.fractalgoals.migration.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.migration.clock.LegacyTime;
import org.fractalgoals.migration.clock.RowTimes;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a thing after its creation, as its row tells: that it was completed, deleted, changed in a way that
 * nobody knows any more.
 */
public final class Life {

  /** An event as it happened at a moment, null for an unknown one. */
  @FunctionalInterface
  public interface Happening {
    DomainEvent at(@Nullable Instant moment);
  }

  private final RowTimes times;
  private final List<LegacyEvent> known = new ArrayList<>();
  private @Nullable LegacyEvent completion;
  private @Nullable LegacyEvent deletion;
  private @Nullable Happening touch;

  public Life(RowTimes times) {
    this.times = times;
  }

  /** The thing is completed, at the time the row says. */
  public Life completed(Happening happening) {
    completion = event(times.completed(), happening);
    return this;
  }

  /** The thing is deleted if the row says when. */
  public Life deleted(Happening happening) {
    if (!(times.deleted() instanceof LegacyTime.None)) {
      deletion = event(times.deleted(), happening);
    }
    return this;
  }

  /** The thing was changed last when the row says so; a change that another event accounts for is none of its own. */
  public Life touched(Happening happening) {
    touch = happening;
    return this;
  }

  private boolean isAccountedFor() {
    var at = times.updated().at();
    return at != null && Stream.of(times.created(), times.deleted(),
        completion == null ? new LegacyTime.None() : times.completed())
        .anyMatch(other -> at.equals(other.at()));
  }

  /** What happened, and nobody knows when. */
  public static List<LegacyEvent> atUnknownTime(DomainEvent event) {
    return List.of(new LegacyEvent(event, null, List.of(Flags.TIME_UNKNOWN), null));
  }

  /**
   * The events in the order of the known times. Of the others, a completion comes just before the deletion, because
   * nothing completes a deleted thing; all else comes last.
   */
  public List<LegacyEvent> inOrder() {
    Stream.of(completion, deletion).filter(Objects::nonNull).forEach(known::add);
    if (touch != null && !(times.updated() instanceof LegacyTime.None) && !isAccountedFor()) {
      known.add(event(times.updated(), touch));
    }
    known.sort(Comparator.comparing(Life::order));
    if (completion != null && deletion != null && completion.effectiveAt() == null) {
      known.remove(completion);
      known.add(known.indexOf(deletion), completion);
    }
    return List.copyOf(known);
  }

  private static Instant order(LegacyEvent event) {
    return event.effectiveAt() == null ? Instant.MAX : event.effectiveAt();
  }

  private static LegacyEvent event(LegacyTime time, Happening happening) {
    return new LegacyEvent(happening.at(time.at()), time.at(), Flags.of(time), null);
  }
}
