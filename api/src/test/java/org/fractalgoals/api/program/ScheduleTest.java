package org.fractalgoals.api.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.fractalgoals.api.RunningServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a save does to blocks and days. */
class ScheduleTest {

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  private Programs programs = new Programs(SERVER, "");
  private String block = "";

  @BeforeEach
  void given() {
    programs = Programs.on(SERVER);
    block = programs.blockId();
  }

  @Test
  void each_date_of_a_block_gets_a_day_with_its_number_and_english_name() {
    var days = programs.days(programs.withBlocks(Programs.block(block)));

    assertThat(Programs.texts(days, "name")).containsExactly("Monday", "Tuesday", "Wednesday",
        "Thursday", "Friday", "Saturday", "Sunday", "Monday", "Tuesday");
    assertThat(Programs.texts(days, "date")).startsWith("2031-01-06").endsWith("2031-01-14");
    assertThat(Programs.texts(days, "day_number")).containsExactly("1", "2", "3", "4", "5", "6",
        "7", "8", "9");
  }

  @Test
  void a_template_is_planned_as_often_as_it_is_listed() {
    var template = programs.template("Dry dock");
    var days = programs.days(programs.withBlocks(Programs.block(block, template, template)));

    assertThat(Programs.planned(days.getFirst())).containsExactly(template, template);
    assertThat(Programs.planned(days.get(1))).isEmpty();
    assertThat(Programs.planned(days.get(7))).containsExactly(template, template);
  }

  @Test
  void saving_the_same_again_changes_nothing() {
    var template = programs.template("Dry dock");
    var program = programs.withBlocks(Programs.block(block, template));
    long head = SERVER.head();

    programs.save(program, Programs.block(block, template)).ok(200);

    assertThat(SERVER.head()).isEqualTo(head);
  }

  @Test
  void what_is_listed_no_more_goes_and_what_is_new_comes() {
    var one = programs.template("One");
    var other = programs.template("Other");
    var program = programs.withBlocks(Programs.block(block, one));
    var kept = programs.days(program).getFirst().at("/sessions/0/id").stringValue();

    programs.save(program, Programs.block(block, one, other)).ok(200);
    assertThat(Programs.planned(programs.days(program).getFirst())).containsExactly(one, other);
    assertThat(programs.days(program).getFirst().at("/sessions/0/id").stringValue())
        .isEqualTo(kept);

    programs.save(program, Programs.block(block, other)).ok(200);
    assertThat(Programs.planned(programs.days(program).getFirst())).containsExactly(other);
  }

  @Test
  void days_and_sessions_that_were_added_by_hand_survive_a_save() {
    var listed = programs.template("Listed");
    var byHand = programs.template("By hand");
    var program = programs.withBlocks(Programs.block(block, listed));
    programs.addDay(program, block,
        "{\"day_of_week\":\"Monday\",\"template_ids\":[\"%s\"]}".formatted(byHand)).ok(201);
    programs.addDay(program, block,
        "{\"name\":\"Extra\",\"template_id\":\"%s\"}".formatted(byHand)).ok(201);

    programs.save(program, Programs.block(block)).ok(200);

    var days = programs.days(program);
    assertThat(days).hasSize(10);
    assertThat(Programs.planned(days.getFirst())).containsExactly(byHand);
    assertThat(days.getLast().get("name").stringValue()).isEqualTo("Extra");
    assertThat(Programs.planned(days.getLast())).containsExactly(byHand);
  }

  @Test
  void days_outside_of_a_shrunken_block_are_left_alone() {
    var program = programs.withBlocks(Programs.block(block));

    var answer = programs.save(program, """
      {"id":"%s","name":"Short","startDate":"2031-01-08","endDate":"2031-01-09","color":"red"}
      """.formatted(block)).ok(200);

    assertThat(answer.at("/blocks/0/name").stringValue()).isEqualTo("Short");
    assertThat(answer.at("/blocks/0/start_date").stringValue()).isEqualTo("2031-01-08");
    assertThat(answer.at("/blocks/0/end_date").stringValue()).isEqualTo("2031-01-09");
    assertThat(answer.at("/blocks/0/color").stringValue()).isEqualTo("red");
    var days = programs.days(program);
    assertThat(days).hasSize(9);
    assertThat(days.stream().filter(day -> day.get("name").stringValue().equals("Wednesday"))
        .map(day -> day.get("day_number").intValue())).containsExactly(1);
  }

  @Test
  void blocks_are_in_the_order_of_their_creation_and_get_an_id_if_they_have_none() {
    var other = programs.blockId();
    var program = programs.withBlocks(Programs.block(other), Programs.block(block),
        "{%s}".formatted(Programs.DATES));
    var ids = Programs.texts(programs.read(program).at("/blocks").valueStream().toList(), "id");
    assertThat(ids).hasSize(3).startsWith(other, block);

    var answer = programs.save(program, Programs.block(ids.get(2)), Programs.block(block),
        Programs.block(other)).ok(200);

    assertThat(Programs.texts(answer.at("/blocks").valueStream().toList(), "id")).isEqualTo(ids);
  }

