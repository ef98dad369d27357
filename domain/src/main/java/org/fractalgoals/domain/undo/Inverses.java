package org.fractalgoals.domain.undo;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.fractalgoals.domain.activity.ActivityEvent.MetricBroughtBack;
import org.fractalgoals.domain.activity.ActivityEvent.MetricRemoved;
import org.fractalgoals.domain.activity.ActivityEvent.SplitBroughtBack;
import org.fractalgoals.domain.activity.ActivityEvent.SplitRemoved;
import org.fractalgoals.domain.entity.Entity;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.event.JsonText;
import org.fractalgoals.domain.fact.Facts;
import org.fractalgoals.domain.fact.FieldEvents;
import org.fractalgoals.domain.fact.FieldKey;
import org.fractalgoals.domain.fact.Wish;
import org.fractalgoals.domain.program.DayEvent.TemplateScheduled;
import org.fractalgoals.domain.program.DayEvent.TemplateUnscheduled;
import org.fractalgoals.domain.rule.Rule;
import org.fractalgoals.domain.rule.RuleViolation;
import org.fractalgoals.domain.session.InstanceEvent.MetricRecorded;
import org.jspecify.annotations.Nullable;

/** The events that take back single changes. */
final class Inverses {

  private static final String PARENT = "parent_id";
  private static final String PLACE = "sort_order";

  /** Lists that mean the same whether they are empty or not there. */
  private static final Set<String> LISTS = Set.of("targets", "data");

  private final Given given;

  Inverses(Given given) {
    this.given = given;
  }

  /**
   * The event after which the field is as it was before the step.
   *
   * @param current what is so now
   * @throws RuleViolation if there is no such event
   */
  DomainEvent of(Step step, Change change, Facts current) {
    if (change.key().isDeletion()) {
      return life(step, change);
    }
    if (change.key().field().equals(PARENT)) {
      return move(step, change, current);
    }
    return FieldEvents.change(wish(step, change, current))
        .or(() -> again(change, given.now()))
        .or(() -> unscheduled(step, change))
        .orElseThrow(() -> none(step, change));
  }

  /** Whether the list that is not to be there is at least empty: no event takes it away altogether. */
  boolean isLeftEmpty(Change change, Facts current) {
    return isList(change) && current.value(change.key()).equals(Optional.of(given.emptyList()));
  }

  static RuleViolation none(Step step, Change change) {
    return new RuleViolation(
        new Rule.CannotBeUndone(change.key().thing(), step.event().type()));
  }

  private Wish wish(Step step, Change change, Facts current) {
    var wanted = current.copy();
    step.changes().forEach(each -> wanted.put(each.key(),
        isList(each) ? given.emptyList() : each.before()));
    return new Wish(PastAction.ownerOf(step.event().stream()), change.key(), wanted, given.now());
  }

  private static boolean isList(Change change) {
    return change.before() == null && change.after() instanceof JsonText
        && LISTS.contains(change.key().field());
  }

  private DomainEvent move(Step step, Change change, Facts current) {
    var thing = change.key().thing();
    if (!(change.before() instanceof EntityRef parent)) {
      throw none(step, change);
    }
    var place = new FieldKey(thing, PLACE);
    var order = step.changes().stream().filter(each -> each.key().equals(place))
        .map(each -> Optional.ofNullable(each.before())).findFirst()
        .orElseGet(() -> current.value(place));
    return given.lifecycles().of(thing.kind()).moved(entity(thing), parent,
        order.map(Long.class::cast).orElse(0L), given.now());
  }

  private Entity entity(EntityRef thing) {
    return given.entities().find(thing).orElseThrow();
  }

  /** Metrics and splits are never deleted by themselves, only left out of a list that is sent anew. */
  private DomainEvent life(Step step, Change change) {
    var thing = change.key().thing();
    var stream = PastAction.ownerOf(step.event().stream()).id();
    boolean back = Boolean.TRUE.equals(change.after());
    return switch (thing.kind()) {
      case METRIC -> back
          ? new MetricBroughtBack(stream, thing.id(), given.now())
          : new MetricRemoved(stream, thing.id(), given.now());
      case SPLIT -> back
          ? new SplitBroughtBack(stream, thing.id(), given.now())
          : new SplitRemoved(stream, thing.id(), given.now());
      default -> {
        var lifecycle = given.lifecycles().of(thing.kind());
        yield back
            ? lifecycle.restored(entity(thing), given.now())
            : lifecycle.deleted(entity(thing), given.now());
      }
    };
  }

  /** What was told before is told once more. */
  private static Optional<DomainEvent> again(Change change, Instant now) {
    var earlier = change.earlier();
    return change.before() == null || earlier == null
        ? Optional.empty()
        : Optional.ofNullable(again(Objects.requireNonNull(earlier.payload()), now));
  }

  private static @Nullable DomainEvent again(DomainEvent earlier, Instant now) {
    return switch (earlier) {
      case MetricRecorded it -> new MetricRecorded(it.sessionId(), it.instanceId(), it.valueId(),
          it.metricId(), it.splitId(), it.value(), it.allowNegative(), now);
      case TemplateScheduled it -> new TemplateScheduled(it.programId(), it.dayId(),
          it.scheduledId(), it.templateId(), it.byHand(), it.completed(), it.completionData(),
          it.sortOrder(), now);
      default -> null;
    };
  }

  private Optional<DomainEvent> unscheduled(Step step, Change change) {
    return step.event().payload() instanceof TemplateScheduled it && change.before() == null
        ? Optional.of(
            new TemplateUnscheduled(it.programId(), it.dayId(), it.scheduledId(), given.now()))
        : Optional.empty();
  }
}
