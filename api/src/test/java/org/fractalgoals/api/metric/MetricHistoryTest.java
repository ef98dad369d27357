package org.fractalgoals.api.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.fractalgoals.api.Answer;
import org.fractalgoals.api.Practice;
import org.fractalgoals.api.RunningServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricHistoryTest {

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  private Practice practice = new Practice(SERVER, "", "");
  private String activity = "";
  private String session = "";

  @BeforeEach
  void given() {
    practice = Practice.on(SERVER);
    activity = practice.activity("Tie knots");
    session = practice.session("Morning");
  }

  private String measure(double value) {
    var instance = practice.instance(session, activity);
    SERVER.put(practice.sessions("/%s/activities/%s/metrics".formatted(session, instance)), """
      {"metrics":[{"metric_id":"%s-pace","value":%s}]}
      """.formatted(activity, value)).ok(200);
    return instance;
  }

  private Answer values(String query) {
    return SERVER.get("/api/%s/metrics/%s-pace/values%s".formatted(practice.root(), activity,
        query));
  }

  private static List<Double> numbers(Answer answer) {
    return answer.ok(200).at("/values").valueStream().map(value -> value.at("/value").doubleValue())
        .toList();
  }

  private static String now() {
    return SERVER.clock().instant().toString();
  }

  @Test
  void values_come_the_newest_first_with_where_they_were_measured() {
    measure(1);
    var instance = measure(2);

    var answer = values("").ok(200);

    assertThat(numbers(answer)).containsExactly(2.0, 1.0);
    assertThat(answer.at("/next").isNull()).isTrue();
    assertThat(answer.at("/metric_id").stringValue()).isEqualTo(activity + "-pace");
    assertThat(answer.at("/values/0/instance_id").stringValue()).isEqualTo(instance);
    assertThat(answer.at("/values/0/session_id").stringValue()).isEqualTo(session);
    assertThat(answer.at("/values/0/session_name").stringValue()).isEqualTo("Morning");
    assertThat(answer.at("/values/0/split_id").isNull()).isTrue();
    assertThat(answer.at("/values/0/created_at").stringValue()).endsWith("Z");
  }

  @Test
  void pages_follow_each_other_without_gap_or_repetition() {
    for (int value = 0; value < 7; value++) {
      measure(value);
    }
    var seen = new ArrayList<Double>();

    var page = values("?limit=3");
    seen.addAll(numbers(page));
    while (!page.at("/next").isNull()) {
      page = values("?limit=3&after=" + page.at("/next").stringValue());
      seen.addAll(numbers(page));
    }

    assertThat(seen).containsExactly(6.0, 5.0, 4.0, 3.0, 2.0, 1.0, 0.0);
    assertThat(values("?limit=7").at("/next").isNull()).isTrue();
  }

  @Test
  void a_period_begins_with_its_first_moment_and_ends_before_its_last() {
    measure(1);
    measure(2);
    var second = now();
    measure(3);
    var third = now();

    assertThat(numbers(values("?from=" + second))).containsExactly(3.0, 2.0);
    assertThat(numbers(values("?to=" + third))).containsExactly(2.0, 1.0);
    assertThat(numbers(values("?from=%s&to=%s".formatted(second, third)))).containsExactly(2.0);
  }

  @Test
  void days_are_those_of_the_store_and_count_whole() {
    measure(1);
    var day = SERVER.clock().instant().atZone(RunningServer.ZONE).toLocalDate();

    assertThat(numbers(values("?from=%s&to=%s".formatted(day, day)))).containsExactly(1.0);
    assertThat(numbers(values("?from=" + day.plusDays(1)))).isEmpty();
    assertThat(numbers(values("?to=" + day.minusDays(1)))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"limit=0", "limit=1001", "limit=x", "limit=", "limit=-1", "from=soon",
      "from=", "to=2031-02-30", "after=x", "after=", "after=%21", "after=MSA", "limit=1&limit=2"})
  void a_parameter_that_says_nothing_is_refused(String query) {
    values("?" + query).problem(400);
  }

  @Test
  void other_parameters_are_ignored() {
    values("?page=2&sort=up").ok(200);
  }

  @Test
  void an_unknown_metric_is_not_found_but_one_without_values_is_empty() {
    var other = Practice.on(SERVER);

    assertThat(numbers(values(""))).isEmpty();
    SERVER.get("/api/%s/metrics/unknown/values".formatted(practice.root())).problem(404);
    SERVER.get("/api/%s/metrics/%s-pace/values".formatted(other.root(), activity)).problem(404);
    SERVER.get("/api/unknown/metrics/%s-pace/values".formatted(activity)).problem(404);
  }

  @Test
  void what_is_deleted_is_left_out() {
    measure(1);
    var instance = measure(2);
    SERVER.delete(practice.sessions("/%s/activities/%s".formatted(session, instance))).ok(200);

    assertThat(numbers(values(""))).containsExactly(1.0);
    SERVER.delete(practice.sessions("/" + session)).ok(200);
    assertThat(numbers(values(""))).isEmpty();
  }

  @Test
  void values_of_splits_stand_beside_those_of_the_whole_with_the_names_of_the_splits() {
    var instance = practice.instance(session, activity);
    SERVER.put(practice.sessions("/%s/activities/%s/metrics".formatted(session, instance)), """
      {"metrics":[{"metric_id":"%1$s-pace","value":1},
        {"metric_id":"%1$s-pace","split_id":"%1$s-left","value":2},
        {"metric_id":"%1$s-load","value":3}]}
      """.formatted(activity)).ok(200);

    var values = values("").ok(200).at("/values");

    assertThat(values.valueStream().map(value -> "%s %s %s".formatted(value.at("/value"),
        value.at("/split_id").asString("-"), value.at("/split_name").asString("-"))))
        .containsExactlyInAnyOrder("1.0 - -", "2.0 %s-left Left".formatted(activity));
  }
}
