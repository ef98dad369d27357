package org.fractalgoals.api.note;

import org.fractalgoals.api.http.WallClockText;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.projections.note.NoteRow;
import org.jspecify.annotations.Nullable;

/**
 * A note as the API shows it.
 *
 * @param sessionId the session it is about, or that of the instance; null for a goal or an activity
 * @param activityId the activity it is about, or that of the instance; null for a goal or a session
 * @param setIndex which set of the instance, counted from 0; null for none in particular
 * @param createdAt UTC in whole seconds, as all times of a note
 */
public record NoteView(String id, String rootId, Context context, @Nullable String sessionId,
    @Nullable String activityId, @Nullable Long setIndex, String content, String createdAt,
    String updatedAt) {

  /** What a note is about: the code of a kind, and the id of a thing of that kind. */
  public record Context(String kind, String id) {

    static Context of(EntityRef ref) {
      return new Context(ref.kind().code(), ref.id());
    }
  }

  public static NoteView of(NoteRow row) {
    return new NoteView(row.id(), row.rootId(), Context.of(row.context()), row.sessionId(),
        row.activityId(), row.setIndex(), row.content(), WallClockText.inUtc(row.createdAt()),
        WallClockText.inUtc(row.updatedAt()));
  }
}
