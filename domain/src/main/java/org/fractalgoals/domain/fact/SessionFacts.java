package org.fractalgoals.domain.fact;

import static org.fractalgoals.domain.fact.Fact.fact;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;

import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.event.JsonText;
import org.fractalgoals.domain.session.SessionEvent.OwnEvent;
import org.fractalgoals.domain.session.SessionEvent.SessionCompleted;
import org.fractalgoals.domain.session.SessionEvent.SessionCreated;
import org.fractalgoals.domain.session.SessionEvent.SessionDataChanged;
import org.fractalgoals.domain.session.SessionEvent.SessionDeadlineCleared;
import org.fractalgoals.domain.session.SessionEvent.SessionDeadlineSet;
import org.fractalgoals.domain.session.SessionEvent.SessionDeleted;
import org.fractalgoals.domain.session.SessionEvent.SessionDescribed;
import org.fractalgoals.domain.session.SessionEvent.SessionDurationChanged;
import org.fractalgoals.domain.session.SessionEvent.SessionEndChanged;
import org.fractalgoals.domain.session.SessionEvent.SessionGoalLinked;
import org.fractalgoals.domain.session.SessionEvent.SessionMoved;
import org.fractalgoals.domain.session.SessionEvent.SessionRenamed;
import org.fractalgoals.domain.session.SessionEvent.SessionReopened;
import org.fractalgoals.domain.session.SessionEvent.SessionRestored;
import org.fractalgoals.domain.session.SessionEvent.SessionStartChanged;
import org.fractalgoals.domain.session.SessionEvent.SessionTargetsChanged;
import org.fractalgoals.domain.session.SessionEvent.SessionTemplateChanged;
import org.fractalgoals.domain.session.SessionEvent.SessionTotalDurationChanged;
import org.fractalgoals.domain.session.SessionEvent.SessionTouched;
import org.jspecify.annotations.Nullable;

/** The fields of a session itself. The goal above it is never changed by a file; a link, once made, stays. */
final class SessionFacts {

  private static final String LINK = "goal_id";

  private SessionFacts() {}

  static List<Fact> told(OwnEvent event) {
    var session = event.session();
    return switch (event) {
      case SessionCreated it -> created(it);
      case SessionRenamed it -> List.of(fact(session, "name", it.name()));
      case SessionDescribed it -> List.of(fact(session, "description", it.description()));
      case SessionDeadlineSet it -> List.of(fact(session, "deadline", it.deadline()));
      case SessionDeadlineCleared it -> List.of(fact(session, "deadline", null));
      case SessionTargetsChanged it -> List.of(fact(session, "targets", it.targets()));
      case SessionDurationChanged it -> List
          .of(fact(session, "duration_minutes", it.durationMinutes()));
      case SessionTotalDurationChanged it -> List
          .of(fact(session, "total_duration_seconds", it.totalDurationSeconds()));
      case SessionStartChanged it -> List.of(fact(session, "session_start", it.start()));
      case SessionEndChanged it -> List.of(fact(session, "session_end", it.end()));
      case SessionTemplateChanged it -> List.of(fact(session, "template_id", it.templateId()));
      case SessionDataChanged it -> List.of(fact(session, "attributes", it.data()));
      case SessionMoved it -> List.of(fact(session, "parent_id", it.parent()));
      case SessionGoalLinked it -> List.of(fact(session, LINK, it.goalId(), true));
      case SessionCompleted it -> List.of(fact(session, "completed", true));
      case SessionReopened it -> List.of(fact(session, "completed", false));
      case SessionTouched it -> List.of(fact(session, FieldKey.UPDATED, it.at()));
      case SessionDeleted it -> List.of();
      case SessionRestored it -> List.of();
    };
  }

  private static List<Fact> created(SessionCreated it) {
    var session = it.session();
    return Stream.concat(Stream.of(fact(session, "parent_id", it.parent()),
        fact(session, "name", it.name()), fact(session, "description", it.description()),
        fact(session, "deadline", null), fact(session, "targets", null),
        fact(session, "duration_minutes", it.durationMinutes()),
        fact(session, "total_duration_seconds", it.totalDurationSeconds()),
        fact(session, "session_start", it.start()), fact(session, "session_end", it.end()),
        fact(session, "template_id", it.templateId()), fact(session, "attributes", it.data()),
        fact(session, "completed", false)),
        it.links().stream().map(link -> fact(session, LINK, link.goalId(), true))).toList();
  }

  static @Nullable DomainEvent change(Wish wish) {
    var id = wish.id();
    var at = wish.at();
    return switch (wish.key().field()) {
      case "name" -> new SessionRenamed(id, wish.text(), at);
      case "description" -> new SessionDescribed(id, wish.text(), at);
      case "deadline" -> {
        var deadline = wish.as(LocalDate.class);
        yield deadline == null
            ? new SessionDeadlineCleared(id, at)
            : new SessionDeadlineSet(id, deadline, at);
      }
      case "targets" -> wish.json().map(json -> new SessionTargetsChanged(id, json, at))
          .orElse(null);
      case "duration_minutes" -> new SessionDurationChanged(id, wish.as(Long.class), at);
      case "total_duration_seconds" -> new SessionTotalDurationChanged(id, wish.as(Long.class),
          at);
      case "session_start" -> new SessionStartChanged(id, wish.as(LocalDateTime.class), at);
      case "session_end" -> new SessionEndChanged(id, wish.as(LocalDateTime.class), at);
      case "template_id" -> new SessionTemplateChanged(id, wish.as(String.class), at);
      case "attributes" -> new SessionDataChanged(id, wish.as(JsonText.class), at);
      case "completed" -> wish.isTrue()
          ? new SessionCompleted(id, at)
          : new SessionReopened(id, at);
      default -> null;
    };
  }
}
