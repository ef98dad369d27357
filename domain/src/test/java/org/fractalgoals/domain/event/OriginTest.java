package org.fractalgoals.domain.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;

import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.Test;

/** Who acts travels in the metadata of messages. */
class OriginTest {

  private final Origin origin = new Origin("anna", Source.CLI, "action-1",
      Map.of("requestId", "r-1"));

  @Test
  void an_origin_survives_the_journey() {
    assertThat(Origin.from(origin.toMetaData())).isEqualTo(origin);
  }

  @Test
  void the_fractal_is_no_annotation() {
    assertThat(Origin.from(origin.toMetaData().and(Origin.ROOT_ID, "root"))).isEqualTo(origin);
  }

  @Test
  void a_message_that_says_nothing_is_refused_naming_what_it_lacks() {
    assertThatThrownBy(() -> Origin.from(MetaData.with("actor", "anna")))
        .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("actionId, source");
  }
}
