package org.fractalgoals.api.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.fractalgoals.api.RunningServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Days, one by one. The first block is from Monday to the Tuesday after the next Monday, the second one a week later. */
class DaysTest {

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  private Programs programs = new Programs(SERVER, "");
  private String program = "";
  private String block = "";
  private String later = "";
  private String template = "";

  @BeforeEach
  void given() {
    programs = Programs.on(SERVER);
    block = programs.blockId();
    later = programs.blockId();
    template = programs.template("Dry dock");
    program = programs.withBlocks(Programs.block(block),
        Programs.block(later).replace("2031-01-06", "2031-01-20").replace("2031-01-14",
            "2031-01-21"));
  }

  private void add(String body) {
    assertThat(programs.addDay(program, block, body).ok(201).at("/message").stringValue())
        .isNotBlank();
  }

  private String day(int index) {
    return programs.days(program).get(index).get("id").stringValue();
  }

  private void edit(String day, String body) {
    assertThat(SERVER.put(programs.days(program, block, "/" + day), body).ok(200).at("/message")
        .stringValue()).isNotBlank();
  }

  @Test
  void every_such_weekday_of_the_block_is_renamed_and_gets_the_sessions() {
    add("{\"name\":\"Legs\",\"day_of_week\":\"Tuesday\",\"template_ids\":[\"%1$s\",\"%1$s\"]}"
        .formatted(template));

    var days = programs.days(program);
    assertThat(Programs.texts(days, "name")).containsExactly("Monday", "Legs", "Wednesday",
        "Thursday", "Friday", "Saturday", "Sunday", "Monday", "Legs");
    assertThat(Programs.planned(days.get(1))).containsExactly(template, template);
    assertThat(Programs.planned(days.get(8))).containsExactly(template, template);
    assertThat(Programs.planned(programs.days(program, 1).get(1))).isEmpty();
  }

  @Test
  void a_weekday_without_a_day_gets_one_with_the_next_number() {
    SERVER.delete(programs.days(program, block, "/" + day(0))).ok(200);

    add("{\"day_of_week\":\"Monday\"}");

    var days = programs.days(program);
    assertThat(days).hasSize(9);
    var added = days.getLast();
    assertThat(added.get("date").stringValue()).isEqualTo("2031-01-06");
    assertThat(added.get("name").stringValue()).isEqualTo("Monday");
    assertThat(added.get("day_number").intValue()).isEqualTo(9);
  }

  @Test
  void without_a_weekday_one_day_without_a_date_is_added() {
    add("{\"name\":\"Extra\",\"template_id\":\"%s\"}".formatted(template));

    var added = programs.days(program).getLast();
    assertThat(added.get("date").isNull()).isTrue();
    assertThat(added.get("name").stringValue()).isEqualTo("Extra");
    assertThat(added.get("day_number").intValue()).isEqualTo(10);
    assertThat(Programs.planned(added)).containsExactly(template);
  }

  @Test
  void a_cascade_reaches_the_later_blocks_and_not_the_earlier_ones() {
    add("{\"name\":\"Extra\",\"cascade\":true}");
    assertThat(programs.days(program)).hasSize(10);
    assertThat(programs.days(program, 1)).hasSize(3);

    programs.addDay(program, later, "{\"name\":\"Extra\",\"cascade\":true}").ok(201);
    assertThat(programs.days(program)).hasSize(10);
    assertThat(programs.days(program, 1)).hasSize(4);
  }

  @Test
  void an_edited_day_has_the_name_number_and_sessions_that_were_sent() {
    var other = programs.template("Slip");
    var day = day(0);
    edit(day, "{\"name\":\"Legs\",\"day_number\":\"20\",\"template_ids\":[\"%s\",\"%s\"]}"
        .formatted(template, other));

    var edited = programs.days(program).getLast();
    assertThat(edited.get("id").stringValue()).isEqualTo(day);
    assertThat(edited.get("name").stringValue()).isEqualTo("Legs");
    assertThat(edited.get("day_number").intValue()).isEqualTo(20);
    assertThat(Programs.planned(edited)).containsExactly(template, other);

    edit(day, "{\"template_id\":\"%s\",\"day_of_week\":\"Sunday\"}".formatted(other));
    edited = programs.days(program).getLast();
    assertThat(edited.get("name").stringValue()).isEqualTo("Legs");
    assertThat(Programs.planned(edited)).containsExactly(other);

    edit(day, "{\"template_ids\":[]}");
    assertThat(Programs.planned(programs.days(program).getLast())).isEmpty();
  }

