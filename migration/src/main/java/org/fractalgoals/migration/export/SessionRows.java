package org.fractalgoals.migration.export;

import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;

import org.fractalgoals.domain.event.RecordedEvent;
import org.fractalgoals.domain.goal.GoalType;
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

/**
 * Writes {@code sessions} and {@code session_goals}. Start and end, told in the zone of the store, are written in UTC. The
 * legacy table has no deadline and no targets of a session.
 */
final class SessionRows {

  private final ExportedRows rows;
  private final ExportedTable sessions;
  private final ExportedTable links;
  private final ZoneId zone;

  SessionRows(ExportedRows rows) {
    this.rows = rows;
    this.sessions = new ExportedTable(rows, "sessions");
    this.links = new ExportedTable(rows, "session_goals");
    this.zone = rows.clocks().zone();
  }

  void apply(RecordedEvent event, OwnEvent session) throws SQLException {
    var id = session.sessionId();
    switch (session) {
      case SessionCreated created -> create(event, created);
      case SessionRenamed renamed -> sessions.set(event, id, "name", renamed.name());
      case SessionDescribed described ->
        sessions.set(event, id, "description", described.description());
      case SessionDeadlineSet set -> sessions.touch(event, id);
      case SessionDeadlineCleared cleared -> sessions.touch(event, id);
      case SessionTargetsChanged changed -> sessions.touch(event, id);
      case SessionDurationChanged changed ->
        sessions.set(event, id, "duration_minutes", changed.durationMinutes());
      case SessionTotalDurationChanged changed ->
        sessions.set(event, id, "total_duration_seconds", changed.totalDurationSeconds());
      case SessionStartChanged changed ->
        sessions.set(event, id, "session_start", LegacyTimes.ofWallClock(changed.start(), zone));
      case SessionEndChanged changed ->
        sessions.set(event, id, "session_end", LegacyTimes.ofWallClock(changed.end(), zone));
      case SessionTemplateChanged changed ->
        sessions.set(event, id, "template_id", changed.templateId());
      case SessionDataChanged changed -> sessions.set(event, id, "attributes", changed.data());
      case SessionMoved moved -> {
        sessions.touch(event, id);
        Places.put(rows, moved.session(), moved.parent());
      }
      case SessionGoalLinked linked -> link(event, id, linked.goalId(), linked.type());
      case SessionCompleted completed -> complete(event, id, true, completed.at());
      case SessionReopened reopened -> complete(event, id, false, null);
      case SessionDeleted deleted -> sessions.delete(event, id);
      case SessionRestored restored -> sessions.restore(event, id);
      case SessionTouched touched -> sessions.touch(event, id);
    }
  }

  private void create(RecordedEvent event, SessionCreated created) throws SQLException {
    sessions.insert(
        "id, root_id, name, description, session_start, session_end, duration_minutes, total_duration_seconds, template_id, attributes, created_at, updated_at, completed",
        created.sessionId(), created.rootId(), created.name(), created.description(),
        LegacyTimes.ofWallClock(created.start(), zone),
        LegacyTimes.ofWallClock(created.end(), zone), created.durationMinutes(),
        created.totalDurationSeconds(), created.templateId(), created.data(), event.time(),
        event.time(), false);
    Places.put(rows, created.session(), created.parent());
    for (var link : created.links()) {
      link(event, created.sessionId(), link.goalId(), link.type());
    }
  }

  private void link(RecordedEvent event, String session, String goal, String type)
      throws SQLException {
    links.insert("session_id, goal_id, goal_type, created_at", session, goal,
        GoalType.ofCode(type).map(SessionRows::linkType).orElse(type), event.time());
  }

  /** What the legacy application calls a goal of the type in a link. */
  private static String linkType(GoalType type) {
    return switch (type) {
      case ULTIMATE -> "ultimate";
      case LONG_TERM -> "long_term";
      case MID_TERM -> "mid_term";
      case SHORT_TERM -> "short_term";
      case IMMEDIATE -> "immediate";
      case MICRO -> "micro";
      case NANO -> "nano";
    };
  }

  private void complete(RecordedEvent event, String id, boolean completed, @Nullable Instant at)
      throws SQLException {
    sessions.set(event, id, "completed", completed);
    sessions.set(event, id, "completed_at", at);
  }
}
