package org.fractalgoals.domain.program;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.fractalgoals.domain.missing.MissingEvent.ThingFoundMissing;
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

/**
 * What decisions about a day need to know of it; see {@link DayAdded}.
 *
 * @param placeholder it was found to be missing: nothing is known of it but what is planned for it
 * @param planned what is planned for it now, in order
 */
public record DayState(String dayId, String blockId, @Nullable LocalDate date,
    @Nullable Long dayNumber, @Nullable String name, long sortOrder, boolean removed,
    boolean placeholder, List<Planned> planned) {

  /** A planned session; see {@link TemplateScheduled}. */
  public record Planned(String scheduledId, @Nullable String templateId, boolean byHand,
      long sortOrder) {}

  public DayState {
    planned = List.copyOf(planned);
  }

  static DayState of(DayAdded added) {
    return new DayState(added.dayId(), added.blockId(), added.date(), added.dayNumber(),
        added.name(), added.sortOrder(), false, false, List.of());
  }

  static DayState of(ThingFoundMissing missing) {
    return new DayState(missing.thing().id(), Objects.requireNonNull(missing.parent()).id(), null,
        null, null, 0, false, true, List.of());
  }

  /**
   * The state after an event.
   *
   * @param before null before the first
   */
  static DayState after(@Nullable DayState before, DayEvent event) {
    return before == null && event instanceof DayAdded added
        ? of(added)
        : Objects.requireNonNull(before).evolve(event);
  }

  /** Whether it is neither removed nor a placeholder. */
  boolean isThere() {
    return !removed && !placeholder;
  }

  DayState evolve(DayEvent event) {
    return switch (event) {
      case DayAdded added -> of(added).withPlanned(planned);
      case DayRenamed renamed -> new DayState(dayId, blockId, date, dayNumber, renamed.name(),
          sortOrder, removed, placeholder, planned);
      case DayRenumbered renumbered -> new DayState(dayId, blockId, date, renumbered.dayNumber(),
          name, sortOrder, removed, placeholder, planned);
      case DayRemoved gone -> withRemoved(true);
      case DayBroughtBack back -> withRemoved(false);
      case TemplateScheduled scheduled -> with(without(scheduled.scheduledId()), scheduled);
      case TemplateUnscheduled unscheduled -> withPlanned(without(unscheduled.scheduledId()));
      case DayNoted noted -> this;
      case DayCompleted done -> this;
      case DayReopened reopened -> this;
    };
  }

  /** The templates planned for it, in order; one may be there more than once. */
  List<String> templateIds() {
    var ids = new ArrayList<String>();
    for (var each : planned) {
      if (each.templateId() != null) {
        ids.add(each.templateId());
      }
    }
    return ids;
  }

  private List<Planned> without(String scheduledId) {
    return planned.stream().filter(each -> !each.scheduledId().equals(scheduledId)).toList();
  }

  private DayState with(List<Planned> others, TemplateScheduled scheduled) {
    var all = new ArrayList<>(others);
    all.add(new Planned(scheduled.scheduledId(), scheduled.templateId(), scheduled.byHand(),
        scheduled.sortOrder()));
    return withPlanned(all);
  }

  private DayState withPlanned(List<Planned> newPlanned) {
    return new DayState(dayId, blockId, date, dayNumber, name, sortOrder, removed,
        placeholder, newPlanned);
  }

  private DayState withRemoved(boolean isRemoved) {
    return new DayState(dayId, blockId, date, dayNumber, name, sortOrder, isRemoved,
        placeholder, planned);
  }
}
