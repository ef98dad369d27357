package org.fractalgoals.api.program;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.fractalgoals.api.http.HttpProblem;
import org.fractalgoals.api.http.JsonObject;
import org.fractalgoals.domain.program.AttachGoal;
import org.fractalgoals.domain.program.ProgramCommand.AddDays;
import org.fractalgoals.domain.program.ProgramCommand.CopyDay;
import org.fractalgoals.domain.program.ProgramCommand.EditDay;
import org.fractalgoals.domain.program.ProgramId;
import org.jspecify.annotations.Nullable;

/**
 * Makes commands of what requests about a block and its days carry. What is wrong with a body is a {@link HttpProblem}
 * with status 400.
 */
final class DayRequests {

  private static final int DAY_LENGTH = "2026-03-04".length();

  private DayRequests() {}

  static AddDays add(String rootId, String programId, String blockId, JsonObject body) {
    return new AddDays(new ProgramId(programId), rootId, blockId,
        body.optionalText("name").orElse(null), templateIds(body).orElse(List.of()),
        weekday(body), body.truth("cascade"));
  }

  static EditDay edit(String rootId, String programId, String blockId, String dayId,
      JsonObject body) {
    return new EditDay(new ProgramId(programId), rootId, blockId, dayId,
        body.optionalText("name").orElse(null), body.optionalInteger("day_number").orElse(null),
        templateIds(body).orElse(null), body.truth("cascade"));
  }

  static CopyDay copy(String rootId, String programId, String blockId, String dayId,
      JsonObject body) {
    if (!body.optionalText("target_mode").orElse("all").equals("all")) {
      throw HttpProblem.badRequest("\"target_mode\" must be \"all\".");
    }
    return new CopyDay(new ProgramId(programId), rootId, blockId, dayId);
  }

  static AttachGoal attach(String rootId, String programId, String blockId, JsonObject body) {
    return new AttachGoal(new ProgramId(programId), rootId, blockId, body.id("goal_id"),
        deadline(body));
  }

  /** Both members together; empty if neither is there. */
  private static Optional<List<String>> templateIds(JsonObject body) {
    var one = body.optionalId("template_id");
    if (body.isNull("template_ids") && one.isEmpty()) {
      return Optional.empty();
    }
    var ids = new ArrayList<String>();
    if (!body.isNull("template_ids")) {
      ids.addAll(body.ids("template_ids"));
    }
    one.filter(id -> !ids.contains(id)).ifPresent(ids::add);
    return Optional.of(ids);
  }

  private static @Nullable DayOfWeek weekday(JsonObject body) {
    return body.optionalText("day_of_week").filter(name -> !name.isEmpty())
        .map(name -> Arrays.stream(DayOfWeek.values())
            .filter(day -> day.getDisplayName(TextStyle.FULL, Locale.ENGLISH).equals(name))
            .findFirst().orElseThrow(() -> HttpProblem
                .badRequest("\"day_of_week\" must be a day of the week such as \"Monday\".")))
        .orElse(null);
  }

  /** What follows the day is ignored. */
  private static @Nullable LocalDate deadline(JsonObject body) {
    return body.optionalText("deadline").filter(text -> !text.isEmpty())
        .map(text -> text.substring(0, Math.min(text.length(), DAY_LENGTH)))
        .map(DayRequests::day).orElse(null);
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException noSuchDay) {
      throw HttpProblem.badRequest("\"deadline\" must be a day such as 2026-03-04, or null.");
    }
  }
}