  @Test
  void the_blocks_are_left_alone_unless_a_schedule_is_sent() {
    var program = programs.withBlocks(Programs.block(block));

    programs.change(program, "{\"name\":\"New\",\"weeklySchedule\":null}").ok(200);

    assertThat(programs.days(program)).hasSize(9);
  }

  @Test
  void a_block_that_is_not_sent_is_in_the_trash_and_comes_back_by_a_restore_or_with_its_id() {
    var other = programs.blockId();
    var program = programs.withBlocks(Programs.block(block), Programs.block(other));
    var before = programs.read(program).at("/blocks");

    assertThat(programs.save(program).ok(200).at("/blocks").toString()).isEqualTo("[]");
    var trash = SERVER.get("/api/%s/trash".formatted(programs.root())).ok(200).json();
    assertThat(Programs.texts(trash.valueStream().toList(), "id"))
        .containsExactlyInAnyOrder(block, other);
    SERVER.post(programs.path("/%s/blocks/%s/restore".formatted("other", block)), "").problem(404);

    assertThat(SERVER.post(programs.path("/%s/blocks/%s/restore".formatted(program, other)), "")
        .ok(200).json()).isEqualTo(before.get(1));
    assertThat(programs.save(program, Programs.block(block), Programs.block(other)).ok(200)
        .at("/blocks")).isEqualTo(before);
  }

  @Test
  void a_block_is_not_restored_before_its_program() {
    var program = programs.withBlocks(Programs.block(block));
    programs.save(program).ok(200);
    SERVER.delete(programs.path("/" + program)).ok(200);

    assertThat(SERVER.post(programs.path("/%s/blocks/%s/restore".formatted(program, block)), "")
        .problem(409).error()).contains("program");
  }

  @Test
  void the_id_of_a_block_of_another_program_is_taken_even_in_another_fractal() {
    programs.withBlocks(Programs.block(block));
    var elsewhere = Programs.on(SERVER);
    var other = elsewhere.program("");
    long head = SERVER.head();

    assertThat(elsewhere.save(other, Programs.block(block)).problem(409).error()).contains(block);
    assertThat(SERVER.head()).isEqualTo(head);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"startDate\":\"2031-01-06\"}",
      "{\"startDate\":null,\"endDate\":\"2031-01-06\"}",
      "{\"startDate\":\"2031-01-07\",\"endDate\":\"2031-01-06\"}",
      "{\"startDate\":\"soon\",\"endDate\":\"2031-01-06\"}",
      "{\"startDate\":1,\"endDate\":\"2031-01-06\"}",
      "{\"startDate\":\"0001-01-01\",\"endDate\":\"9999-12-31\"}",
      "{\"startDate\":\"2031-01-06\",\"endDate\":\"2031-01-06\",\"id\":1}",
      "{\"startDate\":\"2031-01-06\",\"endDate\":\"2031-01-06\",\"name\":\" \"}",
      "{\"startDate\":\"2031-01-06\",\"endDate\":\"2031-01-06\",\"color\":1}",
      "{\"startDate\":\"2031-01-06\",\"endDate\":\"2031-01-06\",\"weeklySchedule\":[]}",
      "{\"startDate\":\"2031-01-06\",\"endDate\":\"2031-01-06\",\"weeklySchedule\":{\"monday\":1}}",
      "{\"startDate\":\"2031-01-06\",\"endDate\":\"2031-01-06\",\"weeklySchedule\":{\"monday\":[null]}}",
      "{\"startDate\":\"2031-01-06\",\"endDate\":\"2031-01-06\",\"weeklySchedule\":{\"monday\":[\"unknown\"]}}"})
  void a_bad_block_is_refused_and_nothing_is_changed(String bad) {
    var program = programs.withBlocks(Programs.block(block));
    long head = SERVER.head();

    programs.save(program, Programs.block(block), bad).problem(400);
    programs.save(program, Programs.block(block), Programs.block(block)).problem(400);

    assertThat(SERVER.head()).isEqualTo(head);
  }

  @Test
  void a_form_that_names_a_template_that_was_deleted_since_is_saved() {
    var template = programs.template("Dry dock");
    var program = programs.withBlocks(Programs.block(block, template));
    programs.deleteTemplate(template);
    assertThat(programs.days(program).getFirst().at("/sessions/0/template_name").stringValue())
        .isEqualTo("Unknown");
    long head = SERVER.head();

    programs.save(program, Programs.block(block, template)).ok(200);
    assertThat(SERVER.head()).isEqualTo(head);
    programs.save(program,
        Programs.block(block, template).replace("2031-01-14", "2031-01-20")).ok(200);

    var days = programs.days(program);
    assertThat(days).hasSize(15);
    assertThat(days.stream().map(Programs::planned).filter(planned -> !planned.isEmpty()))
        .containsExactly(List.of(template), List.of(template));
  }

  @Test
  void templates_that_are_deleted_or_foreign_cannot_be_planned_anew() {
    var deleted = programs.template("Dry dock");
    programs.deleteTemplate(deleted);
    var foreign = Programs.on(SERVER).template("Dry dock");
    var program = programs.program("");

    for (var template : List.of(deleted, foreign)) {
      programs.save(program, Programs.block(block, template)).problem(400);
    }
  }
}
