package org.fractalgoals.api.tree;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import org.fractalgoals.api.http.StoredJson;
import org.fractalgoals.api.http.WallClockText;
import org.fractalgoals.projections.session.SessionRow;
import org.fractalgoals.projections.tree.SessionTree;
import org.jspecify.annotations.Nullable;

/**
 * What stands under {@code attributes} of a session.
 *
 * @param type what a session is called among the goals
 * @param parentId the goal above; null for an imported session that has none
 * @param targets a JSON list
 * @param endPrecedesStart whether the digits of the end are before those of the start
 * @param sessionData absent, not null, if there is none
 */
record SessionAttributes(String id, String type, @Nullable String parentId, List<String> parentIds,
    String rootId, String description, @Nullable String deadline, boolean completed,
    String createdAt, String updatedAt, @JsonRawValue String targets,
    @Nullable Long durationMinutes, @Nullable String sessionStart, @Nullable String sessionEnd,
    @Nullable Long totalDurationSeconds, @Nullable String templateId, boolean endPrecedesStart,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable SessionData sessionData) {

  /** The type of every session. */
  static final String TYPE = "PracticeSession";

  static SessionAttributes of(SessionTree tree, WallClockText clock) {
    var session = tree.session();
    return new SessionAttributes(session.id(), TYPE, session.parentId(), session.parentIds(),
        session.rootId(), session.description(), WallClockText.ofDay(session.deadline()),
        session.completed(), clock.of(session.createdAt()), clock.of(session.updatedAt()),
        StoredJson.list(session.targets()), session.durationMinutes(),
        WallClockText.ofDigits(session.start()), WallClockText.ofDigits(session.end()),
        session.totalDurationSeconds(), session.templateId(), endPrecedesStart(session),
        SessionData.of(session.data(), tree.instances()));
  }

  private static boolean endPrecedesStart(SessionRow session) {
    return session.start() != null && session.end() != null
        && session.end().isBefore(session.start());
  }
}
