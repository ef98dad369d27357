package org.fractalgoals.domain.rule;

import java.time.Instant;
import java.time.LocalDate;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.entity.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The rules that commands can break, each named by what is wrong. The sentence is shown to people: it says what is
 * wrong, where, and where it helps what to do.
 */
public sealed interface Rule {

  String sentence();

  /** Nothing of this kind with this id exists in this fractal. */
  record IsUnknown(EntityRef ref) implements Rule {
    @Override
    public String sentence() {
      return "There is no %s \"%s\" in this fractal.".formatted(ref.kind().code(), ref.id());
    }
  }

  /** It was deleted, or something above it was. */
  record IsDeleted(EntityRef ref) implements Rule {
    @Override
    public String sentence() {
      return "The %s \"%s\" is deleted.".formatted(ref.kind().code(), ref.id());
    }
  }

  /** The id was used by another thing of this kind, in this fractal or another one, deleted or not. */
  record IdIsTaken(EntityRef ref) implements Rule {
    @Override
    public String sentence() {
      return "The id \"%s\" is already used by another %s.".formatted(ref.id(), ref.kind().code());
    }
  }

  /** A live thing in the same scope has the name. */
  record NameIsTaken(Kind kind, String name, String scope) implements Rule {
    @Override
    public String sentence() {
      return "The name \"%s\" is already used by another %s in this %s.".formatted(name,
          kind.code(),
          scope);
    }
  }

  /** A name must contain something visible. */
  record NameIsBlank() implements Rule {
    @Override
    public String sentence() {
      return "A name must not be empty or blank.";
    }
  }

  /** A note must contain something visible. */
  record NoteIsBlank() implements Rule {
    @Override
    public String sentence() {
      return "The content of a note must not be empty or blank.";
    }
  }

  /** Only what is performed has sets that a note can be about. */
  record HasNoSets(EntityRef context) implements Rule {
    @Override
    public String sentence() {
      return "The %s \"%s\" has no sets; only an activity instance has.".formatted(
          context.kind().code(), context.id());
    }
  }

  /** Sets are counted from 0. */
  record SetIndexIsNegative(long index) implements Rule {
    @Override
    public String sentence() {
      return "The index of the set is %d; the first set has 0.".formatted(index);
    }
  }

  /** Texts are bounded; lengths in UTF-16 code units. */
  record TextIsTooLong(String field, int length, int limit) implements Rule {
    @Override
    public String sentence() {
      return "The %s has %d characters; %d are allowed.".formatted(field, length, limit);
    }
  }

  /** The parent to be stands nowhere. */
  record ParentIsUnknown(EntityRef parent) implements Rule {
    @Override
    public String sentence() {
      return "The parent %s \"%s\" does not exist.".formatted(parent.kind().code(), parent.id());
    }
  }

  /** The parent to be is deleted, or something above it is. */
  record ParentIsDeleted(EntityRef parent) implements Rule {
    @Override
    public String sentence() {
      return "The parent %s \"%s\" is deleted.".formatted(parent.kind().code(), parent.id());
    }
  }

  /** Nothing leaves its fractal. */
  record ParentIsInOtherFractal(EntityRef parent) implements Rule {
    @Override
    public String sentence() {
      return "The parent %s \"%s\" belongs to another fractal.".formatted(parent.kind().code(),
          parent.id());
    }
  }

  /** Nothing stands below itself. */
  record MoveMakesACycle(EntityRef ref, EntityRef parent) implements Rule {
    @Override
    public String sentence() {
      return "The %s \"%s\" cannot stand below \"%s\", which stands below it or is itself."
          .formatted(ref.kind().code(), ref.id(), parent.id());
    }
  }

  /** The root of a fractal has no parent, ever. */
  record FractalCannotBeMoved(EntityRef ref) implements Rule {
    @Override
    public String sentence() {
      return "The goal \"%s\" is the root of its fractal and cannot be moved.".formatted(ref.id());
    }
  }

  /** Days are compared in the zone of the store. */
  record DeadlinePrecedesCreation(LocalDate deadline, LocalDate created) implements Rule {
    @Override
    public String sentence() {
      return "The deadline %s is before the day of creation, %s.".formatted(deadline,
          created);
    }
  }

  /** What is to be put in order does not stand below this parent. */
  record IsNotAChild(EntityRef ref, EntityRef parent) implements Rule {
    @Override
    public String sentence() {
      return "The %s \"%s\" is not a live child of \"%s\".".formatted(ref.kind().code(), ref.id(),
          parent.id());
    }
  }

  /** A list that gives an order names each thing once. */
  record IsListedTwice(EntityRef ref) implements Rule {
    @Override
    public String sentence() {
      return "The %s \"%s\" is listed twice.".formatted(ref.kind().code(), ref.id());
    }
  }

