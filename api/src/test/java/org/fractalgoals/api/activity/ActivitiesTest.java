package org.fractalgoals.api.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.fractalgoals.api.RunningServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** The activities of a fractal: defined, listed, changed, deleted, restored. */
class ActivitiesTest {

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  private Activities activities = new Activities(SERVER, "");

  @BeforeEach
  void given() {
    activities = Activities.in(SERVER);
  }

  @Test
  void a_new_activity_is_answered_as_it_is_listed() {
    var group = activities.group("Knots");

    var answer = activities.define("""
      {"name":" Tie ","description":"Why","has_sets":true,"has_metrics":false,
       "metrics_multiplicative":true,"has_splits":true,"group_id":"%s",
       "metrics":[{"name":"Pace","unit":"s","is_top_set_metric":true,"is_multiplicative":false,
         "allow_negative":true}],
       "splits":[{"name":"Left"},{"name":"Right"}]}
      """.formatted(group)).ok(201).json();

    var metric = Activities.each(answer, "metric_definitions", "id").getFirst();
    var splits = Activities.each(answer, "split_definitions", "id");
    assertThat(answer).isEqualTo(new JsonMapper().readTree("""
      {"id":"%s","root_id":"%s","name":" Tie ","description":"Why","group_id":"%s",
       "has_sets":true,"has_metrics":false,"metrics_multiplicative":true,"has_splits":true,
       "created_at":"2026-03-04T05:06:07.123456","updated_at":"2026-03-04T05:06:07.123456",
       "metric_definitions":[{"id":"%s","name":"Pace","unit":"s","is_active":true,
         "is_top_set_metric":true,"is_multiplicative":false,"allow_negative":true}],
       "split_definitions":[{"id":"%s","name":"Left","order":0},
         {"id":"%s","name":"Right","order":1}]}
      """.formatted(answer.at("/id").stringValue(), activities.root(), group, metric,
        splits.getFirst(), splits.getLast())));
    assertThat(activities.list().at("/0")).isEqualTo(answer);
  }

  @Test
  void a_name_is_enough() {
    var answer = activities.define("{\"name\":\"Tie\"}").ok(201);

    assertThat(answer.at("/description").stringValue()).isEmpty();
    assertThat(answer.at("/group_id").isNull()).isTrue();
    assertThat(answer.at("/has_sets").booleanValue()).isFalse();
    assertThat(answer.at("/has_metrics").booleanValue()).isTrue();
    assertThat(answer.at("/metrics_multiplicative").booleanValue()).isFalse();
    assertThat(answer.at("/has_splits").booleanValue()).isFalse();
    assertThat(answer.at("/metric_definitions").isEmpty()).isTrue();
    assertThat(answer.at("/split_definitions").isEmpty()).isTrue();
  }

  @Test
  void metrics_are_multiplicative_no_top_set_metrics_and_not_negative_unless_it_is_said() {
    var metric = activities.define("""
      {"name":"Tie","metrics":[{"name":"Pace","unit":"s"}]}
      """).ok(201).at("/metric_definitions/0");

    assertThat(metric.at("/is_top_set_metric").booleanValue()).isFalse();
    assertThat(metric.at("/is_multiplicative").booleanValue()).isTrue();
    assertThat(metric.at("/allow_negative").booleanValue()).isFalse();
    assertThat(metric.at("/is_active").booleanValue()).isTrue();
  }

  @Test
  void incomplete_metrics_and_nameless_splits_are_skipped_and_counted_for_the_order() {
    var answer = activities.define("""
      {"name":"Tie","metrics":[{"name":"Pace"},{"unit":"s"},{"name":"Load","unit":"kg"}],
       "splits":[{"name":""},{"name":"Left"},{},{"name":"Right"}]}
      """).ok(201);

    assertThat(Activities.each(answer.json(), "metric_definitions", "name"))
        .containsExactly("Load");
    assertThat(Activities.each(answer.json(), "split_definitions", "name"))
        .containsExactly("Left", "Right");
    assertThat(answer.at("/split_definitions/0/order").intValue()).isEqualTo(1);
    assertThat(answer.at("/split_definitions/1/order").intValue()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"name\":\"\"}", "{\"name\":\" \"}", "{\"name\":null}",
      "{\"name\":1}", "{\"name\":\"x\",\"description\":1}", "{\"name\":\"x\",\"has_sets\":1}",
      "{\"name\":\"x\",\"group_id\":1}", "{\"name\":\"x\",\"group_id\":\"unknown\"}",
      "{\"name\":\"x\",\"metrics\":{}}", "{\"name\":\"x\",\"metrics\":[1]}",
      "{\"name\":\"x\",\"metrics\":[{\"name\":1,\"unit\":\"s\"}]}",
      "{\"name\":\"x\",\"metrics\":[{\"name\":\" \",\"unit\":\"s\"}]}",
      "{\"name\":\"x\",\"metrics\":[{\"name\":\"m\",\"unit\":\"s\",\"allow_negative\":0}]}",
      "{\"name\":\"x\",\"metrics\":[{},{},{},{}]}", "{\"name\":\"x\",\"splits\":\"y\"}",
      "{\"name\":\"x\",\"splits\":[{\"name\":\"\\t\"}]}",
      "{\"name\":\"x\",\"splits\":[{},{},{},{},{},{}]}", "[]", "nonsense", ""})
  void what_is_wrong_is_refused_and_nothing_is_stored(String body) {
    long head = SERVER.head();

    activities.define(body).problem(400);

    assertThat(SERVER.head()).isEqualTo(head);
    assertThat(activities.list().json().isEmpty()).isTrue();
  }

