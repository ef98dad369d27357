package org.fractalgoals.domain.session;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.axonframework.test.aggregate.ResultValidator;
import org.fractalgoals.domain.activity.ActivityEvent.ActivityDefined;
import org.fractalgoals.domain.activity.ActivityEvent.ActivityDeleted;
import org.fractalgoals.domain.activity.ActivityEvent.Measure;
import org.fractalgoals.domain.activity.ActivityEvent.MetricAdded;
import org.fractalgoals.domain.activity.ActivityEvent.MetricRemoved;
import org.fractalgoals.domain.activity.ActivityEvent.SplitAdded;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.rule.Rule;
import org.fractalgoals.domain.rule.RuleViolation;
import org.fractalgoals.domain.session.InstanceCommand.AddInstance;
import org.fractalgoals.domain.session.InstanceCommand.ChangeInstance;
import org.fractalgoals.domain.session.InstanceCommand.InstanceChange;
import org.fractalgoals.domain.session.InstanceCommand.InstanceChange.SetCompleted;
import org.fractalgoals.domain.session.InstanceCommand.InstanceChange.SetNotes;
import org.fractalgoals.domain.session.InstanceCommand.InstanceChange.SetSets;
import org.fractalgoals.domain.session.InstanceCommand.InstanceChange.SetTimeStart;
import org.fractalgoals.domain.session.InstanceCommand.InstanceChange.SetTimeStop;
import org.fractalgoals.domain.session.InstanceCommand.Measurement;
import org.fractalgoals.domain.session.InstanceCommand.RecordMetrics;
import org.fractalgoals.domain.session.InstanceCommand.ReorderInstances;
import org.fractalgoals.domain.session.InstanceCommand.StartTimer;
import org.fractalgoals.domain.session.InstanceCommand.StopTimer;
import org.fractalgoals.domain.session.InstanceEvent.InstanceAdded;
import org.fractalgoals.domain.session.InstanceEvent.InstanceCompleted;
import org.fractalgoals.domain.session.InstanceEvent.InstanceDeleted;
import org.fractalgoals.domain.session.InstanceEvent.InstanceNoted;
import org.fractalgoals.domain.session.InstanceEvent.InstanceReopened;
import org.fractalgoals.domain.session.InstanceEvent.InstanceReordered;
import org.fractalgoals.domain.session.InstanceEvent.InstanceSetsChanged;
import org.fractalgoals.domain.session.InstanceEvent.InstanceTimesSet;
import org.fractalgoals.domain.session.InstanceEvent.MetricRecorded;
import org.fractalgoals.domain.session.InstanceEvent.TimerStarted;
import org.fractalgoals.domain.session.InstanceEvent.TimerStopped;
import org.fractalgoals.domain.session.SessionEvent.SessionDeleted;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a session answers to commands about the activities performed in it. */
class InstanceTest {

  private static final Instant NOW = Sessions.NOW;
  private static final EntityRef INSTANCE = EntityRef.instance("i");

  private Sessions sessions;

  @BeforeEach
  void an_activity_with_metrics_is_known() {
    sessions = new Sessions().knowing(
        new ActivityDefined("a", "root", "Knots", "", Set.of(), null, NOW),
        new MetricAdded("a", "pace", "Pace", new Measure("s", false, true, false), 1, NOW),
        new MetricAdded("a", "drift", "Drift", new Measure("m", false, true, true), 2, NOW),
        new SplitAdded("a", "left", "Left", 0, 1, NOW));
  }

  private ResultValidator<Session> when(Object command, SessionEvent... earlier) {
    return sessions.given(earlier).when(command);
  }

  private static void assertRefused(ResultValidator<Session> result, Rule rule) {
    result.expectNoEvents().expectException(RuleViolation.class)
        .expectExceptionMessage(rule.sentence());
  }

  private static InstanceAdded added(String id, long sortOrder) {
    return new InstanceAdded("s", id, "a", sortOrder, NOW);
  }

  private static ChangeInstance change(@Nullable String activityId, InstanceChange... changes) {
    return new ChangeInstance(Sessions.ID, "root", "i", activityId, List.of(changes));
  }

  private static RecordMetrics record(Measurement... measurements) {
    return new RecordMetrics(Sessions.ID, "root", "i", List.of(measurements));
  }

  private static MetricRecorded recorded(String valueId, String metricId, @Nullable String splitId,
      double value, boolean allowNegative) {
    return new MetricRecorded("s", "i", valueId, metricId, splitId, value, allowNegative, NOW);
  }

  @Nested
  class Adding {

    private final AddInstance add = new AddInstance(Sessions.ID, "root", "i", "a");

    @Test
    void an_instance_is_added_after_the_others() {
      when(add, added("i1", 1), added("i2", 2)).expectEvents(added("i", 3));
    }

    @Test
    void an_instance_that_is_there_already_is_not_added_again() {
      when(add, added("i", 1)).expectNoEvents().expectSuccessfulHandlerExecution();
    }

