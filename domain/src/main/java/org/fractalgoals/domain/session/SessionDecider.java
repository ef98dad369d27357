package org.fractalgoals.domain.session;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.JsonText;
import org.fractalgoals.domain.rule.Presence;
import org.fractalgoals.domain.rule.Rule;
import org.fractalgoals.domain.rule.RuleViolation;
import org.fractalgoals.domain.session.SessionCommand.Alteration;
import org.fractalgoals.domain.session.SessionCommand.ChangeSession;
import org.fractalgoals.domain.session.SessionCommand.MoveSession;
import org.fractalgoals.domain.session.SessionCommand.SessionChange;
import org.fractalgoals.domain.session.SessionCommand.SessionChange.ChangeTargets;
import org.fractalgoals.domain.session.SessionCommand.SessionChange.ClearDeadline;
import org.fractalgoals.domain.session.SessionCommand.SessionChange.Describe;
import org.fractalgoals.domain.session.SessionCommand.SessionChange.Rename;
import org.fractalgoals.domain.session.SessionCommand.SessionChange.SetCompleted;
import org.fractalgoals.domain.session.SessionCommand.SessionChange.SetData;
import org.fractalgoals.domain.session.SessionCommand.SessionChange.SetDeadline;
import org.fractalgoals.domain.session.SessionCommand.SessionChange.SetDuration;
import org.fractalgoals.domain.session.SessionCommand.SessionChange.SetEnd;
import org.fractalgoals.domain.session.SessionCommand.SessionChange.SetStart;
import org.fractalgoals.domain.session.SessionCommand.SessionChange.SetTemplate;
import org.fractalgoals.domain.session.SessionCommand.SessionChange.SetTotalDuration;
import org.fractalgoals.domain.session.SessionCommand.ToggleSessionCompletion;
import org.fractalgoals.domain.session.SessionEvent.OwnEvent;
import org.fractalgoals.domain.session.SessionEvent.SessionCompleted;
import org.fractalgoals.domain.session.SessionEvent.SessionDataChanged;
import org.fractalgoals.domain.session.SessionEvent.SessionDeadlineCleared;
import org.fractalgoals.domain.session.SessionEvent.SessionDeadlineSet;
import org.fractalgoals.domain.session.SessionEvent.SessionDescribed;
import org.fractalgoals.domain.session.SessionEvent.SessionDurationChanged;
import org.fractalgoals.domain.session.SessionEvent.SessionEndChanged;
import org.fractalgoals.domain.session.SessionEvent.SessionMoved;
import org.fractalgoals.domain.session.SessionEvent.SessionRenamed;
import org.fractalgoals.domain.session.SessionEvent.SessionReopened;
import org.fractalgoals.domain.session.SessionEvent.SessionStartChanged;
import org.fractalgoals.domain.session.SessionEvent.SessionTargetsChanged;
import org.fractalgoals.domain.session.SessionEvent.SessionTemplateChanged;
import org.fractalgoals.domain.session.SessionEvent.SessionTotalDurationChanged;
import org.jspecify.annotations.Nullable;

/**
 * What a session answers to a command about itself. Pure: everything a decision depends on is an argument. A command
 * that would change nothing gives no event.
 */
final class SessionDecider {

  private SessionDecider() {}

  /**
   * @param visible whether everything above the session lives
   * @param now whole microseconds
   */
  static List<SessionEvent> decide(SessionState session, Alteration command, boolean visible,
      Instant now) {
    requirePresent(session, command, visible);
    return switch (command) {
      case ChangeSession c -> change(session, c.changes(), now);
      case MoveSession c -> move(session, c.parent(), now);
      case ToggleSessionCompletion c -> change(session,
          List.of(new SetCompleted(!session.completed())), now);
    };
  }