  @Test
  void three_metrics_and_five_splits_are_not_too_many() {
    var answer = activities.define("""
      {"name":"Tie","metrics":[{"name":"a","unit":"s"},{"name":"b","unit":"s"},
        {"name":"c","unit":"s"}],
       "splits":[{"name":"1"},{"name":"2"},{"name":"3"},{"name":"4"},{"name":"5"}]}
      """).ok(201);

    assertThat(answer.at("/metric_definitions").size()).isEqualTo(3);
    assertThat(answer.at("/split_definitions").size()).isEqualTo(5);
  }

  @Test
  void names_are_used_once_activities_in_the_fractal_and_metrics_and_splits_in_the_activity() {
    activities.activity("Tie", ",\"metrics\":[{\"name\":\"Pace\",\"unit\":\"s\"}]");
    var bind = activities.activity("Bind", "");
    long head = SERVER.head();

    assertThat(activities.define("{\"name\":\"Tie\"}").problem(409).error()).contains("Tie",
        "fractal");
    activities.change(bind, "{\"name\":\"Tie\",\"description\":\"x\"}").problem(409);
    assertThat(activities.define("""
      {"name":"x","metrics":[{"name":"Pace","unit":"s"},{"name":"Pace","unit":"h"}]}
      """).problem(409).error()).contains("Pace", "activity");
    activities.define("{\"name\":\"x\",\"splits\":[{\"name\":\"L\"},{\"name\":\"L\"}]}")
        .problem(409);

    assertThat(SERVER.head()).isEqualTo(head);
    activities.define("{\"name\":\"tie\",\"metrics\":[{\"name\":\"Pace\",\"unit\":\"s\"}]}")
        .ok(201);
  }

  @Test
  void the_list_is_in_the_order_of_the_names_capitals_first() {
    for (var name : List.of("b", "a", "Z", "é", "B")) {
      activities.activity(name, "");
    }

    assertThat(activities.list().json().valueStream().map(each -> each.at("/name").stringValue()))
        .containsExactly("B", "Z", "a", "b", "é");
  }

  @Test
  void each_member_can_be_changed_alone() {
    var group = activities.group("Knots");
    var tie = activities.activity("Tie", ",\"has_splits\":true");

    activities.change(tie, "{\"name\":\"Bind\"}").ok(200);
    activities.change(tie, "{\"description\":\"Why\"}").ok(200);
    activities.change(tie, "{\"has_sets\":true}").ok(200);
    activities.change(tie, "{\"has_metrics\":false}").ok(200);
    activities.change(tie, "{\"metrics_multiplicative\":true}").ok(200);
    activities.change(tie, "{\"group_id\":\"%s\"}".formatted(group)).ok(200);
    var answer = activities.change(tie, "{\"has_splits\":false}").ok(200);

    assertThat(answer.at("/name").stringValue()).isEqualTo("Bind");
    assertThat(answer.at("/description").stringValue()).isEqualTo("Why");
    assertThat(answer.at("/has_sets").booleanValue()).isTrue();
    assertThat(answer.at("/has_metrics").booleanValue()).isFalse();
    assertThat(answer.at("/metrics_multiplicative").booleanValue()).isTrue();
    assertThat(answer.at("/has_splits").booleanValue()).isFalse();
    assertThat(answer.at("/group_id").stringValue()).isEqualTo(group);
    assertThat(activities.list().at("/0")).isEqualTo(answer.json());
  }

