package org.fractalgoals.migration.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.session.InstanceEvent.InstanceNoted;
import org.fractalgoals.domain.session.InstanceEvent.InstanceSetsChanged;
import org.fractalgoals.domain.session.InstanceEvent.InstanceTimesSet;
import org.fractalgoals.migration.history.Cells;
import org.fractalgoals.migration.history.Flags;
import org.jspecify.annotations.Nullable;

/**
 * What an instance has had from its beginning on, as far as can be told: sets, times and notes.
 *
 * @param at when the instance was created; null if that is not known
 */
record Parts(Telling telling, Performance performance, @Nullable Instant at) {

  /** An event to be told. */
  record Part(DomainEvent event, List<String> flags) {

    Part {
      flags = List.copyOf(flags);
    }
  }

  /** How far times and duration may differ because they were rounded. */
  private static final Duration ROUNDING = Duration.ofSeconds(1);

  private static final Pattern WHOLE_NUMBER = Pattern.compile("-?\\d{1,18}");

  /**
   * @param problems takes the flags that belong to no part
   */
  List<Part> read(Collection<String> problems) {
    if (!performance.data().isUnderstood()) {
      problems.add(Flags.unreadable("data"));
    }
    performance.told().map(Exercise::unreadable).orElse(List.of()).stream()
        .map(Flags::unreadable).forEach(problems::add);
    return Stream.of(sets(), times(problems), notes(problems)).flatMap(Optional::stream).toList();
  }

  private Optional<Part> sets() {
    var json = telling.evidence().json();
    return performance.sets().map(SetList::text).map(json).map(sets -> {
      boolean agrees = performance.told().map(Exercise::sets).map(SetList::text).map(json)
          .map(sets::means).orElse(true);
      return new Part(new InstanceSetsChanged(telling.sessionId(), performance.id(), sets, at),
          agrees ? List.of() : List.of(Flags.jsonRowConflict("sets")));
    });
  }

  private Optional<Part> times(Collection<String> problems) {
    var start = moment("time_start", performance.told().map(Exercise::timeStart));
    var stop = moment("time_stop", performance.told().map(Exercise::timeStop));
    var flags = new ArrayList<>(start.flags());
    flags.addAll(stop.flags());
    var seconds = seconds(flags);
    if (start.at() == null && stop.at() == null && seconds == null) {
      problems.addAll(flags);
      return Optional.empty();
    }
    flags.addAll(violations(start.at(), stop.at(), seconds));
    return Optional.of(new Part(new InstanceTimesSet(telling.sessionId(), performance.id(),
        start.at(), stop.at(), seconds, at), flags));
  }

  private Moment moment(String column, Optional<String> json) {
    return telling.moments().of(performance.row(), column, json.orElse(null));
  }

  private @Nullable Long seconds(Collection<String> flags) {
    var row = performance.row();
    var column = "duration_seconds";
    var inRow = row == null ? null : Cells.integer(row, column, flags);
    var inJson = performance.told().map(Exercise::durationSeconds)
        .filter(digits -> WHOLE_NUMBER.matcher(digits).matches()).map(Long::valueOf)
        .orElse(null);
    Origins.flag(row, column, inRow, inJson, flags);
    return inRow == null ? inJson : inRow;
  }

  private static List<String> violations(@Nullable Instant start, @Nullable Instant stop,
      @Nullable Long seconds) {
    var flags = new ArrayList<String>();
    if (seconds != null && seconds < 0) {
      flags.add(Flags.checkViolated("duration_seconds"));
    }
    if (start == null || stop == null) {
      return flags;
    }
    if (stop.isBefore(start)) {
      flags.add(Flags.checkViolated("time_stop"));
    }
    if (seconds != null && Duration.between(start, stop).minusSeconds(seconds).abs()
        .compareTo(ROUNDING) > 0) {
      flags.add(Flags.checkViolated("duration_seconds"));
    }
    return flags;
  }

  private Optional<Part> notes(Collection<String> problems) {
    var row = performance.row();
    var inRow = row == null ? null : Cells.text(row, "notes", problems);
    var inJson = performance.told().map(Exercise::notes).filter(notes -> !notes.isEmpty())
        .orElse(null);
    var notes = inRow == null ? inJson : inRow;
    if (notes == null) {
      return Optional.empty();
    }
    var flags = new ArrayList<String>();
    Origins.flag(row, "notes", inRow, inJson, flags);
    return Optional.of(new Part(
        new InstanceNoted(telling.sessionId(), performance.id(), notes, at), flags));
  }

}
