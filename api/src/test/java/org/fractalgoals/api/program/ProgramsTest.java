package org.fractalgoals.api.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import org.fractalgoals.api.RunningServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgramsTest {

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  private Programs programs = new Programs(SERVER, "");

  @BeforeEach
  void given() {
    programs = Programs.on(SERVER);
  }

  private List<String> listed() {
    return Programs.texts(SERVER.get(programs.path("")).ok(200).json().valueStream().toList(),
        "id");
  }

  @Test
  void programs_are_listed_in_the_order_of_their_creation_as_they_are_shown_alone() {
    assertThat(SERVER.get(programs.path("")).ok(200).text()).isEqualTo("[]");
    var first = programs.program("");
    var second = programs.withBlocks(Programs.block(programs.blockId()));

    assertThat(listed()).containsExactly(first, second);
    assertThat(SERVER.get(programs.path("")).json().get(1))
        .isEqualTo(programs.read(second).ok(200).json());
  }

  @Test
  void an_unknown_fractal_has_no_programs() {
    SERVER.get("/api/unknown/programs").problem(404);
    SERVER.post("/api/unknown/programs", "{}").problem(404);
    SERVER.get("/api/%s/programs".formatted(programs.goal("Boat"))).problem(404);
  }

  @Test
  void a_new_program_is_answered_with_all_that_was_sent() {
    var goal = programs.goal("Boat");
    var template = programs.template("Dry dock");
    var block = programs.blockId();
    var schedule = "[ {\"id\":\"%s\",\"startDate\":\"2031-01-06T08:00:00Z\",\"endDate\":\"2031-01-06\",\"weeklySchedule\":{\"monday\":[\"%s\"],\"daily\":[1]},\"x\":1.00} ]"
        .formatted(block, template);
    var answer = programs.create("""
      {"name":" Refit ","description":"All","start_date":"2031-01-06T00:00:00.000Z",
       "end_date":"2031-02-01","selectedGoals":["%1$s","%1$s"],"weeklySchedule":%2$s}
      """.formatted(goal, schedule)).ok(201);

    assertThat(answer.json().propertyNames()).containsExactlyInAnyOrder("id", "root_id", "name",
        "description", "start_date", "end_date", "created_at", "updated_at", "is_active",
        "goal_ids", "weekly_schedule", "blocks");
    assertThat(answer.at("/root_id").stringValue()).isEqualTo(programs.root());
    assertThat(answer.at("/name").stringValue()).isEqualTo(" Refit ");
    assertThat(answer.at("/description").stringValue()).isEqualTo("All");
    assertThat(answer.at("/start_date").stringValue()).isEqualTo("2031-01-06T00:00:00");
    assertThat(answer.at("/end_date").stringValue()).isEqualTo("2031-02-01T00:00:00");
    assertThat(answer.at("/created_at").stringValue()).isEqualTo("2026-03-04T05:06:"
        + answer.at("/created_at").stringValue().substring(17));
    assertThat(answer.at("/updated_at")).isEqualTo(answer.at("/created_at"));
    assertThat(answer.at("/is_active").booleanValue()).isTrue();
    assertThat(answer.at("/goal_ids").toString()).isEqualTo("[\"%s\"]".formatted(goal));
    assertThat(answer.text()).contains("\"weekly_schedule\":" + schedule);
    var shown = answer.at("/blocks/0");
    var day = shown.at("/days/0");
    assertThat(shown.toString()).isEqualTo(
        """
          {"id":"%s","program_id":"%s","name":"Block","start_date":"2031-01-06","end_date":"2031-01-06",\
          "color":null,"goal_ids":[],"days":[{"id":"%s","block_id":"%s","date":"2031-01-06",\
          "day_number":1,"name":"Monday","notes":null,"is_completed":false,"sessions":[{"id":"%s",\
          "day_id":"%s","session_template_id":"%s","template_name":"Dry dock","is_completed":false,\
          "completion_data":{}}]}]}"""
            .formatted(block, answer.id(), day.at("/id").stringValue(),
                block, day.at("/sessions/0/id").stringValue(), day.at("/id").stringValue(),
                template));
    assertThat(programs.read(answer.id()).ok(200).json()).isEqualTo(answer.json());
  }

  @Test
  void what_is_not_sent_is_empty() {
    var answer = programs.read(programs.program("")).ok(200);

    assertThat(answer.at("/description").stringValue()).isEmpty();
    assertThat(answer.at("/goal_ids").toString()).isEqualTo("[]");
    assertThat(answer.at("/weekly_schedule").toString()).isEqualTo("[]");
    assertThat(answer.at("/blocks").toString()).isEqualTo("[]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{}",
      "{\"start_date\":\"2031-01-06\",\"end_date\":\"2031-02-01\"}",
      "{\"name\":\" \",\"start_date\":\"2031-01-06\",\"end_date\":\"2031-02-01\"}",
      "{\"name\":\"x\",\"end_date\":\"2031-02-01\"}",
      "{\"name\":\"x\",\"start_date\":\"2031-01-06\"}",
      "{\"name\":\"x\",\"start_date\":\"2031-01-06\",\"end_date\":null}",
      "{\"name\":\"x\",\"start_date\":\"soon\",\"end_date\":\"2031-02-01\"}",
      "{\"name\":\"x\",\"start_date\":\"2031-02-30\",\"end_date\":\"2031-03-01\"}",
      "{\"name\":\"x\",\"start_date\":20310106,\"end_date\":\"2031-03-01\"}",
      "{\"name\":\"x\",\"start_date\":\"2031-02-02\",\"end_date\":\"2031-02-01\"}",
      "{\"name\":\"x\",\"start_date\":\"2031-01-06\",\"end_date\":\"2031-02-01\",\"selectedGoals\":[1]}",
      "{\"name\":\"x\",\"start_date\":\"2031-01-06\",\"end_date\":\"2031-02-01\",\"selectedGoals\":[\"unknown\"]}",
      "{\"name\":\"x\",\"start_date\":\"2031-01-06\",\"end_date\":\"2031-02-01\",\"weeklySchedule\":{}}"})
  void a_new_program_needs_a_name_and_dates_that_make_sense(String body) {
    long head = SERVER.head();

    programs.create(body).problem(400);

    assertThat(SERVER.head()).isEqualTo(head);
  }

  @Test
  void goals_of_another_fractal_and_deleted_ones_cannot_be_selected() {
    var foreign = SERVER.fractal("Row");
    var deleted = programs.goal("Boat");
    SERVER.delete("/api/%s/goals/%s".formatted(programs.root(), deleted)).ok(200);
    var program = programs.program("");

    for (var goal : List.of(foreign, deleted)) {
      programs.change(program, "{\"selectedGoals\":[\"%s\"]}".formatted(goal)).problem(400);
    }
  }

  @Test
  void a_change_is_partial_and_answers_the_program() {
    var goal = programs.goal("Boat");
    var program = programs.program("\"selectedGoals\":[\"%s\"]".formatted(goal));
    SERVER.clock().advance(Duration.ofSeconds(5));

    var answer = programs.change(program, """
      {"name":"New","description":null,"end_date":"2031-03-01T10:00:00.5","is_active":false,
       "selectedGoals":["%s"],"other":1}
      """.formatted(programs.root())).ok(200);

    assertThat(answer.at("/name").stringValue()).isEqualTo("New");
    assertThat(answer.at("/description").stringValue()).isEmpty();
    assertThat(answer.at("/start_date").stringValue()).isEqualTo("2031-01-06T00:00:00");
    assertThat(answer.at("/end_date").stringValue()).isEqualTo("2031-03-01T10:00:00.500000");
    assertThat(answer.at("/is_active").booleanValue()).isFalse();
    assertThat(answer.at("/goal_ids").toString()).isEqualTo("[\"%s\"]".formatted(programs.root()));
    assertThat(answer.at("/updated_at").stringValue())
        .isGreaterThan(answer.at("/created_at").stringValue());
    assertThat(programs.read(program).json()).isEqualTo(answer.json());
  }

  @Test
  void sending_back_what_is_shown_changes_nothing_even_if_a_goal_of_it_is_deleted() {
    var goal = programs.goal("Boat");
    var program = programs.program("\"selectedGoals\":[\"%s\"]".formatted(goal));
    SERVER.delete("/api/%s/goals/%s".formatted(programs.root(), goal)).ok(200);
    assertThat(programs.read(program).at("/goal_ids").toString()).isEqualTo("[]");
    long head = SERVER.head();

    for (var goals : List.of("", "\"%s\"".formatted(goal))) {
      programs.change(program, """
        {"name":"Refit","description":"","start_date":"2031-01-06T00:00:00",
         "end_date":"2031-02-01T00:00:00","selectedGoals":[%s],"weeklySchedule":[],"is_active":true}
        """.formatted(goals)).ok(200);
    }
    assertThat(SERVER.head()).isEqualTo(head);
    SERVER.post("/api/%s/goals/%s/restore".formatted(programs.root(), goal), "").ok(200);
    assertThat(programs.read(program).at("/goal_ids").toString())
        .isEqualTo("[\"%s\"]".formatted(goal));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{\"name\":null}", "{\"name\":\"\"}", "{\"start_date\":\"x\"}",
      "{\"end_date\":\"2031-01-05\"}", "{\"is_active\":\"yes\"}", "{\"selectedGoals\":{}}",
      "{\"weeklySchedule\":[1]}", "{\"weeklySchedule\":\"[]\"}"})
  void a_bad_change_is_refused_and_nothing_is_changed(String body) {
    var program = programs.program("");
    long head = SERVER.head();

    programs.change(program, body).problem(400);

    assertThat(SERVER.head()).isEqualTo(head);
  }

  @Test
  void what_is_unknown_or_of_another_fractal_is_not_found() {
    var program = programs.program("");
    var elsewhere = Programs.on(SERVER);

    programs.read("unknown").problem(404);
    programs.change("unknown", "{}").problem(404);
    SERVER.delete(programs.path("/unknown")).problem(404);
    elsewhere.read(program).problem(404);
    elsewhere.change(program, "{}").problem(404);
    SERVER.delete(elsewhere.path("/" + program)).problem(404);
    SERVER.post(elsewhere.path("/%s/restore".formatted(program)), "").problem(404);
  }

  @Test
  void a_deleted_program_is_in_the_trash_with_all_that_is_in_it_until_it_is_restored() {
    var program = programs.withBlocks(Programs.block(programs.blockId()));
    var before = programs.read(program).json();

    assertThat(SERVER.delete(programs.path("/" + program)).ok(200).at("/message").stringValue())
        .isNotBlank();
    programs.read(program).problem(404);
    SERVER.delete(programs.path("/" + program)).problem(404);
    assertThat(listed()).isEmpty();
    var trash = SERVER.get("/api/%s/trash".formatted(programs.root())).ok(200).at("/0");
    assertThat(trash.at("/kind").stringValue()).isEqualTo("program");
    assertThat(trash.at("/name").stringValue()).isEqualTo("Refit");

    var restored = SERVER.post(programs.path("/%s/restore".formatted(program)), "").ok(200);
    assertThat(restored.at("/blocks")).isEqualTo(before.at("/blocks"));
    assertThat(SERVER.post(programs.path("/%s/restore".formatted(program)), "").ok(200).json())
        .isEqualTo(restored.json());
  }

  @Test
  void a_deleted_fractal_takes_its_programs_along_and_brings_them_back() {
    var program = programs.program("");
    SERVER.delete("/api/fractals/" + programs.root()).ok(200);
    SERVER.get(programs.path("")).problem(404);

    SERVER.post("/api/fractals/%s/restore".formatted(programs.root()), "").ok(200);

    assertThat(listed()).containsExactly(program);
  }
}
