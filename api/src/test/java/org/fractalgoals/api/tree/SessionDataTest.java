package org.fractalgoals.api.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.fractalgoals.projections.session.InstanceRow;
import org.fractalgoals.projections.session.ValueRow;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SessionDataTest {

  private static final JsonMapper JSON = new JsonMapper();

  private static final Instant NOW = Instant.parse("2026-03-04T05:06:07.999999Z");

  private static InstanceRow instance(String id) {
    return new InstanceRow(id, "r", "p", "a", "Tie knots", null, null, false, null, null, null,
        NOW, NOW, 1, List.of());
  }

  private static final List<InstanceRow> INSTANCES = List.of(instance("i-1"), instance("i-2"));

  private static String shown(String stored) {
    var text = new StringWriter();
    try (var generator = JSON.createGenerator(text)) {
      JSON.writeValue(generator, Objects.requireNonNull(SessionData.of(stored, INSTANCES)));
    }
    return text.toString();
  }

  private static JsonNode json(String stored) {
    return JSON.readTree(shown(stored));
  }

  private static List<String> ids(JsonNode exercises) {
    assertThat(exercises.isArray()).isTrue();
    return exercises.valueStream().map(exercise -> exercise.at("/id").stringValue()).toList();
  }

  private static List<String> ids(String stored) {
    return ids(json(stored).at("/sections/0/exercises"));
  }

  @Test
  void a_section_shows_its_instances_as_they_are_listed() {
    assertThat(ids("{\"sections\":[{\"activity_ids\":[\"i-2\",\"i-1\"]}]}"))
        .containsExactly("i-2", "i-1");
  }

  @Test
  void exercises_that_are_stored_are_replaced_wherever_they_stand() {
    assertThat(
        ids("{\"sections\":[{\"exercises\":[{\"id\":\"old\"}],\"activity_ids\":[\"i-1\"]}]}"))
        .containsExactly("i-1");
    assertThat(
        ids("{\"sections\":[{\"activity_ids\":[\"i-1\"],\"exercises\":[{\"id\":\"old\"}]}]}"))
        .containsExactly("i-1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "1", "-1.50", "1e5", "true", "\"old ]} \\\" text\"",
      "{\"a\":[{}]}",
      "[[[]]]", "[]"})
  void exercises_are_replaced_whatever_they_are(String exercises) {
    var stored = "{\"sections\":[ {\"exercises\" : %s , \"activity_ids\":[\"i-1\"],\"z\":1}],\"y\":2}"
        .formatted(exercises);

    var shown = shown(stored);

    assertThat(shown).startsWith("{\"sections\":[ {\"exercises\" : [{")
        .endsWith("}] , \"activity_ids\":[\"i-1\"],\"z\":1}],\"y\":2}");
    assertThat(ids(stored)).containsExactly("i-1");
  }

  @Test
  void ids_that_are_no_instances_of_the_session_are_passed_over_and_stay_listed() {
    var stored = "{\"sections\":[{\"activity_ids\":[\"gone\",\"i-1\",7,null,[\"i-2\"],{\"i-2\":1}]}]}";

    assertThat(ids(stored)).containsExactly("i-1");
    assertThat(shown(stored)).contains("[\"gone\",\"i-1\",7,null,[\"i-2\"],{\"i-2\":1}]");
  }

  @Test
  void an_id_is_shown_as_often_as_it_is_listed() {
    assertThat(ids("{\"sections\":[{\"activity_ids\":[\"i-1\",\"i-1\"]}]}"))
        .containsExactly("i-1", "i-1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"i-1\"", "{\"i-1\":1}", "[]", "1"})
  void a_list_that_lists_nothing_shows_nothing(String list) {
    var stored = "{\"sections\":[{\"activity_ids\":%s,\"exercises\":[{\"id\":\"old\"}]}]}"
        .formatted(list);

    assertThat(ids(stored)).isEmpty();
    assertThat(json(stored).at("/sections/0/activity_ids")).isEqualTo(JSON.readTree(list));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "1", "\"text\"", "null", "true",
      " { \"a\" : 1.50 , \"b\":[ 1e+2, -0.0, 12345678901234567890123 ] }  ",
      "{\"sections\":null}", "{\"sections\":{\"activity_ids\":[\"i-1\"]}}",
      "{\"sections\":\"activity_ids\"}", "{\"sections\":[]}", "{\"sections\":[1,null,[],\"x\"]}",
      "{\"sections\":[{\"exercises\":[{\"id\":\"stored\"}]}]}",
      "{\"sections\":[[{\"activity_ids\":[\"i-1\"]}]]}",
      "{\"deeper\":{\"sections\":[{\"activity_ids\":[\"i-1\"]}]}}",
      "{\"sections\":[{\"deeper\":{\"activity_ids\":[\"i-1\"]}}]}",
      "[{\"sections\":[{\"activity_ids\":[\"i-1\"]}]}]", "{\"a\":1,\"a\":2}",
      "{\"\\u00e9\":\"\\/é\\ud83d\\ude80\"}"})
  void everything_else_is_shown_character_by_character(String stored) {
    assertThat(shown(stored)).isEqualTo(stored);
  }

  @Test
  void nothing_around_the_exercises_changes() {
    var before = "{\"z\":1.50,\"sections\":[{\"b\":1e0,\"activity_ids\":[\"none\"],\"a\": {}";
    var after = "} , {\"x\":1}],\"a\":0.10}";

    assertThat(shown(before + after)).isEqualTo(before + ",\"exercises\":[]" + after);
  }

  @Test
  void of_members_that_are_there_twice_the_last_one_counts() {
    assertThat(ids("{\"sections\":[{\"activity_ids\":[\"i-1\"],\"activity_ids\":[\"i-2\"]}]}"))
        .containsExactly("i-2");
    assertThat(ids("""
      {"sections":[{"exercises":1,"activity_ids":["i-1"],"exercises":[{"id":"old"}]}]}
      """)).containsExactly("i-1");
    assertThat(ids("""
      {"sections":[],"sections":[{"activity_ids":["i-1"]}]}
      """)).containsExactly("i-1");
  }

  @Test
  void several_sections_are_shown_each_with_its_own() {
    var sections = json(
        """
          {"sections":[{"activity_ids":["i-1"]},{"exercises":[]},{"exercises":[],"activity_ids":["i-2"]}]}
          """)
        .at("/sections");

    assertThat(ids(sections.at("/0/exercises"))).containsExactly("i-1");
    assertThat(ids(sections.at("/1/exercises"))).isEmpty();
    assertThat(ids(sections.at("/2/exercises"))).containsExactly("i-2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "{", "{\"a\":1", "{}{}", "{} x", "nonsense", "{\"a\":NaN}",
      "{'a':1}", "[1,]", "\"open"})
  void what_is_not_json_is_not_shown(String stored) {
    assertThat(SessionData.of(stored, INSTANCES)).isNull();
  }

  @Test
  void nothing_stored_is_nothing_shown() {
    assertThat(SessionData.of(null, INSTANCES)).isNull();
  }

  @Test
  void data_may_be_nested_deeper_than_anything() {
    var deep = "[".repeat(100_000) + "]".repeat(100_000);
    var stored = "{\"sections\":[{\"exercises\":%s,\"activity_ids\":[%s]}],\"a\":%s}"
        .formatted(deep, deep, deep);

    assertThat(shown(stored))
        .isEqualTo("{\"sections\":[{\"exercises\":[],\"activity_ids\":[%s]}],\"a\":%s}"
            .formatted(deep, deep));
  }

  @Test
  void an_exercise_is_the_instance_with_some_of_it_under_other_names() {
    var row = new InstanceRow("i-1", "r", "p", "a-1", null, "well", "[{\"reps\": 1.0}]", true, NOW,
        NOW, 0L, NOW, NOW, 1,
        List.of(new ValueRow("v", "m", "Pace", "s", "s-1", "Left", 12),
            new ValueRow("w", "n", null, null, null, null, 0.5)));
    var data = SessionData.of("{\"sections\":[{\"activity_ids\":[\"i-1\"]}]}", List.of(row));

    var exercise = JSON.readTree(JSON.writeValueAsString(data)).at("/sections/0/exercises/0");

    assertThat(exercise).isEqualTo(JSON.readTree("""
      {"id":"i-1","practice_session_id":"p","activity_definition_id":"a-1",
       "definition_name":"Unknown","created_at":"2026-03-04T05:06:07Z",
       "updated_at":"2026-03-04T05:06:07Z","time_start":"2026-03-04T05:06:07Z",
       "time_stop":"2026-03-04T05:06:07Z","duration_seconds":0,"completed":true,"notes":"well",
       "sets":[{"reps":1.0}],"data":{"sets":[{"reps":1.0}]},
       "metric_values":[
         {"id":"v","name":"Pace","unit":"s","metric_definition_id":"m","metric_id":"m",
          "value":12.0,"split_id":"s-1","split_name":"Left"},
         {"id":"w","name":"","unit":"","metric_definition_id":"n","metric_id":"n",
          "value":0.5,"split_id":null,"split_name":null}],
       "type":"activity","instance_id":"i-1","name":"Unknown","activity_id":"a-1",
       "has_sets":true,
       "metrics":[
         {"id":"v","name":"Pace","unit":"s","metric_definition_id":"m","metric_id":"m",
          "value":12.0,"split_id":"s-1","split_name":"Left"},
         {"id":"w","name":"","unit":"","metric_definition_id":"n","metric_id":"n",
          "value":0.5,"split_id":null,"split_name":null}]}
      """));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "[]", "{\"a\":1}", "nonsense"})
  void what_are_no_sets_is_an_empty_list(String stored) {
    @Nullable String sets = stored.equals("null") ? null : stored;
    var row = new InstanceRow("i-1", "r", "p", "a", "Knots", null, sets, false, null, null, null,
        NOW, NOW, 1, List.of());
    var data = SessionData.of("{\"sections\":[{\"activity_ids\":[\"i-1\"]}]}", List.of(row));

    var exercise = JSON.readTree(JSON.writeValueAsString(data)).at("/sections/0/exercises/0");

    assertThat(exercise.at("/sets").isEmpty()).isTrue();
    assertThat(exercise.at("/sets").isArray()).isTrue();
    assertThat(exercise.at("/has_sets").booleanValue(true)).isFalse();
    assertThat(exercise.at("/data").has("sets")).isEqualTo(sets != null);
  }
}