  /** What was deleted along with something else comes back along with it. */
  record WasDeletedWith(EntityRef ref, EntityRef top) implements Rule {
    @Override
    public String sentence() {
      return "The %s \"%s\" was deleted together with the %s \"%s\": restore that one.".formatted(
          ref.kind().code(), ref.id(), top.kind().code(), top.id());
    }
  }

  /** What it stood under is deleted. */
  record ParentIsStillDeleted(EntityRef ref, EntityRef deleted) implements Rule {
    @Override
    public String sentence() {
      return "The %s \"%s\" stands below the %s \"%s\", which is deleted: restore that one first%s."
          .formatted(ref.kind().code(), ref.id(), deleted.kind().code(), deleted.id(),
              mayMove() ? ", or name another parent" : "");
    }

    private boolean mayMove() {
      return ref.kind() == Kind.GOAL || ref.kind() == Kind.SESSION;
    }
  }

  /** Those who find what is left of something want to know why. */
  record NeedsAReason() implements Rule {
    @Override
    public String sentence() {
      return "A purge needs a reason.";
    }
  }

  /** Names of keys stand in the history for who acted. */
  record IsNoKeyName(String name) implements Rule {
    @Override
    public String sentence() {
      return "\"%s\" cannot be the name of a key: letters, digits, spaces and . _ @ -, at most 99, and neither local nor admin."
          .formatted(name);
    }
  }

  /** Who administers all of it sees all of it. */
  record AdminSeesAll() implements Rule {
    @Override
    public String sentence() {
      return "A key of an administrator cannot be limited to fractals.";
    }
  }

  /** A name that once acted never means somebody else. */
  record KeyExists(String name) implements Rule {
    @Override
    public String sentence() {
      return "There is a key named \"%s\", or was: names of keys are not given twice."
          .formatted(name);
    }
  }

  /** Only what is there can be revoked. */
  record KeyIsUnknown(String name) implements Rule {
    @Override
    public String sentence() {
      return "There is no key named \"%s\".".formatted(name);
    }
  }

  /** Purging is for good. */
  record IsPurged(EntityRef ref) implements Rule {
    @Override
    public String sentence() {
      return "The %s \"%s\" was purged and cannot be brought back.".formatted(ref.kind().code(),
          ref.id());
    }
  }

  /** What a thing is to refer to is not known in this fractal. */
  record ReferenceIsUnknown(EntityRef ref) implements Rule {
    @Override
    public String sentence() {
      return "The %s \"%s\" that is referred to does not exist in this fractal."
          .formatted(ref.kind().code(), ref.id());
    }
  }

  /** What a thing is to refer to is deleted, or something above it is. */
  record ReferenceIsDeleted(EntityRef ref) implements Rule {
    @Override
    public String sentence() {
      return "The %s \"%s\" that is referred to is deleted.".formatted(ref.kind().code(),
          ref.id());
    }
  }

  /** A session stands below at least one goal. */
  record SessionNeedsParent() implements Rule {
    @Override
    public String sentence() {
      return "A session needs at least one ShortTermGoal as its parent.";
    }
  }

  /** Sessions serve goals of some types only. */
  record GoalCannotHaveSessions(EntityRef goal, String type) implements Rule {
    @Override
    public String sentence() {
      return "The goal \"%s\" is a %s; the parents of a session are ShortTermGoals.".formatted(
          goal.id(), type);
    }
  }

  /** Time passes in one direction. */
  record DurationIsNegative(String field, long value) implements Rule {
    @Override
    public String sentence() {
      return "The %s is %d; it must not be negative.".formatted(field, value);
    }
  }

  /** A timer ends after it began. */
  record StopPrecedesStart(EntityRef instance) implements Rule {
    @Override
    public String sentence() {
      return "The timer of the activity instance \"%s\" would stop before it started."
          .formatted(instance.id());
    }
  }

  /** Only a running timer, or one that was stopped, can be stopped. */
  record TimerWasNeverStarted(EntityRef instance) implements Rule {
    @Override
    public String sentence() {
      return "Timer was never started for the activity instance \"%s\".".formatted(
          instance.id());
    }
  }

  /** A metric or split that the activity of the instance never had. */
  record IsNotMeasured(EntityRef measure, EntityRef instance) implements Rule {
    @Override
    public String sentence() {
      return "The activity of the instance \"%s\" never had a %s \"%s\".".formatted(
          instance.id(), measure.kind().code(), measure.id());
    }
  }

  /** Infinite values cannot be kept. */
  record ValueIsNotFinite(String metricId) implements Rule {
    @Override
    public String sentence() {
      return "The value of the metric \"%s\" is not a finite number.".formatted(metricId);
    }
  }

  /** The metric does not allow values below zero. */
  record ValueIsNegative(String metricId, double value) implements Rule {
    @Override
    public String sentence() {
      return "The value %s of the metric \"%s\" is negative, which the metric does not allow."
          .formatted(value, metricId);
    }
  }

