package org.fractalgoals.api.instance;

import static org.assertj.core.api.Assertions.assertThat;

import org.fractalgoals.api.Answer;
import org.fractalgoals.api.Practice;
import org.fractalgoals.api.RunningServer;
import org.fractalgoals.domain.activity.ActivityEvent.MetricRemoved;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeasurementTest {

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  private Practice practice = new Practice(SERVER, "", "");
  private String activity = "";
  private String pace = "";
  private String load = "";
  private String left = "";
  private String path = "";

  @BeforeEach
  void given() {
    practice = Practice.on(SERVER);
    activity = practice.activity("Tie knots");
    pace = activity + "-pace";
    load = activity + "-load";
    left = activity + "-left";
    var session = practice.session("Morning");
    path = practice.sessions(
        "/%s/activities/%s/metrics".formatted(session, practice.instance(session, activity)));
  }

  private Answer measure(String items) {
    return SERVER.put(path, "{\"metrics\":[%s]}".formatted(items));
  }

  private static String item(String metric, String split, String value) {
    return "{\"metric_id\":\"%s\",\"split_id\":%s,\"value\":%s}".formatted(metric, split, value);
  }

  @Test
  void values_are_kept_for_the_instance_and_for_its_splits() {
    var answer = measure(item(pace, "null", "12") + "," + item(pace, "\"" + left + "\"", "13.5")
        + "," + item(load, "\"\"", "\"-2\"")).ok(200);

    assertThat(answer.at("/metric_values").valueStream()
        .map(value -> "%s %s %s %s %s".formatted(value.at("/name").stringValue(),
            value.at("/unit").stringValue(), value.at("/value"),
            value.at("/split_name").asString("-"),
            value.at("/metric_id").equals(value.at("/metric_definition_id")))))
        .containsExactly("Pace s 12.0 - true", "Pace s 13.5 Left true", "Load kg -2.0 - true");
  }

  @Test
  void the_full_list_sent_again_changes_what_is_different_and_keeps_ids() {
    var first = measure(item(pace, "null", "12") + "," + item(load, "null", "3")).ok(200);

    var second = SERVER.put(path, """
      {"metrics":[
        {"id":"x","name":"Pace","metric_id":"%s","split_id":null,"split_name":null,"value":12.0},
        {"id":"y","metric_id":"%s","value":4}]}
      """.formatted(pace, load)).ok(200);

    assertThat(second.at("/metric_values/0")).isEqualTo(first.at("/metric_values/0"));
    assertThat(second.at("/metric_values/1/id")).isEqualTo(first.at("/metric_values/1/id"));
    assertThat(second.at("/metric_values/1/value").doubleValue()).isEqualTo(4);
    long head = SERVER.head();
    measure(item(load, "null", "4.0")).ok(200);
    assertThat(SERVER.head()).isEqualTo(head);
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"\"", "\" \"", "\"fast\"", "\"NaN\"", "true", "[]", "{}"})
  void what_is_no_number_is_passed_over_and_nothing_is_cleared(String value) {
    measure(item(pace, "null", "12")).ok(200);
    long head = SERVER.head();

    var answer = measure(item(pace, "null", value) + "," + item("unknown", "null", value) + ",{}"
        + ",{\"value\":3},{\"metric_id\":null,\"value\":3},{\"metric_id\":\"\",\"value\":3}")
        .ok(200);

    assertThat(answer.at("/metric_values/0/value").doubleValue()).isEqualTo(12);
    assertThat(SERVER.head()).isEqualTo(head);
  }

  @Test
  void of_two_values_of_the_same_the_last_one_counts() {
    var answer = measure(item(pace, "null", "1") + "," + item(pace, "null", "2")).ok(200);

    assertThat(answer.at("/metric_values").size()).isEqualTo(1);
    assertThat(answer.at("/metric_values/0/value").doubleValue()).isEqualTo(2);
  }

  @Test
  void a_metric_that_was_removed_since_is_accepted_and_has_no_name() {
    measure(item(pace, "null", "1") + "," + item(load, "null", "2")).ok(200);
    practice.append(
        new MetricRemoved(activity, pace, SERVER.clock().instant()));

    var answer = measure(item(pace, "null", "5") + "," + item(load, "null", "2")).ok(200);

    assertThat(answer.at("/metric_values/0/value").doubleValue()).isEqualTo(5);
    assertThat(answer.at("/metric_values/0/name").stringValue()).isEmpty();
    assertThat(answer.at("/metric_values/0/unit").stringValue()).isEmpty();
    assertThat(answer.at("/metric_values/1/name").stringValue()).isEqualTo("Load");
  }

  @Test
  void what_cannot_be_measured_is_refused_with_all_that_comes_with_it() {
    var good = item(load, "null", "1") + ",";
    long head = SERVER.head();

    for (var wrong : new String[] {item("unknown", "null", "1"), item(pace, "\"unknown\"", "1"),
        item(pace, "null", "-1"), item(pace, "null", "1e999"), item(load, "null", "\"-inf\""),
        "1", "null", "[]", "{\"metric_id\":1,\"value\":1}",
        "{\"metric_id\":\"%s\",\"split_id\":1,\"value\":1}".formatted(pace)}) {
      measure(good + wrong).problem(400);
    }
    SERVER.put(path, "{\"metrics\":{}}").problem(400);
    SERVER.put(path, "{\"metrics\":1}").problem(400);

    assertThat(SERVER.head()).isEqualTo(head);
  }

  @Test
  void a_deleted_activity_leaves_what_was_measured_without_names_and_open_to_change() {
    measure(item(pace, "\"" + left + "\"", "1") + "," + item(load, "null", "2")).ok(200);
    practice.delete(activity);

    var answer = measure(item(pace, "\"" + left + "\"", "1") + "," + item(load, "null", "3"))
        .ok(200);

    assertThat(answer.at("/definition_name").stringValue()).isEqualTo("Unknown");
    assertThat(answer.at("/activity_definition_id").stringValue()).isEqualTo(activity);
    assertThat(answer.at("/metric_values").valueStream()
        .map(value -> "%s|%s|%s|%s|%s".formatted(value.at("/name").stringValue(),
            value.at("/unit").stringValue(), value.at("/metric_id").stringValue(),
            value.at("/value"), value.at("/split_id").asString("-"))))
        .containsExactly("||%s|1.0|%s".formatted(pace, left), "||%s|3.0|-".formatted(load));
    assertThat(SERVER.get(practice.instances("")).ok(200).at("/0")).isEqualTo(answer.json());
  }
}
