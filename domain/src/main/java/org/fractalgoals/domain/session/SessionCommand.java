package org.fractalgoals.domain.session;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.JsonText;
import org.fractalgoals.domain.rule.Rule;
import org.fractalgoals.domain.rule.RuleViolation;
import org.fractalgoals.domain.text.Description;
import org.fractalgoals.domain.text.Name;
import org.fractalgoals.domain.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * What can be asked of a single session. Sessions begin with {@link CreateSession}; what concerns several things -
 * delete, restore - is asked of {@code org.fractalgoals.domain.trash}, what concerns the activities performed in it by
 * {@link InstanceCommand}.
 */
public sealed interface SessionCommand permits SessionCommand.Alteration, InstanceCommand {

  SessionId sessionId();

  /** The fractal the session is asked for in. */
  String rootId();

  /** Concerns the session itself. */
  sealed interface Alteration extends SessionCommand {}

  /** Several changes of one session, all or none. */
  record ChangeSession(@TargetAggregateIdentifier SessionId sessionId, String rootId,
      List<SessionChange> changes) implements Alteration {

    public ChangeSession {
      changes = List.copyOf(changes);
    }
  }

  /** Puts the session below another goal of the same fractal. */
  record MoveSession(@TargetAggregateIdentifier SessionId sessionId, String rootId,
      EntityRef parent) implements Alteration {}

  /** Completes an open session, reopens a completed one. */
  record ToggleSessionCompletion(@TargetAggregateIdentifier SessionId sessionId, String rootId)
      implements
        Alteration {}

  /** One change of a session's own facts. */
  sealed interface SessionChange {

    /** What can be said of a session from its beginning on. */
    sealed interface Fact extends SessionChange {}

    record Rename(Name name) implements SessionChange {}

    record Describe(Description description) implements Fact {}

    record SetDeadline(LocalDate deadline) implements SessionChange {}

    record ClearDeadline() implements SessionChange {}

    /** Replaces the whole list of targets. */
    record ChangeTargets(JsonText targets) implements SessionChange {}

    record SetCompleted(boolean completed) implements SessionChange {}

    /** Wall-clock digits; null for not known. */
    record SetStart(@Nullable LocalDateTime start) implements Fact {}

    /** Wall-clock digits; null for not known. An end before the start is kept. */
    record SetEnd(@Nullable LocalDateTime end) implements Fact {}

    /**
     * @param templateId any text; null for none
     */
    record SetTemplate(@Nullable String templateId) implements Fact {

      /**
       * @throws RuleViolation if it is too long
       */
      public SetTemplate {
        if (templateId != null) {
          Texts.requireShort("template_id", templateId);
        }
      }
    }

    /** Replaces the whole of the data; null for none. */
    record SetData(@Nullable JsonText data) implements Fact {}

    /**
     * @param minutes planned; null for not known
     */
    record SetDuration(@Nullable Long minutes) implements Fact {

      /**
       * @throws RuleViolation if it is negative
       */
      public SetDuration {
        requireNotNegative("duration_minutes", minutes);
      }
    }

    /**
     * @param seconds it took; null for not known; below zero only while the session ends before it starts, as clients
     *     take it for the time between the two
     */
    record SetTotalDuration(@Nullable Long seconds) implements Fact {}
  }

  private static void requireNotNegative(String field, @Nullable Long value) {
    if (value != null && value < 0) {
      throw new RuleViolation(new Rule.DurationIsNegative(field, value));
    }
  }
}