  /** An activity has a few metrics and splits only. */
  record AreTooMany(Kind kind, int count, int limit) implements Rule {
    @Override
    public String sentence() {
      return "An activity can have %d %ss, not %d.".formatted(limit, kind.code(), count);
    }
  }

  /** Nothing ends before it starts. Days, or wall-clock digits, as they were sent. */
  record EndPrecedesStart(Kind kind, String start, String end) implements Rule {
    @Override
    public String sentence() {
      return "The %s would end on %s, before it starts on %s.".formatted(kind.code(), end, start);
    }
  }

  /** A block is a stretch of days. */
  record BlockNeedsDates(String name) implements Rule {
    @Override
    public String sentence() {
      return "The block \"%s\" in \"weeklySchedule\" needs a first and a last day: \"startDate\" and \"endDate\"."
          .formatted(name);
    }
  }

  /** There is only so much to a day. */
  record DayIsTooFull(int count, int limit) implements Rule {
    @Override
    public String sentence() {
      return "%d sessions can be planned for a day, not %d.".formatted(limit, count);
    }
  }

  /** What one request changes is bounded. */
  record ChangeIsTooLarge(int limit) implements Rule {
    @Override
    public String sentence() {
      return "This would change more than %d days and planned sessions at once: make the blocks shorter, or add them one after the other."
          .formatted(limit);
    }
  }

  /** Each kind of thing has its kinds of parents. */
  record CannotStandBelow(EntityRef ref, EntityRef parent) implements Rule {
    @Override
    public String sentence() {
      return "The %s \"%s\" cannot stand below a %s.".formatted(ref.kind().code(), ref.id(),
          parent.kind().code());
    }
  }

  /** Things of this kind stand where they stand. */
  record CannotBeMoved(EntityRef ref) implements Rule {
    @Override
    public String sentence() {
      return "The %s \"%s\" cannot get another parent.".formatted(ref.kind().code(), ref.id());
    }
  }

  /** Things of this kind have no name. */
  record HasNoName(EntityRef ref) implements Rule {
    @Override
    public String sentence() {
      return "The %s \"%s\" has no name that could be changed.".formatted(ref.kind().code(),
          ref.id());
    }
  }

  /** No event of this fractal belongs to an action of this id. */
  record ActionIsUnknown(String actionId) implements Rule {
    @Override
    public String sentence() {
      return "There is no action \"%s\" in this fractal.".formatted(actionId);
    }
  }

  /** What a file says is not taken back, only what is deleted in it can be restored. */
  record ActionWasImported(String actionId) implements Rule {
    @Override
    public String sentence() {
      return "The action \"%s\" is part of an import; of an import only a deletion can be undone."
          .formatted(actionId);
    }
  }

  /** There is no event that takes back what happened. */
  record CannotBeUndone(EntityRef ref, String event) implements Rule {
    @Override
    public String sentence() {
      return "The action cannot be undone: nothing takes back the event \"%s\" of the %s \"%s\"."
          .formatted(event, ref.kind().code(), ref.id());
    }
  }

  /** What the action did is not so any more. */
  record NothingLeftToUndo(String actionId, @Nullable Later undoing) implements Rule {
    @Override
    public String sentence() {
      return "Nothing is left to undo of the action \"%s\"%s.".formatted(actionId,
          undoing == null ? "" : ": it was undone by " + undoing.words());
    }
  }

  /** A field has another value than the action gave it. */
  record WasChangedSince(EntityRef ref, String field, Later later) implements Rule {
    @Override
    public String sentence() {
      return "The action cannot be undone: \"%s\" of the %s \"%s\" was changed since, by %s."
          .formatted(field, ref.kind().code(), ref.id(), later.words());
    }
  }

  /** What the action was about, or what it stands below, is deleted. */
  record WasDeletedSince(EntityRef ref, Later later) implements Rule {
    @Override
    public String sentence() {
      return "The action cannot be undone: the %s \"%s\" was deleted since, by %s."
          .formatted(ref.kind().code(), ref.id(), later.words());
    }
  }

  /** What the action deleted is back already. */
  record WasRestoredSince(EntityRef ref, Later later) implements Rule {
    @Override
    public String sentence() {
      return "The action cannot be undone: the %s \"%s\" was restored since, by %s."
          .formatted(ref.kind().code(), ref.id(), later.words());
    }
  }

  /** What is to go has something below it that is not to go along. */
  record StandsBelow(EntityRef ref, EntityRef top) implements Rule {
    @Override
    public String sentence() {
      return "The action cannot be undone: the %s \"%s\" stands below the %s \"%s\" by now, which would have to go."
          .formatted(ref.kind().code(), ref.id(), top.kind().code(), top.id());
    }
  }

  /**
   * A later action that stands in the way.
   *
   * @param actor who acted
   * @param at when it was stored
   */
  record Later(String actionId, String actor, Instant at) {

    String words() {
      return "the action \"%s\" of \"%s\" at %s".formatted(actionId, actor, at);
    }
  }
}
