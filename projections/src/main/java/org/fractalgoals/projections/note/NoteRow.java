package org.fractalgoals.projections.note;

import java.time.Instant;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.projections.paging.Cursor;
import org.jspecify.annotations.Nullable;

/**
 * One visible note.
 *
 * @param context what it is about: a goal, a session, an activity instance or an activity
 * @param sessionId the session it is about, or that of the instance; null for a goal or an activity
 * @param activityId the activity it is about, or that of the instance; null for a goal or a session
 * @param setIndex which set of the instance, counted from 0; null for none in particular
 * @param content what it says; that of an imported note may be blank
 * @param version sequence of the last event of the note's stream
 */
public record NoteRow(String id, String rootId, EntityRef context, @Nullable String sessionId,
    @Nullable String activityId, @Nullable Long setIndex, String content, Instant createdAt,
    Instant updatedAt, long version) {

  /** Where a page ends that ends with this note. */
  public Cursor cursor() {
    return new Cursor(createdAt, id);
  }
}
