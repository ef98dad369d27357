package org.fractalgoals.migration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.fractalgoals.domain.activity.ActivityEvent.ActivityDefined;
import org.fractalgoals.domain.activity.ActivityEvent.ActivityGrouped;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.goal.GoalEvent.GoalCreated;
import org.fractalgoals.domain.goal.GoalEvent.GoalMoved;
import org.fractalgoals.domain.note.NoteEvent.NoteCreated;
import org.fractalgoals.domain.program.DayEvent.DayAdded;
import org.fractalgoals.domain.program.DayEvent.TemplateScheduled;
import org.fractalgoals.domain.session.InstanceEvent.InstanceAdded;
import org.fractalgoals.domain.session.InstanceEvent.MetricRecorded;
import org.fractalgoals.domain.session.SessionEvent.SessionCreated;
import org.fractalgoals.domain.session.SessionEvent.SessionGoalLinked;
import org.fractalgoals.domain.session.SessionEvent.SessionMoved;
import org.fractalgoals.migration.history.LegacyEvent;
import org.jspecify.annotations.Nullable;

/** What the events of a unit refer to outside of it. */
final class Mentions {

  /**
   * A thing that must be there before the events.
   *
   * @param owner of what it is a part: the activity of a metric or split, the program of a block
   */
  record Mention(EntityRef ref, @Nullable EntityRef owner) {}

  private final Map<String, String> activities = new HashMap<>();
  private final List<Mention> mentions = new ArrayList<>();

  private Mentions() {}

  /**
   * @param history all that the file tells of a thing: it says what is performed in an instance that is known already
   * @param news what of it is appended
   */
  static List<Mention> in(List<LegacyEvent> history, List<LegacyEvent> news) {
    var mentions = new Mentions();
    for (var event : history) {
      if (event.event() instanceof InstanceAdded added) {
        mentions.activities.put(added.instanceId(), added.activityId());
      }
    }
    news.forEach(event -> mentions.add(event.event()));
    return mentions.mentions.stream().distinct().toList();
  }

  private void add(DomainEvent event) {
    switch (event) {
      case GoalCreated created -> add(created.parent());
      case GoalMoved moved -> add(moved.parent());
      case SessionCreated created -> add(created.parent());
      case SessionMoved moved -> add(moved.parent());
      case SessionGoalLinked linked -> add(EntityRef.goal(linked.goalId()));
      case InstanceAdded added -> add(EntityRef.activity(added.activityId()));
      case MetricRecorded recorded -> {
        var activity = EntityRef.activity(
            Objects.requireNonNull(activities.get(recorded.instanceId())));
        mentions.add(new Mention(EntityRef.metric(recorded.metricId()), activity));
        if (recorded.splitId() != null) {
          mentions.add(new Mention(EntityRef.split(recorded.splitId()), activity));
        }
      }
      case ActivityDefined defined -> {
        if (defined.groupId() != null) {
          add(EntityRef.group(defined.groupId()));
        }
      }
      case ActivityGrouped grouped -> add(EntityRef.group(grouped.groupId()));
      case DayAdded added -> mentions.add(new Mention(EntityRef.block(added.blockId()),
          EntityRef.program(added.programId())));
      case TemplateScheduled scheduled -> {
        if (scheduled.templateId() != null) {
          add(EntityRef.template(scheduled.templateId()));
        }
      }
      case NoteCreated created -> add(created.context());
      default -> {
        // speaks of nothing but its own thing
      }
    }
  }

  private void add(@Nullable EntityRef ref) {
    if (ref != null) {
      mentions.add(new Mention(ref, null));
    }
  }
}
