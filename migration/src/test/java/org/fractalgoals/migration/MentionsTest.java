package org.fractalgoals.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.session.InstanceEvent.InstanceAdded;
import org.fractalgoals.domain.session.InstanceEvent.MetricRecorded;
import org.fractalgoals.migration.Mentions.Mention;
import org.fractalgoals.migration.history.LegacyEvent;
import org.junit.jupiter.api.Test;

class MentionsTest {

  private static LegacyEvent told(DomainEvent event) {
    return new LegacyEvent(event, null, List.of(), null);
  }

  @Test
  void a_new_value_of_a_known_instance_has_its_metric_under_the_activity_of_that_instance() {
    var instance = told(new InstanceAdded("session", "instance", "activity", 1, null));
    var value = told(new MetricRecorded("session", "instance", "value", "metric", "split", 5,
        false, null));

    assertThat(Mentions.in(List.of(instance, value), List.of(value))).containsExactly(
        new Mention(EntityRef.metric("metric"), EntityRef.activity("activity")),
        new Mention(EntityRef.split("split"), EntityRef.activity("activity")));
  }
}
