package org.fractalgoals.api.program;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.fractalgoals.api.http.HttpProblem;
import org.fractalgoals.api.http.IsoTime;
import org.fractalgoals.api.http.JsonObject;
import org.fractalgoals.domain.event.JsonText;
import org.fractalgoals.domain.program.ProgramCommand.ChangeProgram;
import org.fractalgoals.domain.program.ProgramCommand.CreateProgram;
import org.fractalgoals.domain.program.ProgramCommand.ProgramChange;
import org.fractalgoals.domain.program.ProgramCommand.ProgramChange.Describe;
import org.fractalgoals.domain.program.ProgramCommand.ProgramChange.Rename;
import org.fractalgoals.domain.program.ProgramCommand.ProgramChange.SetActive;
import org.fractalgoals.domain.program.ProgramCommand.ProgramChange.SetDates;
import org.fractalgoals.domain.program.ProgramCommand.ProgramChange.SetGoals;
import org.fractalgoals.domain.program.ProgramCommand.ProgramChange.SetSchedule;
import org.fractalgoals.domain.program.ProgramId;
import org.fractalgoals.domain.text.Description;
import org.fractalgoals.domain.text.Name;
import org.jspecify.annotations.Nullable;

/** Makes commands of what requests carry. What is wrong with a body is a {@link HttpProblem} with status 400. */
public final class ProgramRequests {

  private static final String GOALS = "selectedGoals";

  private final Function<String, JsonText> jsonText;

  /**
   * @param jsonText wraps JSON that is kept as it was sent
   */
  public ProgramRequests(Function<String, JsonText> jsonText) {
    this.jsonText = jsonText;
  }

  CreateProgram create(String newId, String rootId, JsonObject body) {
    return new CreateProgram(new ProgramId(newId), rootId, new Name(body.text("name")),
        description(body), time(body, "start_date"), time(body, "end_date"),
        body.isNull(GOALS) ? List.of() : body.ids(GOALS),
        ScheduleRequest.in(body, jsonText).orElse(null));
  }

  /** The members that are there, as changes of one command: all or none of them are made. */
  ChangeProgram change(String rootId, String programId, JsonObject body) {
    var changes = new ArrayList<ProgramChange>();
    if (body.has("name")) {
      changes.add(new Rename(body.text("name")));
    }
    if (body.has("description")) {
      changes.add(new Describe(description(body)));
    }
    if (body.has("start_date") || body.has("end_date")) {
      changes.add(new SetDates(timeIfAny(body, "start_date"), timeIfAny(body, "end_date")));
    }
    if (!body.isNull(GOALS)) {
      changes.add(new SetGoals(body.ids(GOALS)));
    }
    body.optionalBool("is_active").map(SetActive::new).ifPresent(changes::add);
    ScheduleRequest.in(body, jsonText).map(SetSchedule::new).ifPresent(changes::add);
    return new ChangeProgram(new ProgramId(programId), rootId, changes);
  }

  private static Description description(JsonObject body) {
    return body.optionalText("description").map(Description::new).orElse(Description.EMPTY);
  }

  /** Null is as good as absent: an imported program may have no date to send back. */
  private static @Nullable LocalDateTime timeIfAny(JsonObject body, String name) {
    return body.isNull(name) ? null : time(body, name);
  }

  private static LocalDateTime time(JsonObject body, String name) {
    return IsoTime.read(body.text(name)).orElseThrow(() -> HttpProblem.badRequest(
        "\"%s\" must be a time such as 2026-03-04 or 2026-03-04T05:06:07.".formatted(name)))
        .digits();
  }
}