  /**
   * @throws RuleViolation if the session is not there for this command
   */
  static void requirePresent(SessionState session, SessionCommand command, boolean visible) {
    if (!session.rootId().equals(command.rootId())) {
      throw new RuleViolation(new Rule.IsUnknown(command.sessionId().ref()));
    }
    if (session.deleted() || !visible) {
      throw new RuleViolation(new Rule.IsDeleted(command.sessionId().ref()));
    }
  }

  private static List<SessionEvent> move(SessionState session, EntityRef parent, Instant now) {
    Presence.requirePossible(EntityRef.session(session.sessionId()), parent);
    return parent.equals(session.parent())
        ? List.of()
        : List.of(new SessionMoved(session.sessionId(), parent, now));
  }

  private static List<SessionEvent> change(SessionState session, List<SessionChange> changes,
      Instant now) {
    var events = new ArrayList<SessionEvent>();
    var state = session;
    for (var change : changes) {
      var event = change(state, change, now);
      if (event != null) {
        events.add(event);
        state = state.evolve(event);
      }
    }
    if (events.stream().anyMatch(SessionTotalDurationChanged.class::isInstance)) {
      state.facts().requireTime();
    }
    return events;
  }

  private static @Nullable OwnEvent change(SessionState session, SessionChange change,
      Instant now) {
    var id = session.sessionId();
    var is = session.facts();
    return switch (change) {
      case Rename(var name) -> name.text().equals(is.name())
          ? null
          : new SessionRenamed(id, name.text(), now);
      case Describe(var description) -> description.text().equals(is.description())
          ? null
          : new SessionDescribed(id, description.text(), now);
      case SetDeadline(var deadline) -> setDeadline(session, deadline, now);
      case ClearDeadline() -> is.deadline() == null ? null : new SessionDeadlineCleared(id, now);
      case ChangeTargets(var targets) -> sameList(is.targets(), targets)
          ? null
          : new SessionTargetsChanged(id, targets, now);
      case SetCompleted(var completed) -> complete(session, completed, now);
      case SetStart(var start) -> Objects.equals(start, is.start())
          ? null
          : new SessionStartChanged(id, start, now);
      case SetEnd(var end) -> Objects.equals(end, is.end())
          ? null
          : new SessionEndChanged(id, end, now);
      case SetDuration(var minutes) -> Objects.equals(minutes, is.durationMinutes())
          ? null
          : new SessionDurationChanged(id, minutes, now);
      case SetTotalDuration(var seconds) -> Objects.equals(seconds, is.totalDurationSeconds())
          ? null
          : new SessionTotalDurationChanged(id, seconds, now);
      case SetTemplate(var template) -> Objects.equals(template, is.templateId())
          ? null
          : new SessionTemplateChanged(id, template, now);
      case SetData(var data) -> sameData(is.data(), data)
          ? null
          : new SessionDataChanged(id, data, now);
    };
  }

  private static @Nullable OwnEvent setDeadline(SessionState session, LocalDate deadline,
      Instant now) {
    if (deadline.equals(session.facts().deadline())) {
      return null;
    }
    if (deadline.isBefore(session.createdDay())) {
      throw new RuleViolation(new Rule.DeadlinePrecedesCreation(deadline, session.createdDay()));
    }
    return new SessionDeadlineSet(session.sessionId(), deadline, now);
  }

  private static @Nullable OwnEvent complete(SessionState session, boolean completed,
      Instant now) {
    if (completed == session.completed()) {
      return null;
    }
    return completed
        ? new SessionCompleted(session.sessionId(), now)
        : new SessionReopened(session.sessionId(), now);
  }

  /** What never had a list has as much as one whose list is empty. */
  static boolean sameList(@Nullable JsonText present, JsonText wanted) {
    return present == null ? wanted.canonical().equals("[]") : wanted.means(present);
  }

  private static boolean sameData(@Nullable JsonText present, @Nullable JsonText wanted) {
    return Objects.equals(present, wanted)
        || (present != null && wanted != null && wanted.means(present));
  }
}
