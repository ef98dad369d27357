package org.fractalgoals.domain.session;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

import org.fractalgoals.domain.entity.EntityChange;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.event.JsonText;
import org.fractalgoals.domain.event.StoredAs;
import org.jspecify.annotations.Nullable;

/** What happens to a session and, as {@link InstanceEvent}, to the activities performed in it. */
public sealed interface SessionEvent extends DomainEvent
    permits SessionEvent.OwnEvent, InstanceEvent {

  /** Id of the session. */
  String sessionId();

  /** The session itself. */
  default EntityRef session() {
    return EntityRef.session(sessionId());
  }

  @Override
  default String stream() {
    return session().toString();
  }

  /** Concerns the session itself. */
  sealed interface OwnEvent extends SessionEvent {

    @Override
    default List<EntityChange> changes() {
      return switch (this) {
        case SessionCreated created -> List
            .of(new EntityChange.Added(session(), created.parent(), null, 0));
        case SessionMoved moved -> List.of(new EntityChange.Moved(session(), moved.parent(), 0));
        case SessionDeleted deleted -> List.of(new EntityChange.Deleted(session()));
        case SessionRestored restored -> List.of(new EntityChange.Restored(session()));
        case SessionDeadlineSet set -> List.of(new EntityChange.Conformed(session()));
        case SessionDeadlineCleared cleared -> List.of(new EntityChange.Conformed(session()));
        case SessionDurationChanged changed -> List.of(new EntityChange.Conformed(session()));
        case SessionTotalDurationChanged changed -> List.of();
        case SessionRenamed renamed -> List.of();
        case SessionDescribed described -> List.of();
        case SessionTargetsChanged changed -> List.of();
        case SessionStartChanged changed -> List.of();
        case SessionEndChanged changed -> List.of();
        case SessionTemplateChanged changed -> List.of();
        case SessionDataChanged changed -> List.of();
        case SessionCompleted completed -> List.of();
        case SessionReopened reopened -> List.of();
        case SessionGoalLinked linked -> List.of();
        case SessionTouched touched -> List.of();
      };
    }
  }

  /**
   * A goal that a session serves.
   *
   * @param goalId the goal
   * @param type its type at the time it was linked, one of {@code GoalType#code()}; an imported one may be anything
   */
  record GoalLink(String goalId, String type) {}

  /**
   * A session came into being.
   *
   * @param rootId the fractal
   * @param parent the goal above in the tree; null only for an imported session that has none
   * @param links the goals it serves, the one above usually among them
   * @param name as sent, or generated
   * @param description may be empty
   * @param durationMinutes the time planned for it
   * @param totalDurationSeconds the time it took, as the client says
   * @param start wall-clock digits as they were sent, of no zone
   * @param end likewise; may precede the start
   * @param templateId the template it was begun from; not judged
   * @param data free JSON, as it was sent
   * @param createdDay the day of creation in the zone of the store; deadlines are judged by it
   */
  @StoredAs("session.created")
  record SessionCreated(String sessionId, String rootId, @Nullable EntityRef parent,
      List<GoalLink> links, String name, String description, @Nullable Long durationMinutes,
      @Nullable Long totalDurationSeconds, @Nullable LocalDateTime start,
      @Nullable LocalDateTime end, @Nullable String templateId, @Nullable JsonText data,
      LocalDate createdDay, @Nullable Instant at) implements OwnEvent {

    public SessionCreated {
      links = List.copyOf(links);
    }
  }

  /**
   * The session has another name.
   *
   * @param name the name it has now
   */
  @StoredAs("session.renamed")
  record SessionRenamed(String sessionId, String name, @Nullable Instant at)
      implements
        OwnEvent {}

  /**
   * The session has another description.
   *
   * @param description what it says now; may be empty
   */
  @StoredAs("session.described")
  record SessionDescribed(String sessionId, String description, @Nullable Instant at)
      implements
        OwnEvent {}

  /**
   * The session has a deadline, or another one.
   *
   * @param deadline the last day
   */
  @StoredAs("session.deadline-set")
  record SessionDeadlineSet(String sessionId, LocalDate deadline, @Nullable Instant at)
      implements
        OwnEvent {}

  /** The session has no deadline any more. */
  @StoredAs("session.deadline-cleared")
  record SessionDeadlineCleared(String sessionId, @Nullable Instant at) implements OwnEvent {}

  /**
   * The whole list of targets was replaced.
   *
   * @param targets the new list; opaque JSON
   */
  @StoredAs("session.targets-changed")
  record SessionTargetsChanged(String sessionId, JsonText targets, @Nullable Instant at)
      implements
        OwnEvent {}

  /**
   * Another time is planned for it; null for none.
   *
   * @param durationMinutes whole minutes, not negative
   */
  @StoredAs("session.duration-changed")
  record SessionDurationChanged(String sessionId, @Nullable Long durationMinutes,
      @Nullable Instant at) implements OwnEvent {}

  /**
   * It took another time, as the client says; null for not known.
   *
   * @param totalDurationSeconds whole seconds
   */
  @StoredAs("session.total-duration-changed")
  record SessionTotalDurationChanged(String sessionId, @Nullable Long totalDurationSeconds,
      @Nullable Instant at) implements OwnEvent {}

  /**
   * It began at another time.
   *
   * @param start wall-clock digits of no zone; null for not known
   */
  @StoredAs("session.start-changed")
  record SessionStartChanged(String sessionId, @Nullable LocalDateTime start,
      @Nullable Instant at) implements OwnEvent {}

  /**
   * It ended at another time.
   *
   * @param end wall-clock digits of no zone; null for not known; may precede the start
   */
  @StoredAs("session.end-changed")
  record SessionEndChanged(String sessionId, @Nullable LocalDateTime end, @Nullable Instant at)
      implements
        OwnEvent {}

  /**
   * It is said to have been begun from another template.
   *
   * @param templateId not judged; null for none
   */
  @StoredAs("session.template-changed")
  record SessionTemplateChanged(String sessionId, @Nullable String templateId,
      @Nullable Instant at) implements OwnEvent {}

  /**
   * The whole of its data was replaced; null for none.
   *
   * @param data the new data; free JSON
   */
  @StoredAs("session.data-changed")
  record SessionDataChanged(String sessionId, @Nullable JsonText data, @Nullable Instant at)
      implements
        OwnEvent {}

  /**
   * The session stands below another goal of its fractal.
   *
   * @param parent what it stands below now
   */
  @StoredAs("session.moved")
  record SessionMoved(String sessionId, EntityRef parent, @Nullable Instant at)
      implements
        OwnEvent {}

  /**
   * The legacy file says that the session serves one goal more. Changes nothing where it served the goal already.
   *
   * @param goalId the goal
   * @param type its type at the time it was linked; may be anything
   */
  @StoredAs("session.goal-linked")
  record SessionGoalLinked(String sessionId, String goalId, String type, @Nullable Instant at)
      implements
        OwnEvent {}

  /** The session is done. */
  @StoredAs("session.completed")
  record SessionCompleted(String sessionId, @Nullable Instant at) implements OwnEvent {}

  /** The session is not done after all. */
  @StoredAs("session.reopened")
  record SessionReopened(String sessionId, @Nullable Instant at) implements OwnEvent {}

  /** Deleted, alone or with what was above it: all deletions of one action have its action id. */
  @StoredAs("session.deleted")
  record SessionDeleted(String sessionId, @Nullable Instant at) implements OwnEvent {}

  /** The session is back from the trash, with what was performed in it. */
  @StoredAs("session.restored")
  record SessionRestored(String sessionId, @Nullable Instant at) implements OwnEvent {}

  /** The legacy file says that the session was changed at this time, and not what was changed. */
  @StoredAs("session.touched")
  record SessionTouched(String sessionId, @Nullable Instant at) implements OwnEvent {}
}
