package org.fractalgoals.api.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.fractalgoals.api.http.HttpProblem;
import org.junit.jupiter.api.Test;

class TargetListTest {

  @Test
  void a_target_is_added_at_the_end_and_the_others_stay_as_they_are() {
    assertThat(TargetList.with("[]", "{\"id\": 1.0}")).isEqualTo("[{\"id\": 1.0}]");
    assertThat(TargetList.with("[ {\"a\" : 1e0} , {\"b\":[1.50]}]", "{}"))
        .isEqualTo("[{\"a\" : 1e0},{\"b\":[1.50]},{}]");
  }

  @Test
  void targets_go_by_their_ids() {
    var list = "[{\"id\":\"k-1\",\"v\": 1.0},{\"n\":{\"id\":\"k-1\"}},{\"id\":1},{\"id\":\"k-2\"}]";

    assertThat(TargetList.without(list, "k-1"))
        .isEqualTo("[{\"n\":{\"id\":\"k-1\"}},{\"id\":1},{\"id\":\"k-2\"}]");
    assertThatThrownBy(() -> TargetList.without(list, "1")).isInstanceOf(HttpProblem.class);
  }

  @Test
  void a_target_gets_an_id_before_its_other_members() {
    assertThat(TargetList.withId("{}", "k")).isEqualTo("{\"id\":\"k\"}");
    assertThat(TargetList.withId("{ }", "k")).isEqualTo("{\"id\":\"k\" }");
    assertThat(TargetList.withId("{\"a\":1.0}", "k")).isEqualTo("{\"id\":\"k\",\"a\":1.0}");
  }
}
