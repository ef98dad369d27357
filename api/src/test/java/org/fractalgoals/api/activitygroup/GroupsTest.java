package org.fractalgoals.api.activitygroup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.fractalgoals.api.Answer;
import org.fractalgoals.api.RunningServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The groups of activities of a fractal. */
class GroupsTest {

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  private String root = "";

  @BeforeEach
  void given() {
    root = SERVER.fractal("Sail");
  }

  private String path() {
    return "/api/%s/activity-groups".formatted(root);
  }

  private Answer create(String body) {
    return SERVER.post(path(), body);
  }

  private String group(String name) {
    return create("{\"name\":\"%s\"}".formatted(name)).ok(201).id();
  }

  private Answer change(String id, String body) {
    return SERVER.put(path() + "/" + id, body);
  }

  private Answer restore(String id, String body) {
    return SERVER.post(path() + "/" + id + "/restore", body);
  }

  private List<String> listed() {
    return SERVER.get(path()).ok(200).json().valueStream().map(each -> each.at("/id").stringValue())
        .toList();
  }

  @Test
  void a_new_group_is_answered_as_it_is_listed() {
    var answer = create("{\"name\":\" Knots \",\"description\":\"Ropes\"}").ok(201).json();

    assertThat(answer.propertyNames()).contains("id", "root_id", "name", "description",
        "sort_order", "created_at");
    assertThat(answer.at("/root_id").stringValue()).isEqualTo(root);
    assertThat(answer.at("/name").stringValue()).isEqualTo(" Knots ");
    assertThat(answer.at("/description").stringValue()).isEqualTo("Ropes");
    assertThat(answer.at("/sort_order").intValue()).isEqualTo(1);
    assertThat(answer.at("/created_at").stringValue()).isEqualTo("2026-03-04T05:06:07.123456");
    assertThat(SERVER.get(path()).ok(200).at("/0")).isEqualTo(answer);
  }

  @Test
  void a_group_needs_no_description() {
    assertThat(create("{\"name\":\"Knots\"}").ok(201).at("/description").stringValue()).isEmpty();
  }

  @Test
  void a_new_group_stands_after_the_others() {
    var knots = group("Knots");
    var ropes = group("Ropes");

    assertThat(listed()).containsExactly(knots, ropes);
    assertThat(SERVER.get(path()).at("/1/sort_order").intValue()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"name\":\"\"}", "{\"name\":\" \"}", "{\"name\":null}",
      "{\"name\":1}", "{\"name\":\"x\",\"description\":1}", "[]", "nonsense", ""})
  void a_group_needs_a_name(String body) {
    long head = SERVER.head();

    create(body).problem(400);

    assertThat(SERVER.head()).isEqualTo(head);
  }

  @Test
  void a_name_is_used_once_in_a_fractal() {
    group("Knots");
    var ropes = group("Ropes");
    long head = SERVER.head();

    assertThat(create("{\"name\":\"Knots\"}").problem(409).error()).contains("Knots", "fractal");
    change(ropes, "{\"name\":\"Knots\"}").problem(409);

    assertThat(SERVER.head()).isEqualTo(head);
    create("{\"name\":\"knots\"}").ok(201);
    var other = SERVER.fractal("Climb");
    SERVER.post("/api/%s/activity-groups".formatted(other), "{\"name\":\"Knots\"}").ok(201);
  }

  @Test
  void name_and_description_can_be_changed_each_alone() {
    var knots = group("Knots");

    var answer = change(knots, "{\"name\":\"Bends\"}").ok(200);
    assertThat(answer.at("/name").stringValue()).isEqualTo("Bends");
    answer = change(knots, "{\"description\":\"New\"}").ok(200);

    assertThat(answer.at("/name").stringValue()).isEqualTo("Bends");
    assertThat(answer.at("/description").stringValue()).isEqualTo("New");
    assertThat(SERVER.get(path()).at("/0")).isEqualTo(answer.json());
  }

