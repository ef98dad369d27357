package org.fractalgoals.api.program;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.fractalgoals.api.http.HttpProblem;
import org.fractalgoals.api.http.IsoTime;
import org.fractalgoals.api.http.JsonObject;
import org.fractalgoals.domain.event.JsonText;
import org.fractalgoals.domain.program.ProgramCommand.Schedule;
import org.fractalgoals.domain.program.WantedBlock;
import org.jspecify.annotations.Nullable;

/** Reads the blocks that a program is to have. What is wrong with them is a {@link HttpProblem} with status 400. */
final class ScheduleRequest {

  private static final String SCHEDULE = "weeklySchedule";

  private ScheduleRequest() {}

  /** The member {@code weeklySchedule}; empty if it is absent or null. */
  static Optional<Schedule> in(JsonObject body, Function<String, JsonText> jsonText) {
    return body.isNull(SCHEDULE)
        ? Optional.empty()
        : Optional.of(new Schedule(jsonText.apply(body.objectsAsSent(SCHEDULE)),
            body.objects(SCHEDULE).stream().map(ScheduleRequest::block).toList()));
  }

  private static WantedBlock block(JsonObject block) {
    return new WantedBlock(block.optionalId("id").orElse(null),
        block.optionalText("name").orElse(null), day(block, "startDate"), day(block, "endDate"),
        block.optionalText("color").orElse(null),
        block.optionalObject(SCHEDULE).map(ScheduleRequest::templates).orElse(Map.of()));
  }

  private static @Nullable LocalDate day(JsonObject block, String name) {
    return block.optionalText(name).filter(text -> !text.isEmpty())
        .map(text -> IsoTime.read(text).orElseThrow(() -> HttpProblem
            .badRequest("\"%s\" of a block must be a day such as 2026-03-04.".formatted(name))))
        .map(time -> time.digits().toLocalDate()).orElse(null);
  }

  /** The seven days of the week; other members are ignored. */
  private static Map<DayOfWeek, List<String>> templates(JsonObject week) {
    var templates = new EnumMap<DayOfWeek, List<String>>(DayOfWeek.class);
    for (var day : DayOfWeek.values()) {
      var name = day.name().toLowerCase(Locale.ROOT);
      if (!week.isNull(name)) {
        templates.put(day, week.ids(name));
      }
    }
    return templates;
  }
}