  @Test
  void an_edit_that_changes_nothing_saves_nothing_even_if_a_template_is_deleted() {
    var day = day(0);
    edit(day, "{\"template_ids\":[\"%s\"]}".formatted(template));
    programs.deleteTemplate(template);
    long head = SERVER.head();

    edit(day, "{\"name\":\"Monday\",\"day_number\":1,\"template_ids\":[\"%s\"],\"cascade\":true}"
        .formatted(template));

    assertThat(SERVER.head()).isEqualTo(head);
    assertThat(Programs.texts(programs.days(program, 1), "name")).startsWith("Monday");
  }

  @Test
  void an_edit_cascades_to_the_day_of_the_same_number_in_later_blocks() {
    edit(day(1), "{\"name\":\"Legs\",\"template_ids\":[\"%s\"],\"cascade\":true}"
        .formatted(template));

    var same = programs.days(program, 1).get(1);
    assertThat(same.get("name").stringValue()).isEqualTo("Legs");
    assertThat(Programs.planned(same)).containsExactly(template);
  }

  @Test
  void a_day_is_copied_to_every_other_block() {
    var other = programs.template("Slip");
    edit(day(0), "{\"name\":\"Legs\",\"template_ids\":[\"%s\"]}".formatted(template));
    edit(day(8), "{\"name\":\"Arms\",\"template_ids\":[\"%s\"]}".formatted(template));
    var target = programs.days(program, 1).getFirst().get("id").stringValue();
    SERVER.put(programs.days(program, later, "/" + target),
        "{\"template_ids\":[\"%s\"]}".formatted(other)).ok(200);

    for (var day : List.of(day(0), day(8))) {
      assertThat(SERVER.post(programs.days(program, block, "/%s/copy".formatted(day)),
          "{\"target_mode\":\"all\"}").ok(200).at("/message").stringValue()).isNotBlank();
    }

    var days = programs.days(program, 1);
    assertThat(Programs.texts(days, "name")).containsExactly("Legs", "Tuesday", "Arms");
    assertThat(Programs.planned(days.getFirst())).containsExactly(template);
    assertThat(days.getLast().get("date").isNull()).isTrue();
    assertThat(days.getLast().get("day_number").intValue()).isEqualTo(9);
    assertThat(Programs.planned(days.getLast())).containsExactly(template);
  }

  @Test
  void a_deleted_day_is_in_the_trash_until_it_is_restored() {
    var shown = programs.days(program).getFirst();
    var day = shown.get("id").stringValue();
    var path = programs.days(program, block, "/" + day);

    assertThat(SERVER.delete(path).ok(200).at("/message").stringValue()).isNotBlank();
    assertThat(programs.days(program)).hasSize(8);
    SERVER.delete(path).problem(404);
    SERVER.put(path, "{}").problem(404);
    var trash = SERVER.get("/api/%s/trash".formatted(programs.root())).ok(200).at("/0");
    assertThat(trash.at("/kind").stringValue()).isEqualTo("day");
    assertThat(trash.at("/id").stringValue()).isEqualTo(day);

    assertThat(SERVER.post(path + "/restore", "").ok(200).json()).isEqualTo(shown);
    assertThat(programs.days(program)).hasSize(9);
  }

  @Test
  void what_is_not_where_the_path_says_is_not_found() {
    var day = day(0);
    var wrong = programs.program("");

    for (var path : List.of(programs.days(program, later, "/" + day),
        programs.days(wrong, block, "/" + day), programs.days(program, block, "/unknown"))) {
      SERVER.put(path, "{}").problem(404);
      SERVER.delete(path).problem(404);
      SERVER.post(path + "/copy", "{}").problem(404);
      SERVER.post(path + "/restore", "{}").problem(404);
    }
    programs.addDay(program, "unknown", "{}").problem(404);
    programs.addDay(wrong, block, "{}").problem(404);
    programs.addDay("unknown", block, "{}").problem(404);
    Programs.on(SERVER).addDay(program, block, "{}").problem(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{\"name\":\" \"}", "{\"name\":1}", "{\"template_ids\":\"t\"}",
      "{\"template_ids\":[1]}", "{\"template_ids\":[\"unknown\"]}", "{\"template_id\":\"unknown\"}",
      "{\"template_id\":5}"})
  void a_bad_day_is_refused_and_nothing_is_changed(String body) {
    var day = day(0);
    long head = SERVER.head();

    programs.addDay(program, block, body).problem(400);
    SERVER.put(programs.days(program, block, "/" + day), body).problem(400);

    assertThat(SERVER.head()).isEqualTo(head);
  }

  @Test
  void what_only_some_requests_look_at_is_refused_there() {
    var day = programs.days(program, block, "/" + day(0));
    programs.addDay(program, block, "{\"day_of_week\":\"Funday\"}").problem(400);
    programs.addDay(program, block, "{\"day_of_week\":1}").problem(400);
    SERVER.put(day, "{\"day_number\":\"first\"}").problem(400);
    SERVER.post(day + "/copy", "{\"target_mode\":\"some\"}").problem(400);
  }
}