    @Test
    void an_instance_that_was_deleted_is_not_added_again() {
      assertRefused(when(add, added("i", 1), new InstanceDeleted("s", "i", NOW)),
          new Rule.IsDeleted(INSTANCE));
    }

    @Test
    void an_activity_that_was_never_defined_cannot_be_performed() {
      assertRefused(when(new AddInstance(Sessions.ID, "root", "i", "unknown")),
          new Rule.ReferenceIsUnknown(EntityRef.activity("unknown")));
    }

    @Test
    void a_deleted_activity_can_be_performed_as_templates_may_name_it() {
      sessions.knowing(new ActivityDeleted("a", NOW));
      when(add).expectEvents(added("i", 1));
    }

    @Test
    void nothing_is_added_to_a_deleted_session() {
      assertRefused(when(add, new SessionDeleted("s", NOW)),
          new Rule.IsDeleted(EntityRef.session("s")));
    }
  }

  @Nested
  class Changing {

    @Test
    void each_change_is_an_event_of_its_own() {
      when(change(null, new SetNotes("hard"), new SetSets(Sessions.json("[1]")),
          new SetCompleted(true)), added("i", 1))
          .expectEvents(new InstanceNoted("s", "i", "hard", NOW),
              new InstanceSetsChanged("s", "i", Sessions.json("[1]"), NOW),
              new InstanceCompleted("s", "i", NOW));
    }

    @Test
    void what_is_known_already_is_no_change() {
      when(change(null, new SetNotes(null), new SetSets(Sessions.json("[]")),
          new SetCompleted(false), new SetTimeStart(null), new SetTimeStop(null)), added("i", 1))
          .expectNoEvents().expectSuccessfulHandlerExecution();
    }

    @Test
    void a_completed_instance_can_be_reopened() {
      when(change(null, new SetCompleted(false)), added("i", 1),
          new InstanceCompleted("s", "i", NOW)).expectEvents(new InstanceReopened("s", "i", NOW));
    }

    @Test
    void an_unknown_instance_is_added_if_its_activity_is_named() {
      when(change("a", new SetNotes("hard"))).expectEvents(added("i", 1),
          new InstanceNoted("s", "i", "hard", NOW));
    }

    @Test
    void an_unknown_instance_is_refused_if_its_activity_is_not_named() {
      assertRefused(when(change(null, new SetNotes("hard"))), new Rule.IsUnknown(INSTANCE));
    }

    @Test
    void a_deleted_instance_is_not_changed() {
      assertRefused(
          when(change("a", new SetNotes("hard")), added("i", 1),
              new InstanceDeleted("s", "i", NOW)),
          new Rule.IsDeleted(INSTANCE));
    }
  }

  @Nested
  class Times {

    private final Instant ten = Instant.parse("2026-03-04T10:00:00.900Z");
    private final Instant later = Instant.parse("2026-03-04T10:01:01.100Z");

    @Test
    void both_times_set_give_a_duration_in_whole_seconds() {
      when(change(null, new SetTimeStart(ten), new SetTimeStop(later)), added("i", 1))
          .expectEvents(new InstanceTimesSet("s", "i", ten, later, 60L, NOW));
    }

    @Test
    void one_time_set_keeps_the_other() {
      when(change(null, new SetTimeStop(later)), added("i", 1),
          new TimerStarted("s", "i", ten, NOW))
          .expectEvents(new InstanceTimesSet("s", "i", ten, later, 60L, NOW));
    }

    @Test
    void a_timer_is_reset_by_clearing_both() {
      when(change(null, new SetTimeStart(null), new SetTimeStop(null)), added("i", 1),
          new TimerStarted("s", "i", ten, NOW), new TimerStopped("s", "i", later, 60, NOW))
          .expectEvents(new InstanceTimesSet("s", "i", null, null, null, NOW));
    }

    @Test
    void a_stop_before_the_start_is_refused() {
      assertRefused(
          when(change(null, new SetTimeStart(later), new SetTimeStop(ten)), added("i", 1)),
          new Rule.StopPrecedesStart(INSTANCE));
    }

    @Test
    void times_that_were_imported_the_wrong_way_round_do_not_block_other_changes() {
      when(change(null, new SetNotes("hard"), new SetTimeStart(later), new SetTimeStop(ten)),
          added("i", 1), new InstanceTimesSet("s", "i", later, ten, -60L, null))
          .expectEvents(new InstanceNoted("s", "i", "hard", NOW));
    }

    @Test
    void a_started_timer_forgets_an_earlier_run() {
      when(new StartTimer(Sessions.ID, "root", "i", null), added("i", 1),
          new TimerStarted("s", "i", ten, NOW), new TimerStopped("s", "i", later, 60, NOW))
          .expectEvents(new TimerStarted("s", "i", NOW, NOW));
    }

    @Test
    void a_timer_of_an_unknown_instance_starts_if_its_activity_is_named() {
      when(new StartTimer(Sessions.ID, "root", "i", "a")).expectEvents(added("i", 1),
          new TimerStarted("s", "i", NOW, NOW));
    }

