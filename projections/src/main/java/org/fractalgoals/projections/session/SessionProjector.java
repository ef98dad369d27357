package org.fractalgoals.projections.session;

import java.sql.SQLException;

import org.fractalgoals.domain.event.Imported;
import org.fractalgoals.domain.event.RecordedEvent;
import org.fractalgoals.domain.session.SessionEvent;
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
import org.fractalgoals.projections.engine.Projector;
import org.fractalgoals.projections.engine.RowWriter;
import org.fractalgoals.projections.engine.Statements;
import org.fractalgoals.projections.visibility.Visibility;

/** Keeps the tables {@code sessions} and {@code session_goals}. */
public final class SessionProjector implements Projector {

  @Override
  public String name() {
    return "sessions";
  }

  @Override
  public int version() {
    return 3;
  }

  @Override
  public void apply(RecordedEvent event, Statements rows) throws SQLException {
    if (event.payload() instanceof SessionEvent.OwnEvent own) {
      apply(own, new RowWriter(event, rows, SessionSql.IS_KNOWN));
    }
  }

  private static void apply(SessionEvent.OwnEvent event, RowWriter rows) throws SQLException {
    switch (event) {
      case SessionCreated created -> on(created, rows);
      case SessionRenamed renamed -> on(renamed, rows);
      case SessionDescribed described -> on(described, rows);
      case SessionDeadlineSet set -> on(set, rows);
      case SessionDeadlineCleared cleared -> on(cleared, rows);
      case SessionTargetsChanged changed -> on(changed, rows);
      case SessionDurationChanged changed -> on(changed, rows);
      case SessionTotalDurationChanged changed -> on(changed, rows);
      case SessionStartChanged changed -> on(changed, rows);
      case SessionEndChanged changed -> on(changed, rows);
      case SessionTemplateChanged changed -> on(changed, rows);
      case SessionDataChanged changed -> on(changed, rows);
      case SessionMoved moved -> on(moved, rows);
      case SessionCompleted completed -> on(completed, rows);
      case SessionReopened reopened -> on(reopened, rows);
      case SessionDeleted deleted -> on(deleted, rows);
      case SessionRestored restored -> on(restored, rows);
      case SessionGoalLinked linked -> on(linked, rows);
      case SessionTouched touched -> on(touched, rows);
    }
  }

  private static void on(SessionCreated created, RowWriter rows) throws SQLException {
    var event = rows.event();
    var parent = created.parent();
    var data = created.data();
    rows.statements().update(SessionSql.CREATE, created.sessionId(), event.sequence(),
        event.time(), created.rootId(), parent == null ? null : parent.id(), created.name(),
        created.description(), created.durationMinutes(), created.totalDurationSeconds(),
        created.start(), created.end(), created.templateId(), data == null ? null : data.text(),
        created.createdDay(), Imported.breaksRule(event.flags()));
    int place = 0;
    for (var link : created.links()) {
      rows.statements().update(SessionSql.LINK, created.sessionId(), link.goalId(),
          created.rootId(), link.type(), place++, event.time());
    }
    if (event.sequence() > 0) {
      // it was found to be missing before
      Visibility.settleBelow(created.session(), rows.statements());
    }
  }

  private static void on(SessionRenamed renamed, RowWriter rows) throws SQLException {
    rows.change(SessionSql.RENAME, renamed.session(), renamed.name());
  }

  private static void on(SessionDescribed described, RowWriter rows) throws SQLException {
    rows.change(SessionSql.DESCRIBE, described.session(), described.description());
  }

  private static void on(SessionDeadlineSet set, RowWriter rows) throws SQLException {
    rows.change(SessionSql.SET_DEADLINE, set.session(), set.deadline(), breaksRule(rows));
    conform(set, rows);
  }

  private static void on(SessionDeadlineCleared cleared, RowWriter rows) throws SQLException {
    rows.change(SessionSql.CLEAR_DEADLINE, cleared.session());
    conform(cleared, rows);
  }

  private static void on(SessionTargetsChanged changed, RowWriter rows) throws SQLException {
    rows.change(SessionSql.CHANGE_TARGETS, changed.session(), changed.targets().text());
  }

  private static void on(SessionDurationChanged changed, RowWriter rows) throws SQLException {
    rows.change(SessionSql.CHANGE_DURATION, changed.session(), changed.durationMinutes(),
        breaksRule(rows));
    conform(changed, rows);
  }

  private static void on(SessionTotalDurationChanged changed, RowWriter rows)
      throws SQLException {
    rows.change(SessionSql.CHANGE_TOTAL_DURATION, changed.session(),
        changed.totalDurationSeconds());
  }

  private static void on(SessionStartChanged changed, RowWriter rows) throws SQLException {
    rows.change(SessionSql.CHANGE_START, changed.session(), changed.start());
  }

  private static void on(SessionEndChanged changed, RowWriter rows) throws SQLException {
    rows.change(SessionSql.CHANGE_END, changed.session(), changed.end());
  }

  private static void on(SessionTemplateChanged changed, RowWriter rows) throws SQLException {
    rows.change(SessionSql.CHANGE_TEMPLATE, changed.session(), changed.templateId());
  }

  private static void on(SessionDataChanged changed, RowWriter rows) throws SQLException {
    var data = changed.data();
    rows.overwrite(SessionSql.CHANGE_DATA, changed.session(), data == null ? null : data.text());
  }

  private static void on(SessionMoved moved, RowWriter rows) throws SQLException {
    rows.change(SessionSql.MOVE, moved.session(), moved.parent().id());
    Visibility.settleBelow(moved.session(), rows.statements());
  }

  private static void on(SessionCompleted completed, RowWriter rows) throws SQLException {
    rows.change(SessionSql.COMPLETE, completed.session());
  }

  private static void on(SessionReopened reopened, RowWriter rows) throws SQLException {
    rows.change(SessionSql.REOPEN, reopened.session());
  }

  private static void on(SessionDeleted deleted, RowWriter rows) throws SQLException {
    rows.delete(SessionSql.DELETE, deleted.session());
    Visibility.settleBelow(deleted.session(), rows.statements());
  }

  private static void on(SessionRestored restored, RowWriter rows) throws SQLException {
    rows.change(SessionSql.RESTORE, restored.session());
    Visibility.settleBelow(restored.session(), rows.statements());
  }

  private static void on(SessionGoalLinked linked, RowWriter rows) throws SQLException {
    rows.statements().update(SessionSql.SEE, linked.sessionId(), rows.event().sequence());
    rows.statements().update(SessionSql.LINK_ONE_MORE, linked.sessionId(), linked.goalId(),
        linked.type(), rows.event().time());
  }

  private static void on(SessionTouched touched, RowWriter rows) throws SQLException {
    rows.change(SessionSql.TOUCH, touched.session());
  }

  private static boolean breaksRule(RowWriter rows) {
    return Imported.breaksRule(rows.event().flags());
  }

  private static void conform(SessionEvent event, RowWriter rows) throws SQLException {
    rows.statements().update(SessionSql.CONFORM, event.sessionId());
  }
}
