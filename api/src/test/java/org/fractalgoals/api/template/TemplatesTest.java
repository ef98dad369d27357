package org.fractalgoals.api.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import org.fractalgoals.api.Answer;
import org.fractalgoals.api.RunningServer;
import org.fractalgoals.domain.event.Envelope;
import org.fractalgoals.domain.event.Imported;
import org.fractalgoals.domain.event.NewEvent;
import org.fractalgoals.domain.event.Origin;
import org.fractalgoals.domain.event.Source;
import org.fractalgoals.domain.template.TemplateEvent.TemplateCreated;
import org.fractalgoals.eventstore.codec.JsonTexts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class TemplatesTest {

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  private static final String DATA = "{ \"sections\" : [{\"name\":\"Prep\",\"duration_minutes\":10.0}], \"n\": 1E3 }";

  private String root = "";

  @BeforeEach
  void given() {
    root = SERVER.fractal("Sail");
  }

  private String path() {
    return "/api/" + root + "/session-templates";
  }

  private Answer create(String body) {
    return SERVER.post(path(), body);
  }

  private String template(String name) {
    return create("{\"name\":\"%s\",\"template_data\":%s}".formatted(name, DATA)).ok(201).id();
  }

  private Answer change(String id, String body) {
    return SERVER.put(path() + "/" + id, body);
  }

  private Answer read(String id) {
    return SERVER.get(path() + "/" + id);
  }

  private Answer delete(String id) {
    return SERVER.delete(path() + "/" + id);
  }

  private Answer restore(String id, String body) {
    return SERVER.post(path() + "/" + id + "/restore", body);
  }

  private List<String> listed() {
    return SERVER.get(path()).ok(200).json().valueStream().map(item -> item.at("/id").stringValue())
        .toList();
  }

  private static String quoted(String json) {
    return "\"" + json.replace("\"", "\\\"") + "\"";
  }

  @Test
  void a_fractal_begins_without_templates() {
    assertThat(SERVER.get(path()).ok(200).text()).isEqualTo("[]");
  }

  @Test
  void templates_are_listed_in_the_order_of_their_creation() {
    var first = template("B");
    SERVER.clock().advance(Duration.ofMillis(1));
    var second = template("A");
    SERVER.clock().advance(Duration.ofMillis(1));
    var third = template("C");
    change(first, "{\"name\":\"Z\"}").ok(200);

    assertThat(listed()).containsExactly(first, second, third);
  }

  @Test
  void a_list_has_the_templates_as_they_are_shown_alone() {
    var template = template("Dry dock");

    assertThat(SERVER.get(path()).json().get(0)).isEqualTo(read(template).json());
  }

  @Test
  void the_list_of_an_unknown_fractal_or_of_a_goal_is_not_found() {
    var goal = SERVER.goal(root, root, "Boat");

    SERVER.get("/api/unknown/session-templates").problem(404);
    SERVER.get("/api/" + goal + "/session-templates").problem(404);
  }

  @Test
  void a_new_template_is_answered_with_what_was_sent() {
    var answer = create("""
      {"name":" Dry dock ","description":"All","template_data":%s,"other":1}
      """.formatted(DATA)).ok(201);

    assertThat(answer.json().propertyNames()).containsExactlyInAnyOrder("id", "name",
        "description", "template_data");
    assertThat(answer.at("/name").stringValue()).isEqualTo(" Dry dock ");
    assertThat(answer.at("/description").stringValue()).isEqualTo("All");
    assertThat(answer.text()).contains("\"template_data\":" + DATA);
    assertThat(read(answer.id()).ok(200).json()).isEqualTo(answer.json());
  }

  @Test
  void the_description_is_empty_unless_it_is_sent() {
    assertThat(read(template("Dry dock")).at("/description").stringValue()).isEmpty();
  }

  @Test
  void data_sent_as_a_text_is_kept_byte_for_byte_and_shown_as_an_object() {
    var answer = create("{\"name\":\"Dry dock\",\"template_data\":%s}".formatted(quoted(DATA)))
        .ok(201);

    assertThat(answer.text()).contains("\"template_data\":" + DATA);
    var stored = SERVER.application().store().eventsOf("template/" + answer.id()).getFirst();
    assertThat(((TemplateCreated) stored).data().text()).isEqualTo(DATA);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{}", "{\"name\":null,\"template_data\":{\"a\":1}}",
      "{\"name\":\"\",\"template_data\":{\"a\":1}}", "{\"name\":\" \",\"template_data\":{\"a\":1}}",
      "{\"name\":1,\"template_data\":{\"a\":1}}", "{\"template_data\":{\"a\":1}}"})
  void a_new_template_needs_a_name(String body) {
    long head = SERVER.head();

    create(body).problem(400);

    assertThat(SERVER.head()).isEqualTo(head);
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "{}", "{ }", "[]", "[1]", "1", "true", "\"\"", "\"{}\"",
      "\"[1]\"", "\"words\"", "\"{\\\"a\\\":1\"", "\"{\\\"a\\\":1} x\"",
      "\"{\\\"a\\\":1,\\\"a\\\":2}\""})
  void a_new_template_needs_data_that_is_an_object_with_members(String data) {
    long head = SERVER.head();

    assertThat(create("{\"name\":\"Dry dock\",\"template_data\":%s}".formatted(data)).problem(400)
        .error()).contains("template_data");
    assertThat(create("{\"name\":\"Dry dock\"}").problem(400).error()).contains("template_data");

    assertThat(SERVER.head()).isEqualTo(head);
  }

  @Test
  void a_description_must_be_a_text() {
    create("{\"name\":\"A\",\"description\":1,\"template_data\":{\"a\":1}}").problem(400);
  }

  @Test
  void nothing_is_created_in_an_unknown_fractal() {
    long head = SERVER.head();

    SERVER.post("/api/unknown/session-templates",
        "{\"name\":\"A\",\"template_data\":{\"a\":1}}").problem(404);

    assertThat(SERVER.head()).isEqualTo(head);
  }

  @Test
  void a_live_name_is_taken_in_its_fractal_only() {
    template("Dry dock");
    long head = SERVER.head();

    assertThat(create("{\"name\":\"Dry dock\",\"template_data\":{\"a\":1}}").problem(409).error())
        .contains("Dry dock", "fractal");
    assertThat(SERVER.head()).isEqualTo(head);

    template("dry dock");
    root = SERVER.fractal("Climb");
    template("Dry dock");
  }

  @Test
  void a_template_that_is_not_there_is_not_found() {
    var template = template("Dry dock");
    var other = SERVER.fractal("Climb");

    read("unknown").problem(404);
    SERVER.get("/api/%s/session-templates/%s".formatted(other, template)).problem(404);
    SERVER.get("/api/unknown/session-templates/" + template).problem(404);
  }

  @Test
  void only_what_is_sent_changes() {
    var template = template("Dry dock");
    var before = read(template).json();
    assertThat(change(template, "{\"description\":\"All\"}").ok(200).at("/description")
        .stringValue()).isEqualTo("All");
    assertThat(change(template, "{\"name\":\"Slip\"}").ok(200).at("/name").stringValue())
        .isEqualTo("Slip");

    var after = change(template, "{\"template_data\":{\"b\":2.50}}").ok(200);

    assertThat(after.text()).contains("\"template_data\":{\"b\":2.50}");
    assertThat(after.at("/name").stringValue()).isEqualTo("Slip");
    assertThat(after.at("/description").stringValue()).isEqualTo("All");
    assertThat(read(template).json()).isEqualTo(after.json()).isNotEqualTo(before);
  }

  @Test
  void data_may_be_emptied_by_a_change() {
    var template = template("Dry dock");

    assertThat(change(template, "{\"template_data\":{}}").ok(200).at("/template_data").isEmpty())
        .isTrue();
  }

  @Test
  void what_changes_nothing_is_answered_and_not_saved() {
    var template = template("Dry dock");
    long head = SERVER.head();

    change(template, "{}").ok(200);
    var answer = change(template, """
      {"name":"Dry dock","description":"","template_data":
       {"n":1000,"sections":[{"duration_minutes":10,"name":"Prep"}]}}
      """).ok(200);

    assertThat(answer.text()).contains(DATA);
    assertThat(SERVER.head()).isEqualTo(head);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "nonsense", "{\"name\":null}", "{\"name\":\"\"}",
      "{\"name\":\" \"}", "{\"name\":1}", "{\"description\":1}", "{\"template_data\":null}",
      "{\"template_data\":[]}", "{\"template_data\":\"words\"}", "{\"template_data\":1}",
      "{\"name\":\"Slip\",\"template_data\":\"[]\"}"})
  void a_change_that_is_wrong_is_refused_as_a_whole(String body) {
    var template = template("Dry dock");
    long head = SERVER.head();

    change(template, body).problem(400);

    assertThat(SERVER.head()).isEqualTo(head);
  }

  @Test
  void a_template_cannot_take_the_name_of_another() {
    template("Dry dock");
    var template = template("Slip");

    change(template, "{\"description\":\"x\",\"name\":\"Dry dock\"}").problem(409);

    assertThat(read(template).at("/description").stringValue()).isEmpty();
  }

  @Test
  void what_is_not_there_cannot_be_changed() {
    var template = template("Dry dock");
    var other = SERVER.fractal("Climb");
    long head = SERVER.head();

    change("unknown", "{\"name\":\"Slip\"}").problem(404);
    SERVER.put("/api/%s/session-templates/%s".formatted(other, template), "{\"name\":\"Slip\"}")
        .problem(404);

    assertThat(SERVER.head()).isEqualTo(head);
  }

  @Test
  void a_deleted_template_is_gone_and_its_name_is_free() {
    var template = template("Dry dock");

    assertThat(delete(template).ok(200).at("/message").stringValue()).isNotBlank();

    read(template).problem(404);
    change(template, "{\"name\":\"Slip\"}").problem(404);
    assertThat(listed()).isEmpty();
    template("Dry dock");
  }

  @Test
  void what_is_not_there_cannot_be_deleted() {
    var template = template("Dry dock");
    var other = SERVER.fractal("Climb");

    delete("unknown").problem(404);
    SERVER.delete("/api/%s/session-templates/%s".formatted(other, template)).problem(404);
    delete(template).ok(200);
    delete(template).problem(404);
  }

  @Test
  void a_deleted_template_can_be_restored() {
    var template = template("Dry dock");
    var before = read(template).json();
    delete(template).ok(200);

    assertThat(restore(template, "").ok(200).json()).isEqualTo(before);

    assertThat(read(template).ok(200).json()).isEqualTo(before);
    assertThat(listed()).containsExactly(template);
  }

  @Test
  void a_live_template_is_answered_as_it_is_when_it_is_to_be_restored() {
    var template = template("Dry dock");
    long head = SERVER.head();

    assertThat(restore(template, "{}").ok(200).id()).isEqualTo(template);

    assertThat(SERVER.head()).isEqualTo(head);
  }

  @Test
  void one_whose_name_is_taken_meanwhile_comes_back_under_another() {
    var template = template("Dry dock");
    delete(template).ok(200);
    template("Dry dock");

    restore(template, "").problem(409);
    read(template).problem(404);
    var answer = restore(template, "{\"name\":\"Slip\"}").ok(200);

    assertThat(answer.at("/name").stringValue()).isEqualTo("Slip");
    assertThat(listed()).hasSize(2).contains(template);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "[]", "{\"name\":1}", "{\"name\":\"\"}", "{\"name\":\" \"}"})
  void a_restore_that_is_wrong_is_refused(String body) {
    var template = template("Dry dock");
    delete(template).ok(200);

    restore(template, body).problem(400);

    read(template).problem(404);
  }

  @Test
  void what_never_was_cannot_be_restored() {
    var template = template("Dry dock");
    delete(template).ok(200);
    var other = SERVER.fractal("Climb");

    restore("unknown", "").problem(404);
    SERVER.post("/api/%s/session-templates/%s/restore".formatted(other, template), "")
        .problem(404);
  }

  @Test
  void templates_go_and_come_back_with_their_fractal() {
    var gone = template("Slip");
    delete(gone).ok(200);
    var template = template("Dry dock");

    SERVER.delete("/api/fractals/" + root).ok(200);

    SERVER.get(path()).problem(404);
    read(template).problem(404);
    assertThat(restore(template, "").problem(409).error()).contains(root);
    create("{\"name\":\"A\",\"template_data\":{\"a\":1}}").problem(404);
    SERVER.post("/api/fractals/%s/restore".formatted(root), "").ok(200);
    assertThat(listed()).containsExactly(template);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[1]", "words", "", "{\"a\":1} x", "\"text\""})
  void imported_data_that_is_no_object_is_shown_as_an_empty_one(String data) {
    var id = "imported-" + data.hashCode() + root;
    var event = new TemplateCreated(id, root, "Old", "", JsonTexts.of(data), RunningServer.START);
    SERVER.application().store()
        .append(List.of(new NewEvent(SERVER.application().store().ids().next(), NewEvent.NEXT,
            event, new Envelope(root, new Origin("importer", Source.MIGRATION, "action-" + id),
                null, new Imported("import", RunningServer.START, List.of(), "{}")))));
    SERVER.awaitApplied();

    JsonNode shown = read(id).ok(200).at("/template_data");

    assertThat(shown.isObject()).isTrue();
    assertThat(shown.isEmpty()).isTrue();
    assertThat(SERVER.get(path()).ok(200).at("/0/template_data").isObject()).isTrue();
    change(id, "{\"template_data\":{}}").ok(200);
  }
}
