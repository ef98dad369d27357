package org.fractalgoals.domain.session;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.event.JsonText;
import org.fractalgoals.domain.event.StoredAs;
import org.fractalgoals.domain.missing.MissingEvent.ThingFoundMissing;
import org.fractalgoals.domain.rule.Rule;
import org.fractalgoals.domain.rule.RuleViolation;
import org.fractalgoals.domain.session.SessionEvent.GoalLink;
import org.fractalgoals.domain.session.SessionEvent.OwnEvent;
import org.fractalgoals.domain.session.SessionEvent.SessionCompleted;
import org.fractalgoals.domain.session.SessionEvent.SessionCreated;
import org.fractalgoals.domain.session.SessionEvent.SessionDataChanged;
import org.fractalgoals.domain.session.SessionEvent.SessionDeadlineCleared;
import org.fractalgoals.domain.session.SessionEvent.SessionDeadlineSet;
import org.fractalgoals.domain.session.SessionEvent.SessionDeleted;
import org.fractalgoals.domain.session.SessionEvent.SessionDescribed;
import org.fractalgoals.domain.session.SessionEvent.SessionDurationChanged;
import org.fractalgoals.domain.session.SessionEvent.SessionEndChanged;
import org.fractalgoals.domain.session.SessionEvent.SessionGoalLinked;
import org.fractalgoals.domain.session.SessionEvent.SessionMoved;
import org.fractalgoals.domain.session.SessionEvent.SessionRenamed;
import org.fractalgoals.domain.session.SessionEvent.SessionReopened;
import org.fractalgoals.domain.session.SessionEvent.SessionRestored;
import org.fractalgoals.domain.session.SessionEvent.SessionStartChanged;
import org.fractalgoals.domain.session.SessionEvent.SessionTargetsChanged;
import org.fractalgoals.domain.session.SessionEvent.SessionTemplateChanged;
import org.fractalgoals.domain.session.SessionEvent.SessionTotalDurationChanged;
import org.fractalgoals.domain.session.SessionEvent.SessionTouched;
import org.jspecify.annotations.Nullable;

/**
 * What decisions about a session need to know of it. Also stored, as a shortcut for long streams: any change of its
 * shape, or of what an event means for it, takes another revision.
 *
 * @param links the goals it serves, in the order they were linked
 * @param facts what the session says of itself
 * @param placeholder it was found to be missing: nothing is known of it but what was performed in it
 * @param instances all it ever had, deleted ones too, by id, in order of creation
 */
