package org.fractalgoals.api.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.fractalgoals.api.Answer;
import org.fractalgoals.api.RunningServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The complete lists of metrics and splits that a change of an activity may bring. */
class MeasuresTest {

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  private Activities activities = new Activities(SERVER, "");
  private String tie = "";
  private String pace = "";
  private String load = "";
  private String left = "";
  private String right = "";

  @BeforeEach
  void given() {
    activities = Activities.in(SERVER);
    tie = activities.activity("Tie", """
      ,"metrics":[{"name":"Pace","unit":"s","is_top_set_metric":true},{"name":"Load","unit":"kg"}],
       "splits":[{"name":"Left"},{"name":"Right"}]
      """);
    var shown = activities.one(tie);
    pace = shown.at("/metric_definitions/0/id").stringValue();
    load = shown.at("/metric_definitions/1/id").stringValue();
    left = shown.at("/split_definitions/0/id").stringValue();
    right = shown.at("/split_definitions/1/id").stringValue();
  }

  private static String item(String id, String name, String unit) {
    return "{\"id\":\"%s\",\"name\":\"%s\",\"unit\":\"%s\"}".formatted(id, name, unit);
  }

  private Answer metrics(String... items) {
    return activities.change(tie, "{\"metrics\":[%s]}".formatted(String.join(",", items)));
  }

  private Answer splits(String... items) {
    return activities.change(tie, "{\"splits\":[%s]}".formatted(String.join(",", items)));
  }

  private List<String> metricIds() {
    return Activities.each(activities.one(tie), "metric_definitions", "id");
  }

  private List<String> splitIds() {
    return Activities.each(activities.one(tie), "split_definitions", "id");
  }

  @Test
  void metrics_are_known_by_their_ids() {
    var answer = metrics(item(load, "Weight", "lb"), item(pace, "Pace", "s")).ok(200);

    assertThat(metricIds()).containsExactly(pace, load);
    assertThat(answer.at("/metric_definitions/1/name").stringValue()).isEqualTo("Weight");
    assertThat(answer.at("/metric_definitions/1/unit").stringValue()).isEqualTo("lb");
  }

  @Test
  void without_ids_metrics_are_known_by_name_and_unit() {
    metrics("{\"name\":\"Load\",\"unit\":\"kg\"}", "{\"name\":\"Pace\",\"unit\":\"min\"}").ok(200);

    var ids = metricIds();
    assertThat(ids).hasSize(2).contains(load).doesNotContain(pace);
    assertThat(Activities.each(activities.one(tie), "metric_definitions", "unit"))
        .containsExactly("kg", "min");
  }

  @Test
  void flags_that_are_not_sent_are_what_they_are_by_default() {
    var answer = metrics(item(pace, "Pace", "s"),
        "{\"id\":\"%s\",\"name\":\"Load\",\"unit\":\"kg\",\"allow_negative\":true}"
            .formatted(load))
        .ok(200);

    assertThat(answer.at("/metric_definitions/0/is_top_set_metric").booleanValue()).isFalse();
    assertThat(answer.at("/metric_definitions/1/allow_negative").booleanValue()).isTrue();
  }

  @Test
  void a_metric_that_is_not_sent_is_gone_and_comes_back_with_its_id() {
    metrics(item(load, "Load", "kg")).ok(200);
    assertThat(metricIds()).containsExactly(load);

    metrics(item(load, "Load", "kg"), item(pace, "Pace", "s")).ok(200);
    assertThat(metricIds()).containsExactly(pace, load);
  }

  @Test
  void an_empty_list_removes_all_and_no_list_none() {
    activities.change(tie, "{\"name\":\"Bind\"}").ok(200);
    assertThat(metricIds()).hasSize(2);

    activities.change(tie, "{\"metrics\":[],\"splits\":[]}").ok(200);
    assertThat(metricIds()).isEmpty();
    assertThat(splitIds()).isEmpty();
  }

  @Test
  void names_can_be_exchanged() {
    metrics(item(pace, "Load", "s"), item(load, "Pace", "kg")).ok(200);
    splits(item(left, "Right", ""), item(right, "Left", "")).ok(200);

    var shown = activities.one(tie);
    assertThat(Activities.each(shown, "metric_definitions", "name")).containsExactly("Load",
        "Pace");
    assertThat(Activities.each(shown, "split_definitions", "name")).containsExactly("Right",
        "Left");
    metrics(item(pace, "Load", "s"), item(load, "Load", "kg")).problem(409);
  }

  @Test
  void a_removed_metric_leaves_its_name_to_another() {
    metrics(item(load, "Pace", "kg")).ok(200);
    assertThat(metricIds()).containsExactly(load);

    metrics(item(load, "Pace", "kg"), item(pace, "Pace", "s")).problem(409);
    metrics(item(load, "Load", "kg"), item(pace, "Pace", "s")).ok(200);
    assertThat(metricIds()).containsExactly(pace, load);
  }

  @Test
  void there_are_three_metrics_and_five_splits_at_most() {
    long head = SERVER.head();

    metrics(item(pace, "Pace", "s"), item(load, "Load", "kg"), "{\"name\":\"a\",\"unit\":\"s\"}",
        "{}").problem(400);
    splits("{}", "{}", "{}", "{}", "{}", "{}").problem(400);

    assertThat(SERVER.head()).isEqualTo(head);
  }

  @Test
  void splits_are_known_by_their_ids_only_and_listed_in_the_order_of_creation() {
    var answer = splits(item(right, "Right", ""), item(left, "Left", "")).ok(200);

    assertThat(splitIds()).containsExactly(left, right);
    assertThat(answer.at("/split_definitions/0/order").intValue()).isEqualTo(1);
    assertThat(answer.at("/split_definitions/1/order").intValue()).isZero();

    splits("{\"name\":\"Left\"}", item(right, "Right", "")).ok(200);
    assertThat(splitIds()).hasSize(2).contains(right).doesNotContain(left);
  }

  @Test
  void a_split_that_is_not_sent_is_gone_and_comes_back_with_its_id() {
    splits(item(right, "Right", "")).ok(200);
    assertThat(splitIds()).containsExactly(right);

    splits(item(right, "Right", ""), item(left, "Back", "")).ok(200);
    assertThat(splitIds()).containsExactly(left, right);
    assertThat(activities.one(tie).at("/split_definitions/0/name").stringValue())
        .isEqualTo("Back");
  }

  @Test
  void the_metric_of_another_activity_is_not_taken_away_from_it() {
    var bind = activities.activity("Bind", "");

    activities.change(bind, "{\"metrics\":[%s]}".formatted(item(pace, "Pace", "s"))).ok(200);

    assertThat(metricIds()).containsExactly(pace, load);
    assertThat(Activities.each(activities.one(bind), "metric_definitions", "id")).hasSize(1)
        .doesNotContain(pace);
  }
}
