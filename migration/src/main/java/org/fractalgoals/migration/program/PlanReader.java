package org.fractalgoals.migration.program;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.program.DayEvent.TemplateScheduled;
import org.fractalgoals.migration.history.Cells;
import org.fractalgoals.migration.history.Evidence;
import org.fractalgoals.migration.history.Flags;
import org.fractalgoals.migration.history.History;
import org.fractalgoals.migration.legacy.LegacyRow;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is planned for one day: rows of {@code scheduled_sessions}, later of {@code program_day_templates}. What
 * stands there counts as put there by hand, so that no later save of the weekly schedule takes it away.
 */
record PlanReader(Evidence evidence, String programId, String dayId) {

  private static final String SCHEDULED = "scheduled_sessions";
  private static final String PAIRS = "program_day_templates";
  private static final String TEMPLATE = "session_template_id";

  void addTo(History history) {
    long place = 1;
    for (var row : evidence.rows(SCHEDULED, "day_id", dayId)) {
      var template = Cells.id(row, TEMPLATE);
      history.add(new TemplateScheduled(programId, dayId, Cells.text(row, "id"), template, true,
          Cells.isTrue(row, "is_completed"),
          evidence.json(row, "completion_data"),
          place++, null), null, flags(row, template), row);
    }
    var seen = new HashSet<String>();
    for (var row : evidence.pairs(PAIRS, "program_day_id", dayId)) {
      var template = Cells.id(row, TEMPLATE);
      if (template != null && seen.add(template)) {
        history.add(new TemplateScheduled(programId, dayId, pairId(template), template, true,
            false, null, Objects.requireNonNullElse(Cells.integer(row, "order"), 0L), null), null,
            flags(row, template), row);
      }
    }
  }

  private List<String> flags(LegacyRow row, @Nullable String template) {
    var missing = template == null
        ? Cells.isSet(row, TEMPLATE)
        : !evidence.references().knows(EntityRef.template(template));
    return missing
        ? List.of(Flags.TIME_UNKNOWN, Flags.refMissing(TEMPLATE))
        : List.of(Flags.TIME_UNKNOWN);
  }

  /** A pair has no id of its own: the same pair has the same one in every file. */
  private String pairId(String template) {
    return UUID.nameUUIDFromBytes(
        (PAIRS + "/" + dayId + "/" + template).getBytes(StandardCharsets.UTF_8)).toString();
  }
}
