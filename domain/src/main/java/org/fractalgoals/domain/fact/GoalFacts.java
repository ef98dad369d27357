package org.fractalgoals.domain.fact;

import static org.fractalgoals.domain.fact.Fact.fact;

import java.time.LocalDate;
import java.util.List;

import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.goal.GoalEvent;
import org.fractalgoals.domain.goal.GoalEvent.GoalCompleted;
import org.fractalgoals.domain.goal.GoalEvent.GoalCreated;
import org.fractalgoals.domain.goal.GoalEvent.GoalDeadlineCleared;
import org.fractalgoals.domain.goal.GoalEvent.GoalDeadlineSet;
import org.fractalgoals.domain.goal.GoalEvent.GoalDeleted;
import org.fractalgoals.domain.goal.GoalEvent.GoalDescribed;
import org.fractalgoals.domain.goal.GoalEvent.GoalMoved;
import org.fractalgoals.domain.goal.GoalEvent.GoalRenamed;
import org.fractalgoals.domain.goal.GoalEvent.GoalReopened;
import org.fractalgoals.domain.goal.GoalEvent.GoalReordered;
import org.fractalgoals.domain.goal.GoalEvent.GoalRestored;
import org.fractalgoals.domain.goal.GoalEvent.GoalTargetsChanged;
import org.fractalgoals.domain.goal.GoalEvent.GoalTouched;
import org.jspecify.annotations.Nullable;

/** The fields of a goal. What stands above it, and its type, is never changed by a file. */
final class GoalFacts {

  private GoalFacts() {}

  static List<Fact> told(GoalEvent event) {
    var goal = event.entity();
    return switch (event) {
      case GoalCreated it ->
        List.of(fact(goal, "type", it.type()), fact(goal, "parent_id", it.parent()),
            fact(goal, "name", it.name()), fact(goal, "description", it.description()),
            fact(goal, "deadline", it.deadline()), fact(goal, "targets", it.targets()),
            fact(goal, "sort_order", it.sortOrder()), fact(goal, "completed", false));
      case GoalRenamed it -> List.of(fact(goal, "name", it.name()));
      case GoalDescribed it -> List.of(fact(goal, "description", it.description()));
      case GoalDeadlineSet it -> List.of(fact(goal, "deadline", it.deadline()));
      case GoalDeadlineCleared it -> List.of(fact(goal, "deadline", null));
      case GoalTargetsChanged it -> List.of(fact(goal, "targets", it.targets()));
      case GoalMoved it -> List.of(fact(goal, "parent_id", it.parent()),
          fact(goal, "sort_order", it.sortOrder()));
      case GoalReordered it -> List.of(fact(goal, "sort_order", it.sortOrder()));
      case GoalCompleted it -> List.of(fact(goal, "completed", true));
      case GoalReopened it -> List.of(fact(goal, "completed", false));
      case GoalTouched it -> List.of(fact(goal, FieldKey.UPDATED, it.at()));
      case GoalDeleted it -> List.of();
      case GoalRestored it -> List.of();
    };
  }

  static @Nullable DomainEvent change(Wish wish) {
    var id = wish.id();
    var at = wish.at();
    return switch (wish.key().field()) {
      case "name" -> new GoalRenamed(id, wish.text(), at);
      case "description" -> new GoalDescribed(id, wish.text(), at);
      case "deadline" -> {
        var deadline = wish.as(LocalDate.class);
        yield deadline == null
            ? new GoalDeadlineCleared(id, at)
            : new GoalDeadlineSet(id, deadline, at);
      }
      case "targets" -> wish.json().map(json -> new GoalTargetsChanged(id, json, at)).orElse(null);
      case "sort_order" -> new GoalReordered(id, wish.number(), at);
      case "completed" -> wish.isTrue() ? new GoalCompleted(id, at) : new GoalReopened(id, at);
      default -> null;
    };
  }
}
