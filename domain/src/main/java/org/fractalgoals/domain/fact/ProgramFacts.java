package org.fractalgoals.domain.fact;

import static org.fractalgoals.domain.fact.Fact.fact;

import java.time.LocalDateTime;
import java.util.List;

import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.program.ProgramEvent.OwnEvent;
import org.fractalgoals.domain.program.ProgramEvent.ProgramActivated;
import org.fractalgoals.domain.program.ProgramEvent.ProgramCreated;
import org.fractalgoals.domain.program.ProgramEvent.ProgramDatesChanged;
import org.fractalgoals.domain.program.ProgramEvent.ProgramDeactivated;
import org.fractalgoals.domain.program.ProgramEvent.ProgramDeleted;
import org.fractalgoals.domain.program.ProgramEvent.ProgramDescribed;
import org.fractalgoals.domain.program.ProgramEvent.ProgramGoalsChanged;
import org.fractalgoals.domain.program.ProgramEvent.ProgramRenamed;
import org.fractalgoals.domain.program.ProgramEvent.ProgramRestored;
import org.fractalgoals.domain.program.ProgramEvent.ProgramScheduleKept;
import org.fractalgoals.domain.program.ProgramEvent.ProgramTouched;
import org.jspecify.annotations.Nullable;

/** The fields of a program itself. */
final class ProgramFacts {

  private static final String START = "start_date";
  private static final String END = "end_date";

  private ProgramFacts() {}

  static List<Fact> told(OwnEvent event) {
    var program = event.program();
    return switch (event) {
      case ProgramCreated it -> List.of(fact(program, "name", it.name()),
          fact(program, "description", it.description()), fact(program, START, it.start()),
          fact(program, END, it.end()), fact(program, "goal_ids", it.goalIds()),
          fact(program, "is_active", it.active()), fact(program, "weekly_schedule", it.schedule()));
      case ProgramRenamed it -> List.of(fact(program, "name", it.name()));
      case ProgramDescribed it -> List.of(fact(program, "description", it.description()));
      case ProgramDatesChanged it -> List.of(fact(program, START, it.start()),
          fact(program, END, it.end()));
      case ProgramGoalsChanged it -> List.of(fact(program, "goal_ids", it.goalIds()));
      case ProgramActivated it -> List.of(fact(program, "is_active", true));
      case ProgramDeactivated it -> List.of(fact(program, "is_active", false));
      case ProgramScheduleKept it -> List.of(fact(program, "weekly_schedule", it.schedule()));
      case ProgramTouched it -> List.of(fact(program, FieldKey.UPDATED, it.at()));
      case ProgramDeleted it -> List.of();
      case ProgramRestored it -> List.of();
    };
  }

  static @Nullable DomainEvent change(Wish wish) {
    var id = wish.id();
    var at = wish.at();
    return switch (wish.key().field()) {
      case "name" -> new ProgramRenamed(id, wish.text(), at);
      case "description" -> new ProgramDescribed(id, wish.text(), at);
      case START, END -> new ProgramDatesChanged(id, wish.of(START, LocalDateTime.class),
          wish.of(END, LocalDateTime.class), at);
      case "goal_ids" -> new ProgramGoalsChanged(id, wish.ids(), at);
      case "is_active" -> wish.isTrue()
          ? new ProgramActivated(id, at)
          : new ProgramDeactivated(id, at);
      case "weekly_schedule" -> wish.json().map(json -> new ProgramScheduleKept(id, json, at))
          .orElse(null);
      default -> null;
    };
  }
}
