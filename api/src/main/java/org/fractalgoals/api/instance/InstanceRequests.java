package org.fractalgoals.api.instance;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.fractalgoals.api.http.HttpProblem;
import org.fractalgoals.api.http.IsoTime;
import org.fractalgoals.api.http.JsonObject;
import org.fractalgoals.domain.event.JsonText;
import org.fractalgoals.domain.session.InstanceCommand.InstanceChange;
import org.fractalgoals.domain.session.InstanceCommand.InstanceChange.SetCompleted;
import org.fractalgoals.domain.session.InstanceCommand.InstanceChange.SetNotes;
import org.fractalgoals.domain.session.InstanceCommand.InstanceChange.SetSets;
import org.fractalgoals.domain.session.InstanceCommand.InstanceChange.SetTimeStart;
import org.fractalgoals.domain.session.InstanceCommand.InstanceChange.SetTimeStop;
import org.fractalgoals.domain.session.InstanceCommand.Measurement;
import org.jspecify.annotations.Nullable;

/** Reads what requests about instances carry. What is wrong with a body is a {@link HttpProblem} with status 400. */
public final class InstanceRequests {

  private final Function<String, JsonText> jsonText;

  /**
   * @param jsonText wraps JSON that is kept as it was sent
   */
  public InstanceRequests(Function<String, JsonText> jsonText) {
    this.jsonText = jsonText;
  }

  /** All changes that the members ask for. */
  List<InstanceChange> changes(JsonObject body) {
    var changes = remarks(body);
    if (body.has("time_start")) {
      changes.add(new SetTimeStart(time(body, "time_start")));
    }
    if (body.has("time_stop")) {
      changes.add(new SetTimeStop(time(body, "time_stop")));
    }
    if (body.has("sets")) {
      changes.add(new SetSets(jsonText.apply(body.listAsSent("sets"))));
    }
    return changes;
  }

  /** The changes of notes and completion only. */
  static List<InstanceChange> remarks(JsonObject body) {
    var changes = new ArrayList<InstanceChange>();
    if (body.has("notes")) {
      changes.add(new SetNotes(body.optionalText("notes").orElse(null)));
    }
    if (body.has("completed")) {
      changes.add(new SetCompleted(body.truth("completed")));
    }
    return changes;
  }

  /** The values in the list {@code metrics}; what says nothing that could be measured is passed over. */
  static List<Measurement> measurements(JsonObject body) {
    var measurements = new ArrayList<Measurement>();
    for (var item : body.objects("metrics")) {
      var metricId = item.optionalId("metric_id");
      var value = item.numberIfAny("value");
      if (metricId.isPresent() && value.isPresent()) {
        measurements.add(new Measurement(metricId.get(),
            item.optionalId("split_id").orElse(null), value.getAsDouble()));
      }
    }
    return measurements;
  }

  /**
   * A time as UTC. Where the text says what it is relative to, the clients mean whole seconds.
   */
  private static @Nullable Instant time(JsonObject body, String name) {
    var text = body.optionalText(name).filter(sent -> !sent.isEmpty());
    if (text.isEmpty()) {
      return null;
    }
    var time = text.flatMap(IsoTime::read).orElseThrow(() -> HttpProblem.badRequest(
        "\"%s\" must be a time such as 2026-03-04T05:06:07Z, or null.".formatted(name)));
    var offset = time.offset();
    return offset == null
        ? time.digits().toInstant(ZoneOffset.UTC)
        : time.digits().truncatedTo(ChronoUnit.SECONDS).toInstant(offset);
  }
}
