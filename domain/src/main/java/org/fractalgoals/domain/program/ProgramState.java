package org.fractalgoals.domain.program;

import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.fractalgoals.domain.entity.Kind;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.event.JsonText;
import org.fractalgoals.domain.missing.MissingEvent.ThingFoundMissing;
import org.fractalgoals.domain.program.BlockEvent.BlockAdded;
import org.fractalgoals.domain.program.DayEvent.TemplateScheduled;
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

/**
 * What decisions about a program need to know of it.
 *
 * @param placeholder it was found to be missing: nothing is known of it but its blocks and days
 * @param blocks all it ever had, removed ones too, by id, in order of creation
 * @param days all its blocks ever had, removed ones too, by id, in order of creation
 * @param templateIds every template that was ever planned in it
 */
public record ProgramState(String programId, String rootId, Facts facts, boolean deleted,
    boolean placeholder, Map<String, BlockState> blocks, Map<String, DayState> days,
    Set<String> templateIds) {

  /** What the program says of itself; see {@link ProgramCreated}. */
  public record Facts(String name, String description, @Nullable LocalDateTime start,
      @Nullable LocalDateTime end, List<String> goalIds, boolean active,
      @Nullable JsonText schedule) {

    private static final Facts UNKNOWN = new Facts("", "", null, null, List.of(), false, null);

    public Facts {
      goalIds = List.copyOf(goalIds);
    }
  }

  /** Days as they are shown: by number, then in order of creation. */
  private static final Comparator<DayState> BY_NUMBER = Comparator.comparing(DayState::dayNumber,
      Comparator.nullsFirst(Comparator.naturalOrder())).thenComparingLong(DayState::sortOrder);

  /** Blocks as they follow each other in time; undated ones last. */
  private static final Comparator<BlockState> BY_TIME = Comparator.comparing(BlockState::start,
      Comparator.nullsLast(Comparator.naturalOrder())).thenComparingLong(BlockState::sortOrder);

  /** The state of a program that was just created. */
  public static ProgramState of(ProgramCreated created) {
    var facts = new Facts(created.name(), created.description(), created.start(), created.end(),
        created.goalIds(), created.active(), created.schedule());
    return new ProgramState(created.programId(), created.rootId(), facts, false, false, Map.of(),
        Map.of(), Set.of());
  }

  /**
   * The state after an event of the program's stream. A block that is found to be missing is no part of it.
   *
   * @param before null before the first
   */
  public static ProgramState after(@Nullable ProgramState before, DomainEvent event) {
    return switch (event) {
      case ProgramCreated created when before == null -> of(created);
      case ProgramEvent happened -> Objects.requireNonNull(before).evolve(happened);
      case ThingFoundMissing missing -> (before == null ? of(missing) : before).with(missing);
      default -> throw new IllegalArgumentException("not an event of a program: " + event);
    };
  }

  private static ProgramState of(ThingFoundMissing missing) {
    return new ProgramState(missing.owner().id(), missing.rootId(), Facts.UNKNOWN, false, true,
        Map.of(), Map.of(), Set.of());
  }

  /** The state after an event. */
  public ProgramState evolve(ProgramEvent event) {
    return switch (event) {
      case OwnEvent own -> evolve(own);
      case BlockEvent block -> evolve(block);
      case DayEvent day -> evolve(day);
    };
  }

  private ProgramState evolve(OwnEvent event) {
    var f = facts;
    return switch (event) {
      case ProgramCreated created -> new ProgramState(programId, rootId, of(created).facts(),
          false, false, blocks, days, templateIds);
      case ProgramRenamed renamed -> with(new Facts(renamed.name(), f.description(), f.start(),
          f.end(), f.goalIds(), f.active(), f.schedule()));
      case ProgramDescribed described -> with(new Facts(f.name(), described.description(),
          f.start(), f.end(), f.goalIds(), f.active(), f.schedule()));
      case ProgramDatesChanged changed -> with(new Facts(f.name(), f.description(),
          changed.start(), changed.end(), f.goalIds(), f.active(), f.schedule()));
      case ProgramGoalsChanged changed -> with(new Facts(f.name(), f.description(), f.start(),
          f.end(), changed.goalIds(), f.active(), f.schedule()));
      case ProgramActivated activated -> withActive(true);
      case ProgramDeactivated deactivated -> withActive(false);
      case ProgramScheduleKept kept -> with(new Facts(f.name(), f.description(), f.start(),
          f.end(), f.goalIds(), f.active(), kept.schedule()));
      case ProgramDeleted gone -> withDeleted(true);
      case ProgramRestored back -> withDeleted(false);
      case ProgramTouched touched -> this;
    };
  }

  private ProgramState evolve(BlockEvent event) {
    var changed = new LinkedHashMap<>(blocks);
    changed.put(event.blockId(), event instanceof BlockAdded added
        ? BlockState.of(added)
        : Objects.requireNonNull(blocks.get(event.blockId())).evolve(event));
    return new ProgramState(programId, rootId, facts, deleted, placeholder, changed, days,
        templateIds);
  }

  private ProgramState evolve(DayEvent event) {
    return with(DayState.after(days.get(event.dayId()), event),
        event instanceof TemplateScheduled scheduled ? templatesWith(scheduled) : templateIds);
  }

  private ProgramState with(ThingFoundMissing missing) {
    return missing.thing().kind() == Kind.DAY && !days.containsKey(missing.thing().id())
        ? with(DayState.of(missing), templateIds)
        : this;
  }

  private ProgramState with(DayState day, Set<String> newTemplateIds) {
    var changed = new LinkedHashMap<>(days);
    changed.put(day.dayId(), day);
    return new ProgramState(programId, rootId, facts, deleted, placeholder, blocks, changed,
        newTemplateIds);
  }

  private Set<String> templatesWith(TemplateScheduled scheduled) {
    var templateId = scheduled.templateId();
    if (templateId == null || templateIds.contains(templateId)) {
      return templateIds;
    }
    var more = new HashSet<>(templateIds);
    more.add(templateId);
    return more;
  }

  /** The blocks that it has now. */
  List<BlockState> presentBlocks() {
    return blocks.values().stream().filter(block -> !block.removed()).toList();
  }

  /** The present blocks that come after this one. */
  List<BlockState> blocksAfter(BlockState block) {
    return presentBlocks().stream().filter(other -> BY_TIME.compare(other, block) > 0)
        .sorted(BY_TIME).toList();
  }

  /** The days that a block has now, by number. */
  List<DayState> presentDays(String blockId) {
    return days.values().stream().filter(day -> day.blockId().equals(blockId) && day.isThere())
        .sorted(BY_NUMBER).toList();
  }

  /** The place after all days that a block ever had. */
  long nextPlace(String blockId) {
    return days.values().stream().filter(day -> day.blockId().equals(blockId))
        .mapToLong(DayState::sortOrder).max().orElse(0) + 1;
  }

  private ProgramState with(Facts changed) {
    return new ProgramState(programId, rootId, changed, deleted, placeholder, blocks, days,
        templateIds);
  }

  private ProgramState withActive(boolean isActive) {
    return with(new Facts(facts.name(), facts.description(), facts.start(), facts.end(),
        facts.goalIds(), isActive, facts.schedule()));
  }

  private ProgramState withDeleted(boolean isDeleted) {
    return new ProgramState(programId, rootId, facts, isDeleted, placeholder, blocks, days,
        templateIds);
  }
}
