package org.fractalgoals.domain.fact;

import static org.fractalgoals.domain.fact.Fact.fact;

import java.util.List;

import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.program.DayEvent;
import org.fractalgoals.domain.program.DayEvent.DayAdded;
import org.fractalgoals.domain.program.DayEvent.DayBroughtBack;
import org.fractalgoals.domain.program.DayEvent.DayCompleted;
import org.fractalgoals.domain.program.DayEvent.DayNoted;
import org.fractalgoals.domain.program.DayEvent.DayRemoved;
import org.fractalgoals.domain.program.DayEvent.DayRenamed;
import org.fractalgoals.domain.program.DayEvent.DayRenumbered;
import org.fractalgoals.domain.program.DayEvent.DayReopened;
import org.fractalgoals.domain.program.DayEvent.TemplateScheduled;
import org.fractalgoals.domain.program.DayEvent.TemplateUnscheduled;
import org.jspecify.annotations.Nullable;

/** The fields of a day, what is planned for it among them. Its block and its date never change. */
final class DayFacts {

  private static final String PLAN = "session_template_id";

  private DayFacts() {}

  static List<Fact> told(DayEvent event) {
    var day = event.day();
    return switch (event) {
      case DayAdded it -> List.of(fact(day, "block_id", it.blockId()), fact(day, "date", it.date()),
          fact(day, "day_number", it.dayNumber()), fact(day, "name", it.name()),
          fact(day, "notes", it.notes()), fact(day, "is_completed", false));
      case DayRenamed it -> List.of(fact(day, "name", it.name()));
      case DayRenumbered it -> List.of(fact(day, "day_number", it.dayNumber()));
      case DayNoted it -> List.of(fact(day, "notes", it.notes()));
      case DayCompleted it -> List.of(fact(day, "is_completed", true));
      case DayReopened it -> List.of(fact(day, "is_completed", false));
      case TemplateScheduled it -> List.of(fact(day, PLAN, it.scheduledId(), plan(it)));
      case TemplateUnscheduled it -> List.of(fact(day, PLAN, it.scheduledId(), null));
      case DayRemoved it -> List.of();
      case DayBroughtBack it -> List.of();
    };
  }

  private static PlannedTemplate plan(TemplateScheduled it) {
    var data = it.completionData();
    return new PlannedTemplate(it.templateId(), it.completed(),
        data == null ? null : data.canonical(), it.sortOrder());
  }

  static @Nullable DomainEvent change(Wish wish) {
    var program = wish.streamId();
    var id = wish.id();
    var at = wish.at();
    return switch (wish.key().field()) {
      case "name" -> new DayRenamed(program, id, wish.as(String.class), at);
      case "day_number" -> new DayRenumbered(program, id, wish.as(Long.class), at);
      case "notes" -> new DayNoted(program, id, wish.as(String.class), at);
      case "is_completed" -> wish.isTrue()
          ? new DayCompleted(program, id, at)
          : new DayReopened(program, id, at);
      default -> null;
    };
  }
}