  @Test
  void what_it_is_already_changes_nothing() {
    var knots = group("Knots");
    long head = SERVER.head();

    var answer = change(knots, "{\"name\":\"Knots\",\"description\":\"\",\"sort_order\":9}")
        .ok(200);
    change(knots, "{}").ok(200);

    assertThat(SERVER.head()).isEqualTo(head);
    assertThat(answer.header("Fractal-Position")).hasValueSatisfying(
        position -> assertThat(position).endsWith(":" + head));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"name\":\"\"}", "{\"name\":\" \"}", "{\"name\":null}",
      "{\"description\":[]}", "{\"name\":\"fine\",\"description\":1}", "[]", ""})
  void a_change_that_is_wrong_is_refused_as_a_whole(String body) {
    var knots = group("Knots");
    long head = SERVER.head();

    change(knots, body).problem(400);

    assertThat(SERVER.head()).isEqualTo(head);
  }

  @Test
  void a_deleted_group_is_gone_until_it_is_restored() {
    var knots = group("Knots");
    var ropes = group("Ropes");

    var answer = SERVER.delete(path() + "/" + knots).ok(200);
    assertThat(answer.at("/message").stringValue()).isNotBlank();
    assertThat(listed()).containsExactly(ropes);
    change(knots, "{\"name\":\"x\"}").problem(404);
    SERVER.delete(path() + "/" + knots).problem(404);

    assertThat(restore(knots, "").ok(200).at("/name").stringValue()).isEqualTo("Knots");
    assertThat(listed()).containsExactly(knots, ropes);
  }

  @Test
  void where_its_name_is_taken_meanwhile_it_comes_back_under_another() {
    var knots = group("Knots");
    SERVER.delete(path() + "/" + knots).ok(200);
    var successor = group("Knots");
    long head = SERVER.head();

    assertThat(restore(knots, "").problem(409).error()).contains("Knots");
    assertThat(SERVER.head()).isEqualTo(head);

    var answer = restore(knots, "{\"name\":\"Old knots\"}").ok(200);
    assertThat(answer.at("/name").stringValue()).isEqualTo("Old knots");
    assertThat(listed()).containsExactly(knots, successor);
  }

  @Test
  void a_group_stands_below_nothing() {
    var knots = group("Knots");
    SERVER.delete(path() + "/" + knots).ok(200);

    restore(knots, "{\"parent\":{\"kind\":\"goal\",\"id\":\"%s\"}}".formatted(root)).problem(400);
  }

  @Test
  void a_live_group_is_restored_without_effect() {
    var knots = group("Knots");
    long head = SERVER.head();

    assertThat(restore(knots, "{}").ok(200).id()).isEqualTo(knots);

    assertThat(SERVER.head()).isEqualTo(head);
  }

  private Answer reorder(String ids) {
    return SERVER.put(path() + "/reorder", "{\"group_ids\":%s}".formatted(ids));
  }

  @Test
  void the_place_in_the_list_is_the_new_sort_order() {
    var a = group("A");
    var b = group("B");
    var c = group("C");

    var answer = reorder("[\"%s\",\"%s\",\"%s\"]".formatted(c, a, b)).ok(200);

    assertThat(answer.at("/message").stringValue()).isNotBlank();
    assertThat(listed()).containsExactly(c, a, b);
    assertThat(
        SERVER.get(path()).json().valueStream().map(each -> each.at("/sort_order").intValue()))
        .containsExactly(0, 1, 2);
  }

  @Test
  void unknown_foreign_deleted_and_repeated_ids_are_skipped_but_keep_their_places() {
    var a = group("A");
    var b = group("B");
    var gone = group("Gone");
    SERVER.delete(path() + "/" + gone).ok(200);
    var other = SERVER.fractal("Climb");
    var foreign = SERVER.post("/api/%s/activity-groups".formatted(other), "{\"name\":\"X\"}")
        .id();

    reorder("[\"unknown\",\"%s\",\"%s\",\"%s\",\"%s\",\"%s\"]".formatted(foreign, gone, b, b, a))
        .ok(200);

    assertThat(listed()).containsExactly(b, a);
    assertThat(
        SERVER.get(path()).json().valueStream().map(each -> each.at("/sort_order").intValue()))
        .containsExactly(3, 5);
    assertThat(
        SERVER.get("/api/%s/activity-groups".formatted(other)).at("/0/sort_order").intValue())
        .isEqualTo(1);
  }

  @Test
  void groups_of_equal_sort_order_stand_in_the_order_of_creation() {
    var a = group("A");
    var b = group("B");

    reorder("[\"unknown\",\"%s\"]".formatted(b)).ok(200);

    assertThat(listed()).containsExactly(a, b);
  }

  @Test
  void the_order_they_have_changes_nothing() {
    var a = group("A");
    reorder("[\"%s\"]".formatted(a)).ok(200);
    long head = SERVER.head();

    reorder("[\"%s\"]".formatted(a)).ok(200);
    reorder("[\"unknown\"]").ok(200);

    assertThat(SERVER.head()).isEqualTo(head);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"group_ids\":[]}", "{\"group_ids\":null}",
      "{\"group_ids\":\"x\"}", "{\"group_ids\":[1]}", "{\"group_ids\":[null]}", ""})
  void an_order_is_a_list_of_ids(String body) {
    long head = SERVER.head();

    SERVER.put(path() + "/reorder", body).problem(400);

    assertThat(SERVER.head()).isEqualTo(head);
  }

  @Test
  void what_is_not_there_is_not_found() {
    var knots = group("Knots");
    var other = SERVER.fractal("Climb");
    var goal = SERVER.goal(root, root, "Boat");
    long head = SERVER.head();

    for (var nothing : List.of("unknown", goal)) {
      var elsewhere = "/api/%s/activity-groups".formatted(nothing);
      SERVER.get(elsewhere).problem(404);
      SERVER.post(elsewhere, "{\"name\":\"x\"}").problem(404);
      SERVER.put(elsewhere + "/reorder", "{\"group_ids\":[\"x\"]}").problem(404);
    }
    for (var stranger : List.of("/api/%s/activity-groups/%s".formatted(other, knots),
        "/api/unknown/activity-groups/" + knots, path() + "/unknown")) {
      SERVER.put(stranger, "{\"name\":\"x\"}").problem(404);
      SERVER.delete(stranger).problem(404);
      SERVER.post(stranger + "/restore", "").problem(404);
    }

    assertThat(SERVER.head()).isEqualTo(head);
  }

  @Test
  void a_deleted_fractal_takes_its_groups_along_and_brings_them_back() {
    var knots = group("Knots");
    SERVER.delete("/api/fractals/" + root).ok(200);

    SERVER.get(path()).problem(404);
    create("{\"name\":\"x\"}").problem(404);
    change(knots, "{\"name\":\"x\"}").problem(404);
    assertThat(restore(knots, "").problem(409).error()).contains(root);

    SERVER.post("/api/fractals/%s/restore".formatted(root), "").ok(200);
    assertThat(listed()).containsExactly(knots);
  }
}
