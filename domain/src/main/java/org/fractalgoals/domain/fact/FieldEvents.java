package org.fractalgoals.domain.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.fractalgoals.domain.activity.ActivityEvent;
import org.fractalgoals.domain.activitygroup.GroupEvent;
import org.fractalgoals.domain.entity.EntityChange;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.goal.GoalEvent;
import org.fractalgoals.domain.note.NoteEvent;
import org.fractalgoals.domain.program.BlockEvent;
import org.fractalgoals.domain.program.DayEvent;
import org.fractalgoals.domain.program.ProgramEvent;
import org.fractalgoals.domain.session.InstanceEvent;
import org.fractalgoals.domain.session.SessionEvent;
import org.fractalgoals.domain.template.TemplateEvent;

/** What each kind of event tells of which fields, and which event changes which field. */
public final class FieldEvents {

  private FieldEvents() {}

  /**
   * What an event tells; nothing if it is about no thing itself, such as one that merely found something to be missing.
   *
   * @param before what the events before it tell
   */
  public static List<Fact> told(DomainEvent event, Facts before) {
    var facts = new ArrayList<Fact>(own(event, before));
    event.changes().stream().flatMap(FieldEvents::life).forEach(facts::add);
    return facts;
  }

  private static List<Fact> own(DomainEvent event, Facts before) {
    return switch (event) {
      case GoalEvent goal -> GoalFacts.told(goal);
      case InstanceEvent instance -> InstanceFacts.told(instance);
      case SessionEvent.OwnEvent session -> SessionFacts.told(session);
      case ActivityEvent activity -> ActivityFacts.told(activity);
      case GroupEvent group -> GroupFacts.told(group);
      case TemplateEvent template -> TemplateFacts.told(template);
      case ProgramEvent.OwnEvent program -> ProgramFacts.told(program);
      case BlockEvent block -> BlockFacts.told(block, before);
      case DayEvent day -> DayFacts.told(day);
      case NoteEvent note -> NoteFacts.told(note);
      default -> List.of();
    };
  }

  private static Stream<Fact> life(EntityChange change) {
    return switch (change) {
      case EntityChange.Added added -> Stream.of(
          Fact.fact(added.ref(), FieldKey.DELETED, false),
          Fact.fact(added.ref(), FieldKey.UPDATED, null));
      case EntityChange.Deleted deleted ->
        Stream.of(Fact.fact(deleted.ref(), FieldKey.DELETED, true));
      case EntityChange.Restored restored -> Stream
          .of(Fact.fact(restored.ref(), FieldKey.DELETED, false));
      default -> Stream.of();
    };
  }

  /** The event that fulfils the wish; empty if no event changes the field, or none to this value. */
  public static Optional<DomainEvent> change(Wish wish) {
    return Optional.ofNullable(switch (wish.key().thing().kind()) {
      case GOAL -> GoalFacts.change(wish);
      case SESSION -> SessionFacts.change(wish);
      case INSTANCE -> InstanceFacts.change(wish);
      case ACTIVITY -> ActivityFacts.change(wish);
      case METRIC -> ActivityFacts.changeMetric(wish);
      case SPLIT -> ActivityFacts.changeSplit(wish);
      case GROUP -> GroupFacts.change(wish);
      case TEMPLATE -> TemplateFacts.change(wish);
      case PROGRAM -> ProgramFacts.change(wish);
      case BLOCK -> BlockFacts.change(wish);
      case DAY -> DayFacts.change(wish);
      case NOTE -> NoteFacts.change(wish);
    });
  }
}
