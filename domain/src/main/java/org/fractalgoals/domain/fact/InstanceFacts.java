package org.fractalgoals.domain.fact;

import static org.fractalgoals.domain.fact.Fact.fact;

import java.time.Instant;
import java.util.List;

import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.session.InstanceEvent;
import org.fractalgoals.domain.session.InstanceEvent.InstanceAdded;
import org.fractalgoals.domain.session.InstanceEvent.InstanceCompleted;
import org.fractalgoals.domain.session.InstanceEvent.InstanceDeleted;
import org.fractalgoals.domain.session.InstanceEvent.InstanceNoted;
import org.fractalgoals.domain.session.InstanceEvent.InstanceReopened;
import org.fractalgoals.domain.session.InstanceEvent.InstanceReordered;
import org.fractalgoals.domain.session.InstanceEvent.InstanceRestored;
import org.fractalgoals.domain.session.InstanceEvent.InstanceSetsChanged;
import org.fractalgoals.domain.session.InstanceEvent.InstanceTimesSet;
import org.fractalgoals.domain.session.InstanceEvent.InstanceTouched;
import org.fractalgoals.domain.session.InstanceEvent.MetricRecorded;
import org.fractalgoals.domain.session.InstanceEvent.TimerStarted;
import org.fractalgoals.domain.session.InstanceEvent.TimerStopped;
import org.jspecify.annotations.Nullable;

/** The fields of an activity instance, its values among them. Its activity never changes. */
final class InstanceFacts {

  private static final String START = "time_start";
  private static final String STOP = "time_stop";
  private static final String DURATION = "duration_seconds";

  private InstanceFacts() {}

  static List<Fact> told(InstanceEvent event) {
    var instance = event.instance();
    return switch (event) {
      case InstanceAdded it -> List.of(fact(instance, "activity_definition_id", it.activityId()),
          fact(instance, "sort_order", it.sortOrder()), fact(instance, "notes", null),
          fact(instance, "data", null), fact(instance, START, null), fact(instance, STOP, null),
          fact(instance, DURATION, null), fact(instance, "completed", false));
      case InstanceNoted it -> List.of(fact(instance, "notes", it.notes()));
      case InstanceSetsChanged it -> List.of(fact(instance, "data", it.sets()));
      case InstanceCompleted it -> List.of(fact(instance, "completed", true));
      case InstanceReopened it -> List.of(fact(instance, "completed", false));
      case TimerStarted it -> List.of(fact(instance, START, it.start()), fact(instance, STOP, null),
          fact(instance, DURATION, null));
      case TimerStopped it -> List.of(fact(instance, STOP, it.stop()),
          fact(instance, DURATION, it.durationSeconds()));
      case InstanceTimesSet it -> List.of(fact(instance, START, it.start()),
          fact(instance, STOP, it.stop()), fact(instance, DURATION, it.durationSeconds()));
      case MetricRecorded it -> List.of(fact(instance, "value",
          it.splitId() == null ? it.metricId() : it.metricId() + "/" + it.splitId(),
          it.value()));
      case InstanceReordered it -> List.of(fact(instance, "sort_order", it.sortOrder()));
      case InstanceTouched it -> List.of(fact(instance, FieldKey.UPDATED, it.at()));
      case InstanceDeleted it -> List.of();
      case InstanceRestored it -> List.of();
    };
  }

  static @Nullable DomainEvent change(Wish wish) {
    var session = wish.streamId();
    var id = wish.id();
    var at = wish.at();
    return switch (wish.key().field()) {
      case "notes" -> new InstanceNoted(session, id, wish.as(String.class), at);
      case "data" -> wish.json().map(json -> new InstanceSetsChanged(session, id, json, at))
          .orElse(null);
      case START, STOP, DURATION -> new InstanceTimesSet(session, id,
          wish.of(START, Instant.class), wish.of(STOP, Instant.class),
          wish.of(DURATION, Long.class), at);
      case "completed" -> wish.isTrue()
          ? new InstanceCompleted(session, id, at)
          : new InstanceReopened(session, id, at);
      case "sort_order" -> new InstanceReordered(session, id, wish.number(), at);
      default -> null;
    };
  }
}