  @Test
  void an_edit_form_that_sends_old_values_back_changes_nothing() {
    var group = activities.group("Knots");
    var tie = activities.activity("Tie", """
      ,"has_sets":true,"group_id":"%s","metrics":[{"name":"Pace","unit":"s"}],
       "splits":[{"name":"Left"},{"name":"Right"}]
      """.formatted(group));
    var shown = activities.one(tie);
    long head = SERVER.head();

    var answer = activities.change(tie, """
      {"name":"Tie","description":"","has_sets":true,"has_metrics":true,
       "metrics_multiplicative":false,"has_splits":false,"group_id":"%s",
       "metrics":%s,"splits":%s}
      """.formatted(group, shown.at("/metric_definitions"), shown.at("/split_definitions")))
        .ok(200);

    assertThat(SERVER.head()).isEqualTo(head);
    assertThat(answer.header("Fractal-Position")).hasValueSatisfying(
        position -> assertThat(position).endsWith(":" + head));
    assertThat(answer.json()).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"name\":\"\"}", "{\"name\":null}", "{\"has_sets\":\"yes\"}",
      "{\"name\":\"fine\",\"group_id\":\"unknown\"}", "{\"metrics\":null}", "{\"splits\":null}",
      "{\"name\":\"fine\",\"metrics\":[{},{},{},{}]}",
      "{\"name\":\"fine\",\"splits\":[{},{},{},{},{},{}]}",
      "{\"name\":\"fine\",\"metrics\":[{\"name\":\" \",\"unit\":\"s\"}]}",
      "{\"metrics\":[{\"id\":\"a\",\"name\":\"x\",\"unit\":\"s\"},{\"id\":\"a\",\"name\":\"y\",\"unit\":\"s\"}]}",
      "[]", ""})
  void a_change_that_is_wrong_is_refused_as_a_whole(String body) {
    var tie = activities.activity("Tie", "");
    long head = SERVER.head();

    activities.change(tie, body).problem(400);

    assertThat(SERVER.head()).isEqualTo(head);
  }

  @Test
  void a_deleted_activity_is_gone_until_it_is_restored() {
    var tie = activities.activity("Tie", ",\"metrics\":[{\"name\":\"Pace\",\"unit\":\"s\"}]");
    var shown = activities.one(tie);

    assertThat(activities.delete(tie).ok(200).at("/message").stringValue()).isNotBlank();
    assertThat(activities.list().json().isEmpty()).isTrue();
    activities.change(tie, "{\"name\":\"x\"}").problem(404);
    activities.delete(tie).problem(404);

    var answer = activities.restore(tie, "").ok(200);
    assertThat(answer.at("/metric_definitions")).isEqualTo(shown.at("/metric_definitions"));
    assertThat(activities.one(tie)).isEqualTo(answer.json());
  }

  @Test
  void where_its_name_is_taken_meanwhile_it_comes_back_under_another() {
    var tie = activities.activity("Tie", "");
    activities.delete(tie).ok(200);
    activities.activity("Tie", "");
    long head = SERVER.head();

    assertThat(activities.restore(tie, "{}").problem(409).error()).contains("Tie");
    assertThat(SERVER.head()).isEqualTo(head);

    assertThat(activities.restore(tie, "{\"name\":\"Old tie\"}").ok(200).at("/name").stringValue())
        .isEqualTo("Old tie");
    assertThat(activities.list().json().size()).isEqualTo(2);
  }

  @Test
  void what_is_not_there_is_not_found() {
    var tie = activities.activity("Tie", "");
    var other = SERVER.fractal("Climb");
    var goal = SERVER.goal(activities.root(), activities.root(), "Boat");
    long head = SERVER.head();

    for (var nothing : List.of("unknown", goal)) {
      SERVER.get("/api/%s/activities".formatted(nothing)).problem(404);
      SERVER.post("/api/%s/activities".formatted(nothing), "{\"name\":\"x\"}").problem(404);
    }
    for (var stranger : List.of("/api/%s/activities/%s".formatted(other, tie),
        "/api/unknown/activities/" + tie, activities.path() + "/unknown")) {
      SERVER.put(stranger, "{\"name\":\"x\"}").problem(404);
      SERVER.delete(stranger).problem(404);
      SERVER.post(stranger + "/restore", "").problem(404);
    }

    assertThat(SERVER.head()).isEqualTo(head);
  }

  @Test
  void a_deleted_fractal_takes_its_activities_along_and_brings_them_back() {
    var tie = activities.activity("Tie", "");
    SERVER.delete("/api/fractals/" + activities.root()).ok(200);

    SERVER.get(activities.path()).problem(404);
    activities.define("{\"name\":\"x\"}").problem(404);
    activities.change(tie, "{\"name\":\"x\"}").problem(404);
    assertThat(activities.restore(tie, "").problem(409).error()).contains(activities.root());

    SERVER.post("/api/fractals/%s/restore".formatted(activities.root()), "").ok(200);
    assertThat(activities.one(tie).at("/name").stringValue()).isEqualTo("Tie");
  }
}
