package org.fractalgoals.domain.note;

import java.time.Instant;
import java.util.List;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.entity.Kind;
import org.fractalgoals.domain.note.NoteCommand.CreateNote;
import org.fractalgoals.domain.note.NoteCommand.EditNote;
import org.fractalgoals.domain.note.NoteEvent.NoteCreated;
import org.fractalgoals.domain.note.NoteEvent.NoteEdited;
import org.fractalgoals.domain.rule.Presence;
import org.fractalgoals.domain.rule.Rule;
import org.fractalgoals.domain.rule.RuleViolation;
import org.jspecify.annotations.Nullable;

/**
 * What a note answers to a command. Pure: everything a decision depends on is an argument. A command that would change
 * nothing gives no event.
 */
final class NoteDecider {

  /**
   * What a decision depends on besides the note itself.
   *
   * @param now whole microseconds
   * @param visible whether the note and everything above it lives
   */
  record Circumstances(Instant now, boolean visible) {}

  private NoteDecider() {}

  /**
   * Whether the context is there is judged inside the append. The sets of an instance come and go as a whole: whether it
   * has one of that index now is not judged.
   */
  static List<NoteEvent> decide(CreateNote command, Instant now) {
    Presence.requirePossible(command.noteId().ref(), command.context());
    requireSetOfInstance(command.context(), command.setIndex());
    return List.of(new NoteCreated(command.noteId().id(), command.rootId(), command.context(),
        command.setIndex(), command.content().text(), now));
  }

  private static void requireSetOfInstance(EntityRef context, @Nullable Long setIndex) {
    if (setIndex == null) {
      return;
    }
    if (context.kind() != Kind.INSTANCE) {
      throw new RuleViolation(new Rule.HasNoSets(context));
    }
    if (setIndex < 0) {
      throw new RuleViolation(new Rule.SetIndexIsNegative(setIndex));
    }
  }

  static List<NoteEvent> decide(NoteState note, EditNote command, Circumstances given) {
    if (!note.rootId().equals(command.rootId())) {
      throw new RuleViolation(new Rule.IsUnknown(command.noteId().ref()));
    }
    if (note.deleted() || !given.visible()) {
      throw new RuleViolation(new Rule.IsDeleted(command.noteId().ref()));
    }
    return command.content().text().equals(note.content())
        ? List.of()
        : List.of(new NoteEdited(note.noteId(), command.content().text(), given.now()));
  }
}