    @Test
    void a_stopped_timer_says_how_long_it_ran() {
      when(new StopTimer(Sessions.ID, "root", "i"), added("i", 1),
          new TimerStarted("s", "i", NOW.minusMillis(61_999), NOW))
          .expectEvents(new TimerStopped("s", "i", NOW, 61, NOW));
    }

    @Test
    void a_timer_can_be_stopped_again_later() {
      when(new StopTimer(Sessions.ID, "root", "i"), added("i", 1),
          new TimerStarted("s", "i", NOW.minusSeconds(60), NOW),
          new TimerStopped("s", "i", NOW.minusSeconds(30), 30, NOW))
          .expectEvents(new TimerStopped("s", "i", NOW, 60, NOW));
    }

    @Test
    void a_timer_that_was_never_started_cannot_be_stopped() {
      assertRefused(when(new StopTimer(Sessions.ID, "root", "i"), added("i", 1)),
          new Rule.TimerWasNeverStarted(INSTANCE));
    }

    @Test
    void a_timer_that_starts_in_the_future_cannot_be_stopped_now() {
      assertRefused(
          when(new StopTimer(Sessions.ID, "root", "i"), added("i", 1),
              new TimerStarted("s", "i", NOW.plusSeconds(1), NOW)),
          new Rule.StopPrecedesStart(INSTANCE));
    }
  }

  @Nested
  class Metrics {

    @Test
    void values_with_and_without_split_are_separate() {
      when(record(new Measurement("pace", null, 13), new Measurement("pace", "left", 12)),
          added("i", 1))
          .expectEvents(recorded("new-1", "pace", null, 13, false),
              recorded("new-2", "pace", "left", 12, false));
    }

    @Test
    void a_second_value_replaces_the_first_and_keeps_its_id() {
      when(record(new Measurement("pace", null, 14)), added("i", 1),
          recorded("v", "pace", null, 13, false))
          .expectEvents(recorded("v", "pace", null, 14, false));
    }

    @Test
    void the_same_value_is_no_change() {
      when(record(new Measurement("pace", null, 13)), added("i", 1),
          recorded("v", "pace", null, 13, false)).expectNoEvents();
    }

    @Test
    void of_two_values_for_the_same_the_last_counts() {
      when(record(new Measurement("pace", null, 13), new Measurement("pace", null, 15)),
          added("i", 1)).expectEvents(recorded("new-1", "pace", null, 15, false));
    }

    @Test
    void a_removed_metric_can_still_get_values() {
      sessions.knowing(new MetricRemoved("a", "pace", NOW));
      when(record(new Measurement("pace", null, 13)), added("i", 1))
          .expectEvents(recorded("new-1", "pace", null, 13, false));
    }

    @Test
    void a_metric_that_the_activity_never_had_is_refused_and_with_it_all_values() {
      assertRefused(
          when(record(new Measurement("pace", null, 13), new Measurement("other", null, 1)),
              added("i", 1)),
          new Rule.IsNotMeasured(EntityRef.metric("other"), INSTANCE));
    }

    @Test
    void a_metric_that_the_instance_has_a_value_of_is_accepted() {
      when(record(new Measurement("other", null, 2)), added("i", 1),
          recorded("v", "other", null, 1, false))
          .expectEvents(recorded("v", "other", null, 2, false));
    }

    @Test
    void a_split_that_the_activity_never_had_is_refused() {
      assertRefused(when(record(new Measurement("pace", "right", 13)), added("i", 1)),
          new Rule.IsNotMeasured(EntityRef.split("right"), INSTANCE));
    }

    @Test
    void a_negative_value_is_refused_unless_the_metric_allows_it() {
      assertRefused(when(record(new Measurement("pace", null, -1)), added("i", 1)),
          new Rule.ValueIsNegative("pace", -1));
    }

    @Test
    void a_negative_value_is_kept_where_the_metric_allows_it() {
      when(record(new Measurement("drift", null, -1)), added("i", 1))
          .expectEvents(recorded("new-1", "drift", null, -1, true));
    }

    @Test
    void a_negative_value_that_was_imported_does_not_block_others() {
      when(record(new Measurement("pace", null, -5), new Measurement("drift", null, 2)),
          added("i", 1), recorded("v", "pace", null, -5, false))
          .expectEvents(recorded("new-1", "drift", null, 2, true));
    }
  }

  @Nested
  class Order {

    private ReorderInstances reorder(String... ids) {
      return new ReorderInstances(Sessions.ID, "root", List.of(ids));
    }

    @Test
    void instances_get_the_order_of_the_list_and_the_others_follow() {
      when(reorder("i3", "unknown", "i3", "i2"), added("i1", 1), added("i2", 2), added("i3", 3))
          .expectEvents(new InstanceReordered("s", "i3", 0, NOW),
              new InstanceReordered("s", "i2", 1, NOW),
              new InstanceReordered("s", "i1", 2, NOW));
    }

    @Test
    void the_order_they_have_is_no_change() {
      when(reorder("i1", "i2"), added("i1", 1), added("i2", 2)).expectNoEvents();
    }
  }
}
