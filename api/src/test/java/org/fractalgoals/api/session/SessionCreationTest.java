package org.fractalgoals.api.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.fractalgoals.api.Answer;
import org.fractalgoals.api.Practice;
import org.fractalgoals.api.RunningServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SessionCreationTest {

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  private Practice practice = new Practice(SERVER, "", "");

  @BeforeEach
  void given() {
    practice = Practice.on(SERVER);
  }

  private Answer create(String members) {
    return SERVER.post(practice.sessions(""), """
      {"parent_ids":["%s"]%s}
      """.formatted(practice.goal(), members.isEmpty() ? "" : "," + members));
  }

  private static JsonNode json(String text) {
    return new JsonMapper().readTree(text);
  }

  @Test
  void the_answer_is_the_session_with_all_its_members() {
    var second = practice.goal("ShortTermGoal", practice.root(), "Tides");

    var answer = SERVER.post(practice.sessions(""), """
      {"name":"Morning","description":"early","parent_ids":["%s","%s"],"duration_minutes":45,
       "session_start":"2031-01-02T10:00:00.000Z","session_end":"2031-01-02T11:00:00.5+02:00",
       "total_duration_seconds":"2700","template_id":"t-1","completed":true,
       "session_data":"{\\"template_name\\":\\"Dry dock\\",\\"n\\":1.50}"}
      """.formatted(practice.goal(), second)).ok(201);

    var now = answer.at("/attributes/created_at").stringValue();
    assertThat(answer.json()).isEqualTo(json("""
      {"id":"%1$s","name":"Morning","description":"early","deadline":null,
       "session_start":"2031-01-02T10:00:00","session_end":"2031-01-02T11:00:00.500000",
       "template_id":"t-1","total_duration_seconds":2700,"children":[],
       "attributes":{"id":"%1$s","type":"PracticeSession","parent_id":"%2$s",
        "parent_ids":["%2$s","%3$s"],"root_id":"%4$s","description":"early","deadline":null,
        "completed":false,"created_at":"%5$s","updated_at":"%5$s","targets":[],
        "duration_minutes":45,"session_start":"2031-01-02T10:00:00",
        "session_end":"2031-01-02T11:00:00.500000","total_duration_seconds":2700,
        "template_id":"t-1","end_precedes_start":false,
        "session_data":{"template_name":"Dry dock","n":1.50}}}
      """.formatted(answer.id(), practice.goal(), second, practice.root(), now)));
    assertThat(answer.text())
        .contains("\"session_data\":{\"template_name\":\"Dry dock\",\"n\":1.50}");
    assertThat(answer.header("Fractal-Position").orElse("")).endsWith(":" + SERVER.head());
  }

  @Test
  void what_is_not_said_has_its_default() {
    var answer = create("").ok(201);

    assertThat(answer.at("/name").stringValue()).isEqualTo("Untitled Session");
    assertThat(answer.at("/description").stringValue()).isEmpty();
    assertThat(answer.at("/attributes").has("session_data")).isFalse();
    for (var member : new String[] {"session_start", "session_end", "template_id",
        "total_duration_seconds"}) {
      assertThat(answer.json().has(member)).as(member).isTrue();
      assertThat(answer.at("/" + member).isNull()).as(member).isTrue();
    }
    assertThat(answer.at("/attributes/duration_minutes").isNull()).isTrue();
  }

  @Test
  void it_stands_in_the_tree_of_its_first_parent() {
    var id = create("").ok(201).id();

    var tree = SERVER.get("/api/%s/goals".formatted(practice.root())).ok(200);

    assertThat(tree.at("/children/0/children/0/id").stringValue()).isEqualTo(id);
    assertThat(tree.at("/children/0/children/0/attributes/type").stringValue())
        .isEqualTo("PracticeSession");
  }

  @Test
  void a_single_parent_is_as_good_as_a_list() {
    var answer = SERVER.post(practice.sessions(""), "{\"parent_id\":\"%s\"}".formatted(
        practice.goal())).ok(201);

    assertThat(answer.at("/attributes/parent_id").stringValue()).isEqualTo(practice.goal());
    assertThat(answer.at("/attributes/parent_ids/0").stringValue()).isEqualTo(practice.goal());
  }

  @Test
  void immediate_goals_are_created_below_it_but_for_blank_ones() {
    var answer = create("""
      "immediate_goals":[{"name":"Bowline","description":"twice"},{"name":" "},{},{"name":null},
        {"name":"Hitch"}]
      """).ok(201);

    assertThat(answer.at("/children").valueStream().map(goal -> goal.at("/name").stringValue()))
        .containsExactly("Bowline", "Hitch");
    assertThat(answer.at("/children/0/attributes/type").stringValue()).isEqualTo("ImmediateGoal");
    assertThat(answer.at("/children/0/attributes/parent_id").stringValue()).isEqualTo(answer.id());
    assertThat(answer.at("/children/0/description").stringValue()).isEqualTo("twice");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"\"", "null", "\"soon\"", "12", "\"2031-02-30\"", "[]"})
  void a_time_that_cannot_be_read_is_none(String time) {
    var answer = create("\"session_start\":%s,\"session_end\":%s".formatted(time, time)).ok(201);

    assertThat(answer.at("/session_start").isNull()).isTrue();
    assertThat(answer.at("/attributes/session_end").isNull()).isTrue();
  }

  @Test
  void an_end_before_the_start_is_kept_and_flagged() {
    var answer = create("""
      "session_start":"2031-01-02T10:00:00","session_end":"2031-01-02T09:00:00"
      """).ok(201);

    assertThat(answer.at("/session_end").stringValue()).isEqualTo("2031-01-02T09:00:00");
    assertThat(answer.at("/attributes/end_precedes_start").booleanValue()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(delimiter = ';', value = {"{ \"a\": 1.50 }; { \"a\": 1.50 }",
      "\"[1.0, 2]\"; [1.0, 2]", "\"12\"; 12"})
  void data_is_shown_as_it_was_sent(String sent, String shown) {
    assertThat(create("\"session_data\":" + sent).ok(201).text())
        .contains("\"session_data\":" + shown + "}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"\"", "null", "\"no json\""})
  void no_data_and_data_that_is_no_json_are_not_shown(String sent) {
    assertThat(create("\"session_data\":" + sent).ok(201).at("/attributes").has("session_data"))
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"session_data\":[]", "\"session_data\":1", "\"session_data\":true",
      "\"duration_minutes\":\"x\"", "\"duration_minutes\":1.5", "\"duration_minutes\":-1",
      "\"duration_minutes\":true", "\"total_duration_seconds\":\"\"",
      "\"total_duration_seconds\":-1", "\"template_id\":1", "\"name\":\"\"", "\"name\":1",
      "\"description\":1", "\"immediate_goals\":{}", "\"immediate_goals\":[1]",
      "\"immediate_goals\":[{\"name\":1}]"})
  void what_is_wrong_is_refused(String member) {
    long head = SERVER.head();

    create(member).problem(400);

    assertThat(SERVER.head()).isEqualTo(head);
  }

  @Test
  void parents_must_be_there_and_be_short_term_goals() {
    var other = Practice.on(SERVER);
    var deleted = practice.goal("ShortTermGoal", practice.root(), "Old");
    SERVER.delete("/api/%s/goals/%s".formatted(practice.root(), deleted)).ok(200);
    long head = SERVER.head();

    for (var ids : new String[] {"[]", "null", "[\"unknown\"]", "[1]", "\"x\"",
        "[\"%s\"]".formatted(practice.root()), "[\"%s\"]".formatted(other.goal()),
        "[\"%s\"]".formatted(deleted)}) {
      SERVER.post(practice.sessions(""), "{\"parent_ids\":%s}".formatted(ids)).problem(400);
    }
    SERVER.post(practice.sessions(""), "{}").problem(400);
    SERVER.post(practice.sessions(""), "").problem(400);

    assertThat(SERVER.head()).isEqualTo(head);
  }

  @Test
  void a_root_that_is_none_is_not_found() {
    var body = "{\"parent_ids\":[\"%s\"]}".formatted(practice.goal());

    SERVER.post("/api/unknown/sessions", body).problem(404);
    SERVER.post("/api/%s/sessions".formatted(practice.goal()), body).problem(404);
  }

  @Test
  void an_immediate_goal_among_the_parents_is_linked_but_never_the_one_above() {
    var immediate = practice.goal("ImmediateGoal", practice.session("Earlier"), "Bowline");

    var answer = SERVER.post(practice.sessions(""), """
      {"parent_ids":["%s","%s"]}
      """.formatted(immediate, practice.goal())).ok(201);

    assertThat(answer.at("/attributes/parent_id").stringValue()).isEqualTo(practice.goal());
    assertThat(answer.at("/attributes/parent_ids").valueStream().map(id -> id.stringValue()))
        .containsExactly(practice.goal());
    SERVER.post(practice.sessions(""), "{\"parent_ids\":[\"%s\"]}".formatted(immediate))
        .problem(400);
  }

  @Test
  void one_parent_that_cannot_be_is_enough_to_refuse_them_all() {
    long head = SERVER.head();

    for (var wrong : new String[] {"unknown", practice.root()}) {
      SERVER.post(practice.sessions(""), """
        {"parent_ids":["%s","%s"]}
        """.formatted(practice.goal(), wrong)).problem(400);
    }

    assertThat(SERVER.head()).isEqualTo(head);
  }

  @Test
  void data_that_lists_instances_and_exercises_creates_none() {
    var activity = practice.activity("Tie knots");

    var answer = create("""
      "session_data":{"sections":[{"activity_ids":["i-1"],
        "exercises":[{"type":"activity","instance_id":"i-1","activity_id":"%1$s"}]},
        {"exercises":[{"type":"activity","instance_id":"i-2","activity_id":"%1$s"}]}]}
      """.formatted(activity)).ok(201);

    assertThat(SERVER.get(practice.sessions("/%s/activities".formatted(answer.id()))).ok(200)
        .json().isEmpty()).isTrue();
    var sections = answer.at("/attributes/session_data/sections");
    assertThat(sections.at("/0/exercises").isEmpty()).isTrue();
    assertThat(sections.at("/1/exercises/0/instance_id").stringValue()).isEqualTo("i-2");
  }
}
