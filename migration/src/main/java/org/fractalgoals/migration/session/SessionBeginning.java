package org.fractalgoals.migration.session;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.session.SessionEvent.SessionCreated;
import org.fractalgoals.domain.session.SessionEvent.SessionDeadlineSet;
import org.fractalgoals.domain.session.SessionEvent.SessionTargetsChanged;
import org.fractalgoals.migration.history.Cells;
import org.fractalgoals.migration.history.Deadline;
import org.fractalgoals.migration.history.Flags;
import org.fractalgoals.migration.legacy.LegacyRow;
import org.jspecify.annotations.Nullable;

/** Tells how a session came into being, out of its row and its data. Whatever stands there is taken as it is. */
record SessionBeginning(Telling telling, LegacyRow row, SessionData data) {

  /**
   * @param problems more flags of the session
   */
  void tell(Collection<String> problems) {
    var flags = new ArrayList<>(telling.place().flags());
    var time = telling.evidence().clocks().read(row, "created_at");
    flags.addAll(Flags.of(time));
    flags.addAll(data.flags());
    flags.addAll(problems);
    var deadline = Deadline.of(row, createdDay());
    if (deadline.day() == null) {
      flags.addAll(deadline.flags());
    }
    var begin = telling.place().begin();
    telling.story().tell(created(time.at(), flags), begin, begin, flags, row);
    tellDeadline(deadline, time.at());
    tellTargets(time.at());
  }

  private SessionCreated created(@Nullable Instant at, List<String> flags) {
    var place = telling.place();
    var start = digits("session_start", data.json().start(), flags);
    var end = digits("session_end", data.json().end(), flags);
    if (start != null && end != null && end.isBefore(start.truncatedTo(ChronoUnit.MILLIS))) {
      flags.add(Flags.checkViolated("session_end"));
    }
    var planned = Cells.integer(row, "duration_minutes", flags);
    if (planned != null && planned < 0) {
      flags.add(Flags.checkViolated("duration_minutes"));
    }
    return new SessionCreated(telling.sessionId(), place.rootId(), place.parent(), List.of(),
        text("name", flags), text("description", flags), planned,
        Cells.integer(row, "total_duration_seconds", flags), start, end, template(flags),
        Optional.ofNullable(data.text()).map(telling.evidence().json()).orElse(null), createdDay(),
        at);
  }

  private String text(String column, List<String> flags) {
    return Objects.requireNonNullElse(Cells.text(row, column, flags), "");
  }

  /** Digits of the wall clock of the store. */
  private @Nullable LocalDateTime digits(String column, @Nullable String json,
      List<String> flags) {
    var moment = telling.moments().of(row, column, json);
    flags.addAll(moment.flags());
    var time = moment.at();
    return time == null
        ? null
        : time.atZone(telling.evidence().clocks().zone()).toLocalDateTime();
  }

  private @Nullable String template(List<String> flags) {
    var inRow = Cells.id(row, "template_id");
    var inJson = Optional.ofNullable(data.json().templateId())
        .filter(id -> !id.isEmpty()).orElse(null);
    Origins.flag(row, "template_id", inRow, inJson, flags);
    var template = inRow == null ? inJson : inRow;
    if (template != null) {
      telling.evidence().refer(EntityRef.template(template), "template_id", flags);
    }
    return template;
  }

  /** Where sessions are goals they have a deadline like those. */
  private void tellDeadline(Deadline deadline, @Nullable Instant at) {
    var day = deadline.day();
    if (day != null) {
      telling.story().tell(new SessionDeadlineSet(telling.sessionId(), day, at), at,
          telling.place().begin(), deadline.flags(), null);
    }
  }

  private LocalDate createdDay() {
    return telling.evidence().createdDay(telling.place());
  }

  private void tellTargets(@Nullable Instant at) {
    var targets = telling.evidence().json(row, "targets");
    if (targets != null) {
      telling.story().tell(new SessionTargetsChanged(telling.sessionId(), targets, at), at,
          telling.place().begin(), List.of(), null);
    }
  }
}
