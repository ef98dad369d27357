package org.fractalgoals.api.session;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

import org.fractalgoals.api.http.HttpProblem;
import org.fractalgoals.api.http.IsoTime;
import org.fractalgoals.api.http.JsonObject;
import org.fractalgoals.domain.event.JsonText;
import org.fractalgoals.domain.goal.GoalId;
import org.fractalgoals.domain.session.CreateSession;
import org.fractalgoals.domain.session.CreateSession.ImmediateGoal;
import org.fractalgoals.domain.session.SessionCommand.ChangeSession;
import org.fractalgoals.domain.session.SessionCommand.SessionChange;
import org.fractalgoals.domain.session.SessionCommand.SessionChange.Describe;
import org.fractalgoals.domain.session.SessionCommand.SessionChange.Fact;
import org.fractalgoals.domain.session.SessionCommand.SessionChange.Rename;
import org.fractalgoals.domain.session.SessionCommand.SessionChange.SetCompleted;
import org.fractalgoals.domain.session.SessionCommand.SessionChange.SetData;
import org.fractalgoals.domain.session.SessionCommand.SessionChange.SetDuration;
import org.fractalgoals.domain.session.SessionCommand.SessionChange.SetEnd;
import org.fractalgoals.domain.session.SessionCommand.SessionChange.SetStart;
import org.fractalgoals.domain.session.SessionCommand.SessionChange.SetTemplate;
import org.fractalgoals.domain.session.SessionCommand.SessionChange.SetTotalDuration;
import org.fractalgoals.domain.session.SessionId;
import org.fractalgoals.domain.text.Description;
import org.fractalgoals.domain.text.Name;
import org.jspecify.annotations.Nullable;

/** Makes commands of what requests about sessions carry. What is wrong with a body is a {@link HttpProblem} with status 400. */
public final class SessionRequests {

  private static final String UNTITLED = "Untitled Session";

  private final Function<String, JsonText> jsonText;
  private final Supplier<String> newIds;

  /**
   * @param jsonText wraps JSON that is kept as it was sent
   * @param newIds makes ids
   */
  public SessionRequests(Function<String, JsonText> jsonText, Supplier<String> newIds) {
    this.jsonText = jsonText;
    this.newIds = newIds;
  }

  /** A session with all that can be said of it; a start or end that cannot be read is as good as none. */
  CreateSession create(String newId, String rootId, JsonObject body) {
    var name = body.isNull("name") ? UNTITLED : body.text("name");
    return new CreateSession(new SessionId(newId), rootId, new Name(name), parentIds(body), true,
        facts(body, SessionRequests::timeIfReadable), goals(body));
  }

  /** A session with a generated name, linked to nothing but the goal above. */
  CreateSession createNamed(String newId, String rootId, List<String> parentIds,
      JsonObject body) {
    return new CreateSession(new SessionId(newId), rootId, null, parentIds, false,
        body.isNull("description") ? List.of() : List.of(describe(body)), goals(body));
  }

  /** The members that are there, as changes of one command: all or none of them are made. */
  ChangeSession change(String rootId, String sessionId, JsonObject body) {
    var changes = new ArrayList<SessionChange>();
    if (body.has("name")) {
      changes.add(new Rename(new Name(body.text("name"))));
    }
    if (body.has("completed")) {
      changes.add(new SetCompleted(body.bool("completed")));
    }
    changes.addAll(facts(body, SessionRequests::time));
    return new ChangeSession(new SessionId(sessionId), rootId, changes);
  }

  /** Reads a time of the body; null for none. */
  private interface Time {
    @Nullable
    LocalDateTime in(JsonObject body, String name);
  }

  private List<Fact> facts(JsonObject body, Time time) {
    var facts = new ArrayList<Fact>();
    if (body.has("description")) {
      facts.add(describe(body));
    }
    if (body.has("session_start")) {
      facts.add(new SetStart(time.in(body, "session_start")));
    }
    if (body.has("session_end")) {
      facts.add(new SetEnd(time.in(body, "session_end")));
    }
    if (body.has("duration_minutes")) {
      facts.add(new SetDuration(body.optionalInteger("duration_minutes").orElse(null)));
    }
    if (body.has("total_duration_seconds")) {
      facts.add(new SetTotalDuration(body.optionalInteger("total_duration_seconds").orElse(null)));
    }
    if (body.has("template_id")) {
      facts.add(new SetTemplate(body.optionalText("template_id").orElse(null)));
    }
    if (body.has("session_data")) {
      facts.add(new SetData(body.objectOrText("session_data").map(jsonText).orElse(null)));
    }
    return facts;
  }

  private static Describe describe(JsonObject body) {
    return new Describe(
        body.optionalText("description").map(Description::new).orElse(Description.EMPTY));
  }

  private static List<String> parentIds(JsonObject body) {
    var ids = body.isNull("parent_ids") ? List.<String>of() : body.ids("parent_ids");
    return ids.isEmpty() ? body.optionalId("parent_id").stream().toList() : ids;
  }

  /** The goals to be created below the session; those whose name is blank are passed over. */
  private List<ImmediateGoal> goals(JsonObject body) {
    var goals = new ArrayList<ImmediateGoal>();
    for (var goal : body.objects("immediate_goals")) {
      goal.optionalText("name").filter(name -> !name.isBlank()).ifPresent(name -> goals
          .add(new ImmediateGoal(new GoalId(newIds.get()), new Name(name),
              describe(goal).description())));
    }
    return goals;
  }

  private static @Nullable LocalDateTime timeIfReadable(JsonObject body, String name) {
    return body.textIfAny(name).flatMap(IsoTime::read).map(IsoTime::digits).orElse(null);
  }

  private static @Nullable LocalDateTime time(JsonObject body, String name) {
    Optional<String> text = body.optionalText(name);
    return text.isEmpty()
        ? null
        : text.flatMap(IsoTime::read).orElseThrow(() -> HttpProblem.badRequest(
            "\"%s\" must be a time such as 2026-03-04T05:06:07, or null.".formatted(name)))
            .digits();
  }
}
