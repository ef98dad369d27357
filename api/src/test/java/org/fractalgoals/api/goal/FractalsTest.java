package org.fractalgoals.api.goal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.fractalgoals.api.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class FractalsTest {

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  private static final String DATE = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}";

  private static JsonNode listed(String id) {
    return SERVER.get("/api/fractals").ok(200).json().valueStream()
        .filter(fractal -> fractal.at("/id").stringValue().equals(id)).findFirst().orElseThrow();
  }

  @Test
  void a_new_fractal_is_answered_as_a_flat_goal() {
    var answer = SERVER.post("/api/fractals", """
      {"name":"Sail","description":"Round the world"}
      """).ok(201);

    var id = answer.id();
    var attributes = answer.at("/attributes");
    assertThat(answer.at("/name").stringValue()).isEqualTo("Sail");
    assertThat(answer.at("/description").stringValue()).isEqualTo("Round the world");
    assertThat(answer.at("/deadline").isNull()).isTrue();
    assertThat(answer.at("/children").isEmpty()).isTrue();
    assertThat(attributes.at("/id").stringValue()).isEqualTo(id);
    assertThat(attributes.at("/root_id").stringValue()).isEqualTo(id);
    assertThat(attributes.at("/parent_id").isNull()).isTrue();
    assertThat(attributes.at("/type").stringValue()).isEqualTo("UltimateGoal");
    assertThat(attributes.at("/description").stringValue()).isEqualTo("Round the world");
    assertThat(attributes.at("/deadline").isNull()).isTrue();
    assertThat(attributes.at("/completed").booleanValue(true)).isFalse();
    assertThat(attributes.at("/targets").isEmpty()).isTrue();
    assertThat(attributes.at("/created_at").stringValue()).matches(DATE);
    assertThat(attributes.at("/updated_at").stringValue()).matches(DATE);
  }

  @Test
  void times_are_the_wall_clock_of_the_stores_zone_with_six_digits() {
    var created = SERVER.clock().instant().atZone(RunningServer.ZONE).toLocalDateTime();
    var id = SERVER.fractal("Sail");

    var shown = listed(id).at("/created_at").stringValue();
    assertThat(shown).startsWith(created.toString().substring(0, 19)).endsWith(".123456");
  }

  @Test
  void the_description_defaults_to_an_empty_text() {
    var absent = SERVER.post("/api/fractals", "{\"name\":\"Sail\"}").ok(201);
    var isNull = SERVER.post("/api/fractals", "{\"name\":\"Sail\",\"description\":null}").ok(201);

    assertThat(absent.at("/description").stringValue()).isEmpty();
    assertThat(isNull.at("/description").stringValue()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"UltimateGoal", "LongTermGoal", "MidTermGoal", "ShortTermGoal"})
  void a_fractal_may_begin_at_a_lower_level(String type) {
    var answer = SERVER.post("/api/fractals", "{\"name\":\"Sail\",\"type\":\"%s\"}"
        .formatted(type)).ok(201);

    assertThat(answer.at("/attributes/type").stringValue()).isEqualTo(type);
  }

  @Test
  void the_list_has_exactly_the_members_that_clients_know() {
    var id = SERVER.fractal("Sail");

    assertThat(listed(id).propertyNames()).containsExactlyInAnyOrder("id", "name", "description",
        "type", "created_at", "updated_at");
  }

  @Test
  void the_list_is_in_order_of_creation_and_without_goals_that_have_a_parent() {
    var first = SERVER.fractal("First");
    SERVER.clock().advance(Duration.ofSeconds(1));
    var second = SERVER.fractal("Second");
    var goal = SERVER.goal(first, first, "Below");

    var ids = SERVER.get("/api/fractals").ok(200).json().valueStream()
        .map(fractal -> fractal.at("/id").stringValue()).toList();
    assertThat(ids).containsSubsequence(first, second).doesNotContain(goal);
  }

  @Test
  void the_list_shows_the_latest_change_in_the_whole_tree() {
    var id = SERVER.fractal("Sail");
    var goal = SERVER.goal(id, id, "Boat");
    var before = listed(id).at("/updated_at").stringValue();

    SERVER.clock().advance(Duration.ofMinutes(1));
    var changed = SERVER.put("/api/%s/goals/%s".formatted(id, goal), "{\"name\":\"Ship\"}").ok(200);

    assertThat(listed(id).at("/updated_at")).isEqualTo(changed.at("/attributes/updated_at"));
    assertThat(listed(id).at("/updated_at").stringValue()).isGreaterThan(before);
    assertThat(listed(id).at("/created_at").stringValue()).isLessThanOrEqualTo(before);
  }

  @Test
  void a_deleted_fractal_is_gone_with_all_its_goals() {
    var id = SERVER.fractal("Sail");
    var goal = SERVER.goal(id, id, "Boat");

    var answer = SERVER.delete("/api/fractals/" + id).ok(200);

    assertThat(answer.at("/status").stringValue()).isEqualTo("success");
    assertThat(answer.at("/message").stringValue()).isNotBlank();
    assertThat(SERVER.get("/api/fractals").text()).doesNotContain(id);
    SERVER.get("/api/%s/goals".formatted(id)).problem(404);
    SERVER.get("/api/%s/goals/%s".formatted(id, goal)).problem(404);
    SERVER.delete("/api/fractals/" + id).problem(404);
  }

  @Test
  void only_a_fractal_can_be_deleted_as_one() {
    var id = SERVER.fractal("Sail");
    var goal = SERVER.goal(id, id, "Boat");
    long head = SERVER.head();

    SERVER.delete("/api/fractals/" + goal).problem(404);
    SERVER.delete("/api/fractals/unknown").problem(404);

    assertThat(SERVER.head()).isEqualTo(head);
  }
}
