package org.fractalgoals.domain.session;

import java.time.Instant;
import java.util.List;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.fractalgoals.domain.event.JsonText;
import org.fractalgoals.domain.rule.Rule;
import org.fractalgoals.domain.rule.RuleViolation;
import org.fractalgoals.domain.text.Texts;
import org.jspecify.annotations.Nullable;

/** What can be asked of a session about the activities performed in it. */
public sealed interface InstanceCommand extends SessionCommand {

  /** An activity is performed in the session. Asked again with the same id it changes nothing. */
  record AddInstance(@TargetAggregateIdentifier SessionId sessionId, String rootId,
      String instanceId, String activityId) implements InstanceCommand {}

  /**
   * Several changes of one instance, all or none.
   *
   * @param activityId what it performs, should the instance be unknown: it is added then; null to refuse instead
   */
  record ChangeInstance(@TargetAggregateIdentifier SessionId sessionId, String rootId,
      String instanceId, @Nullable String activityId,
      List<InstanceChange> changes) implements InstanceCommand {

    public ChangeInstance {
      changes = List.copyOf(changes);
    }
  }

  /**
   * Starts the timer, once more if it ran before.
   *
   * @param activityId as in {@link ChangeInstance}
   */
  record StartTimer(@TargetAggregateIdentifier SessionId sessionId, String rootId,
      String instanceId, @Nullable String activityId) implements InstanceCommand {}

  /** Stops the timer; one that was stopped gets a later stop. */
  record StopTimer(@TargetAggregateIdentifier SessionId sessionId, String rootId,
      String instanceId) implements InstanceCommand {}

  /** Sets values of the instance, each in place of an earlier one of the same metric and split. */
  record RecordMetrics(@TargetAggregateIdentifier SessionId sessionId, String rootId,
      String instanceId, List<Measurement> measurements) implements InstanceCommand {

    public RecordMetrics {
      measurements = List.copyOf(measurements);
    }
  }

  /**
   * Puts the instances of the session in order.
   *
   * @param instanceIds in their new order; unknown ones are passed over, those not listed follow in the order they have
   */
  record ReorderInstances(@TargetAggregateIdentifier SessionId sessionId, String rootId,
      List<String> instanceIds) implements InstanceCommand {

    public ReorderInstances {
      instanceIds = List.copyOf(instanceIds);
    }
  }

  /**
   * A value of a metric.
   *
   * @param splitId null for the whole instance
   * @param value in the unit of the metric
   */
  record Measurement(String metricId, @Nullable String splitId, double value) {

    /**
     * @throws RuleViolation if the value is not finite
     */
    public Measurement {
      if (!Double.isFinite(value)) {
        throw new RuleViolation(new Rule.ValueIsNotFinite(metricId));
      }
    }
  }

  /** One change of an instance. */
  sealed interface InstanceChange {

    /**
     * @param notes null for none
     */
    record SetNotes(@Nullable String notes) implements InstanceChange {

      /**
       * @throws RuleViolation if they are too long
       */
      public SetNotes {
        if (notes != null) {
          Texts.requireShort("notes", notes);
        }
      }
    }

    record SetCompleted(boolean completed) implements InstanceChange {}

    /** Replaces the whole list of sets. */
    record SetSets(JsonText sets) implements InstanceChange {}

    /**
     * @param start null for none
     */
    record SetTimeStart(@Nullable Instant start) implements InstanceChange {}

    /**
     * @param stop null for none
     */
    record SetTimeStop(@Nullable Instant stop) implements InstanceChange {}
  }
}