@StoredAs(value = "session.state", revision = 3)
public record SessionState(String sessionId, String rootId, @Nullable EntityRef parent,
    List<GoalLink> links, LocalDate createdDay, Facts facts, boolean completed, boolean deleted,
    boolean placeholder, Map<String, InstanceState> instances) {

  public SessionState {
    links = List.copyOf(links);
  }

  /** The facts that {@link SessionCommand.SessionChange} changes; see {@link SessionCreated}. */
  public record Facts(String name, String description, @Nullable LocalDate deadline,
      @Nullable JsonText targets, @Nullable LocalDateTime start, @Nullable LocalDateTime end,
      @Nullable Long durationMinutes, @Nullable Long totalDurationSeconds,
      @Nullable String templateId, @Nullable JsonText data) {

    private static final Facts UNKNOWN = new Facts("", "", null, null, null, null, null, null,
        null, null);

    /**
     * @throws RuleViolation if it took less than no time although it does not end before it starts
     */
    void requireTime() {
      var endsEarly = start != null && end != null && end.isBefore(start);
      if (totalDurationSeconds != null && totalDurationSeconds < 0 && !endsEarly) {
        throw new RuleViolation(
            new Rule.DurationIsNegative("total_duration_seconds", totalDurationSeconds));
      }
    }

    Facts withName(String changed) {
      return new Facts(changed, description, deadline, targets, start, end, durationMinutes,
          totalDurationSeconds, templateId, data);
    }

    Facts withDescription(String changed) {
      return new Facts(name, changed, deadline, targets, start, end, durationMinutes,
          totalDurationSeconds, templateId, data);
    }

    Facts withDeadline(@Nullable LocalDate changed) {
      return new Facts(name, description, changed, targets, start, end, durationMinutes,
          totalDurationSeconds, templateId, data);
    }

    Facts withTargets(JsonText changed) {
      return new Facts(name, description, deadline, changed, start, end, durationMinutes,
          totalDurationSeconds, templateId, data);
    }

    Facts withStart(@Nullable LocalDateTime changed) {
      return new Facts(name, description, deadline, targets, changed, end, durationMinutes,
          totalDurationSeconds, templateId, data);
    }

    Facts withEnd(@Nullable LocalDateTime changed) {
      return new Facts(name, description, deadline, targets, start, changed, durationMinutes,
          totalDurationSeconds, templateId, data);
    }

    Facts withDuration(@Nullable Long changed) {
      return new Facts(name, description, deadline, targets, start, end, changed,
          totalDurationSeconds, templateId, data);
    }

    Facts withTotalDuration(@Nullable Long changed) {
      return new Facts(name, description, deadline, targets, start, end, durationMinutes, changed,
          templateId, data);
    }

    Facts withTemplate(@Nullable String changed) {
      return new Facts(name, description, deadline, targets, start, end, durationMinutes,
          totalDurationSeconds, changed, data);
    }

    Facts withData(@Nullable JsonText changed) {
      return new Facts(name, description, deadline, targets, start, end, durationMinutes,
          totalDurationSeconds, templateId, changed);
    }
  }

  /** The state of a session that was just created. */
  public static SessionState of(SessionCreated created) {
    var facts = new Facts(created.name(), created.description(), null, null, created.start(),
        created.end(), created.durationMinutes(), created.totalDurationSeconds(),
        created.templateId(), created.data());
    return new SessionState(created.sessionId(), created.rootId(), created.parent(),
        created.links(), created.createdDay(), facts, false, false, false, Map.of());
  }

  /**
   * The state after an event of the session's stream.
   *
   * @param before null before the first
   */
  public static SessionState after(@Nullable SessionState before, DomainEvent event) {
    return switch (event) {
      case SessionCreated created when before == null -> of(created);
      case SessionEvent happened -> Objects.requireNonNull(before).evolve(happened);
      case ThingFoundMissing missing -> (before == null ? of(missing) : before).with(missing);
      default -> throw new IllegalArgumentException("not an event of a session: " + event);
    };
  }

  private static SessionState of(ThingFoundMissing missing) {
    return new SessionState(missing.owner().id(), missing.rootId(),
        missing.isPart() ? null : missing.parent(), List.of(), LocalDate.EPOCH, Facts.UNKNOWN,
        false, false, true, Map.of());
  }

  /** The state after an event. */
  public SessionState evolve(SessionEvent event) {
    return switch (event) {
      case OwnEvent own -> evolve(own);
      case InstanceEvent instance -> evolve(instance);
    };
  }

  private SessionState evolve(OwnEvent event) {
    return switch (event) {
      case SessionCreated created -> of(created).with(instances);
      case SessionRenamed renamed -> with(facts.withName(renamed.name()));
      case SessionDescribed described -> with(facts.withDescription(described.description()));
      case SessionDeadlineSet set -> with(facts.withDeadline(set.deadline()));
      case SessionDeadlineCleared cleared -> with(facts.withDeadline(null));
      case SessionTargetsChanged changed -> with(facts.withTargets(changed.targets()));
      case SessionStartChanged changed -> with(facts.withStart(changed.start()));
      case SessionEndChanged changed -> with(facts.withEnd(changed.end()));
      case SessionDurationChanged changed -> with(
          facts.withDuration(changed.durationMinutes()));
      case SessionTotalDurationChanged changed -> with(
          facts.withTotalDuration(changed.totalDurationSeconds()));
      case SessionTemplateChanged changed -> with(facts.withTemplate(changed.templateId()));
      case SessionDataChanged changed -> with(facts.withData(changed.data()));
      case SessionMoved moved -> with(moved.parent(), completed, deleted);
      case SessionCompleted done -> with(parent, true, deleted);
      case SessionReopened reopened -> with(parent, false, deleted);
      case SessionDeleted gone -> with(parent, completed, true);
      case SessionRestored back -> with(parent, completed, false);
      case SessionGoalLinked linked -> linked(new GoalLink(linked.goalId(), linked.type()));
      case SessionTouched touched -> this;
    };
  }

  private SessionState evolve(InstanceEvent event) {
    return with(InstanceState.after(instances.get(event.instanceId()), event));
  }

  private SessionState with(ThingFoundMissing missing) {
    return !missing.isPart() || instances.containsKey(missing.thing().id())
        ? this
        : with(InstanceState.of(missing));
  }

  private SessionState with(InstanceState instance) {
    var changed = new LinkedHashMap<>(instances);
    changed.put(instance.instanceId(), instance);
    return with(changed);
  }

  /** The instance with this id, deleted or not; null if there never was one in this session. */
  public @Nullable InstanceState instance(String instanceId) {
    var instance = instances.get(instanceId);
    return instance == null || instance.placeholder() ? null : instance;
  }

  /** The instances that are there, in order of creation. */
  List<InstanceState> presentInstances() {
    return instances.values().stream().filter(InstanceState::isThere).toList();
  }

  private SessionState with(Map<String, InstanceState> changed) {
    return new SessionState(sessionId, rootId, parent, links, createdDay, facts, completed,
        deleted, placeholder, changed);
  }

  private SessionState linked(GoalLink link) {
    if (links.stream().anyMatch(known -> known.goalId().equals(link.goalId()))) {
      return this;
    }
    var longer = Stream.concat(links.stream(), Stream.of(link)).toList();
    return new SessionState(sessionId, rootId, parent, longer, createdDay, facts, completed,
        deleted, placeholder, instances);
  }

  private SessionState with(Facts changed) {
    return new SessionState(sessionId, rootId, parent, links, createdDay, changed, completed,
        deleted, placeholder, instances);
  }

  private SessionState with(@Nullable EntityRef newParent, boolean isCompleted,
      boolean isDeleted) {
    return new SessionState(sessionId, rootId, newParent, links, createdDay, facts, isCompleted,
        isDeleted, placeholder, instances);
  }
}
