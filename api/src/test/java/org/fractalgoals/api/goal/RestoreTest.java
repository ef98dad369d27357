package org.fractalgoals.api.goal;

import static org.assertj.core.api.Assertions.assertThat;

import org.fractalgoals.api.Answer;
import org.fractalgoals.api.RunningServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RestoreTest {

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  private String root = "";
  private String boat = "";
  private String keel = "";

  @BeforeEach
  void given() {
    root = SERVER.fractal("Sail");
    boat = SERVER.goal(root, root, "Boat");
    keel = SERVER.goal(root, boat, "Keel");
  }

  private void delete(String goal) {
    SERVER.delete("/api/%s/goals/%s".formatted(root, goal)).ok(200);
  }

  private Answer restore(String goal, String body) {
    return SERVER.post("/api/%s/goals/%s/restore".formatted(root, goal), body);
  }

  private Answer read(String goal) {
    return SERVER.get("/api/%s/goals/%s".formatted(root, goal));
  }

  @Test
  void a_restored_goal_brings_back_what_went_along_with_it() {
    delete(boat);

    var answer = restore(boat, "").ok(200);

    assertThat(answer.id()).isEqualTo(boat);
    assertThat(answer.at("/children").isEmpty()).isTrue();
    assertThat(read(boat).ok(200).at("/children/0/id").stringValue()).isEqualTo(keel);
  }

  @Test
  void it_does_not_bring_back_what_was_deleted_on_its_own() {
    delete(keel);
    delete(boat);

    restore(boat, "{}").ok(200);

    assertThat(read(boat).ok(200).at("/children").isEmpty()).isTrue();
    read(keel).problem(404);
    restore(keel, "{}").ok(200);
    read(keel).ok(200);
  }

  @Test
  void a_live_goal_is_answered_as_it_is() {
    long head = SERVER.head();

    assertThat(restore(boat, "").ok(200).id()).isEqualTo(boat);

    assertThat(SERVER.head()).isEqualTo(head);
  }

  @Test
  void a_member_of_a_cascade_names_what_to_restore() {
    delete(boat);
    long head = SERVER.head();

    assertThat(restore(keel, "").problem(409).error()).contains(boat);

    assertThat(SERVER.head()).isEqualTo(head);
  }

  @Test
  void below_a_deleted_parent_it_names_the_parent() {
    delete(keel);
    delete(boat);
    long head = SERVER.head();

    assertThat(restore(keel, "").problem(409).error()).contains(boat);

    assertThat(SERVER.head()).isEqualTo(head);
  }

  @Test
  void it_can_come_back_below_another_parent_with_another_name() {
    delete(keel);
    delete(boat);
    var ship = SERVER.goal(root, root, "Ship");

    var answer = restore(keel, """
      {"name":"New keel","parent":{"kind":"goal","id":"%s"}}
      """.formatted(ship)).ok(200);

    assertThat(answer.at("/name").stringValue()).isEqualTo("New keel");
    assertThat(answer.at("/attributes/parent_id").stringValue()).isEqualTo(ship);
    assertThat(read(ship).ok(200).at("/children/0/id").stringValue()).isEqualTo(keel);
  }

  @Test
  void another_parent_must_be_a_live_goal_of_the_same_fractal_and_not_below_it() {
    var other = SERVER.fractal("Climb");
    var gone = SERVER.goal(root, root, "Gone");
    delete(gone);
    delete(boat);
    long head = SERVER.head();

    for (var parent : new String[] {"unknown", other, gone, keel}) {
      restore(boat, "{\"parent\":{\"kind\":\"goal\",\"id\":\"%s\"}}".formatted(parent))
          .problem(400);
    }

    assertThat(SERVER.head()).isEqualTo(head);
    read(boat).problem(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "[]", "{\"name\":1}", "{\"name\":\"\"}", "{\"name\":\" \"}",
      "{\"parent\":1}", "{\"parent\":{}}", "{\"parent\":{\"kind\":\"x\",\"id\":\"y\"}}"})
  void a_body_that_is_wrong_is_refused(String body) {
    delete(boat);
    long head = SERVER.head();

    restore(boat, body).problem(400);

    assertThat(SERVER.head()).isEqualTo(head);
  }

  @Test
  void null_members_change_nothing() {
    delete(boat);

    assertThat(restore(boat, "{\"name\":null,\"parent\":null}").ok(200).at("/name").stringValue())
        .isEqualTo("Boat");
  }

  @Test
  void what_never_was_is_not_found() {
    var other = SERVER.fractal("Climb");
    delete(boat);
    long head = SERVER.head();

    restore("unknown", "").problem(404);
    SERVER.post("/api/%s/goals/%s/restore".formatted(other, boat), "").problem(404);
    SERVER.post("/api/unknown/goals/%s/restore".formatted(boat), "").problem(404);
    SERVER.post("/api/fractals/unknown/restore", "").problem(404);
    SERVER.post("/api/fractals/%s/restore".formatted(boat), "").problem(404);

    assertThat(SERVER.head()).isEqualTo(head);
  }

  @Test
  void a_fractal_comes_back_with_all_that_went_along_with_it() {
    SERVER.delete("/api/fractals/" + root).ok(200);

    var answer = SERVER.post("/api/fractals/%s/restore".formatted(root), "").ok(200);

    assertThat(answer.id()).isEqualTo(root);
    assertThat(read(boat).ok(200).at("/children/0/id").stringValue()).isEqualTo(keel);
    assertThat(SERVER.get("/api/fractals").text()).contains(root);
  }

  @Test
  void a_fractal_can_come_back_with_another_name_but_not_below_something() {
    var other = SERVER.fractal("Climb");
    SERVER.delete("/api/fractals/" + root).ok(200);

    SERVER.post("/api/fractals/%s/restore".formatted(root),
        "{\"parent\":{\"kind\":\"goal\",\"id\":\"%s\"}}".formatted(other)).problem(400);
    var answer = SERVER.post("/api/fractals/%s/restore".formatted(root), "{\"name\":\"Sea\"}")
        .ok(200);

    assertThat(answer.at("/name").stringValue()).isEqualTo("Sea");
  }

  @Test
  void in_a_deleted_fractal_a_goal_names_what_to_restore() {
    var gone = SERVER.goal(root, root, "Gone");
    delete(gone);
    SERVER.delete("/api/fractals/" + root).ok(200);
    long head = SERVER.head();

    assertThat(restore(boat, "").problem(409).error()).contains(root);
    assertThat(restore(gone, "").problem(409).error()).contains(root);

    assertThat(SERVER.head()).isEqualTo(head);
  }
}
