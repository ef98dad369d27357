package org.fractalgoals.api.trash;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.fractalgoals.api.Answer;
import org.fractalgoals.api.Practice;
import org.fractalgoals.api.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

class TrashTest {

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  private static List<JsonNode> trash(String rootId) {
    return SERVER.get("/api/%s/trash".formatted(rootId)).ok(200).json().valueStream().toList();
  }

  @Test
  void a_deletion_is_one_item_that_says_how_much_comes_back() {
    var root = SERVER.fractal("Sail");
    var boat = SERVER.goal(root, root, "Boat");
    SERVER.goal(root, boat, "Keel");
    SERVER.delete("/api/%s/goals/%s".formatted(root, boat)).ok(200);

    var item = trash(root).getFirst();

    assertThat(trash(root)).hasSize(1);
    assertThat(item.at("/action_id").stringValue()).isNotBlank();
    assertThat(item.at("/deleted_at").stringValue()).matches("2026-03-04T.*\\.\\d{6}");
    assertThat(item.at("/kind").stringValue()).isEqualTo("goal");
    assertThat(item.at("/id").stringValue()).isEqualTo(boat);
    assertThat(item.at("/name").stringValue()).isEqualTo("Boat");
    assertThat(item.at("/count").intValue()).isEqualTo(2);
    assertThat(item.at("/restorable").booleanValue()).isTrue();
    assertThat(item.at("/reason").isNull()).isTrue();
  }

  @Test
  void what_stands_below_something_deleted_says_what_to_restore_first() {
    var root = SERVER.fractal("Sail");
    var boat = SERVER.goal(root, root, "Boat");
    var keel = SERVER.goal(root, boat, "Keel");
    SERVER.delete("/api/%s/goals/%s".formatted(root, keel)).ok(200);
    SERVER.clock().advance(Duration.ofSeconds(1));
    SERVER.delete("/api/%s/goals/%s".formatted(root, boat)).ok(200);

    var items = trash(root);

    assertThat(items).extracting(item -> item.at("/id").stringValue()).containsExactly(boat, keel);
    assertThat(items.getLast().at("/restorable").booleanValue(true)).isFalse();
    assertThat(items.getLast().at("/reason").stringValue()).contains("Boat");
  }

  @Test
  void what_is_restored_is_no_longer_in_it() {
    var root = SERVER.fractal("Sail");
    var boat = SERVER.goal(root, root, "Boat");
    SERVER.delete("/api/%s/goals/%s".formatted(root, boat)).ok(200);
    SERVER.post("/api/%s/goals/%s/restore".formatted(root, boat), "").ok(200);

    assertThat(trash(root)).isEmpty();
  }

  @Test
  void a_deleted_fractal_still_has_its_trash() {
    var root = SERVER.fractal("Sail");
    SERVER.goal(root, root, "Boat");
    SERVER.delete("/api/fractals/" + root).ok(200);

    var items = trash(root);

    assertThat(items).hasSize(1);
    assertThat(items.getFirst().at("/id").stringValue()).isEqualTo(root);
    assertThat(items.getFirst().at("/count").intValue()).isEqualTo(2);
  }

  @Test
  void the_trash_of_all_fractals_has_that_of_each() {
    var one = SERVER.fractal("Sail");
    var two = SERVER.fractal("Climb");
    var boat = SERVER.goal(one, one, "Boat");
    SERVER.delete("/api/%s/goals/%s".formatted(one, boat)).ok(200);
    SERVER.delete("/api/fractals/" + two).ok(200);

    var items = SERVER.get("/api/trash").ok(200).json().valueStream().toList();

    assertThat(items).extracting(item -> item.at("/id").stringValue()).contains(boat, two);
    assertThat(items).extracting(item -> item.at("/root_id").stringValue()).contains(one, two);
  }

  @Test
  void a_fractal_that_never_was_has_none() {
    var root = SERVER.fractal("Sail");
    var boat = SERVER.goal(root, root, "Boat");

    SERVER.get("/api/unknown/trash").problem(404);
    SERVER.get("/api/%s/trash".formatted(boat)).problem(404);
  }

  /** One of each kind in a fractal, by what is to follow the fractal in its path. */
  private static Map<String, String> oneOfEach(Practice practice) {
    var session = practice.session("Morning");
    var instance = practice.instance(session, practice.activity("Row"));
    var things = new LinkedHashMap<String, String>();
    things.put("note", "/notes/" + practice.note("session", session, "Early"));
    things.put("instance",
        "/sessions/%s/activities/%s".formatted(session, instance));
    things.put("session", "/sessions/" + session);
    things.put("activity", "/activities/" + create(practice, "/activities", "Tie"));
    things.put("group", "/activity-groups/" + create(practice, "/activity-groups", "Knots"));
    things.put("template",
        "/session-templates/" + create(practice, "/session-templates", "Dry dock"));
    things.put("goal", "/goals/" + practice.goal());
    return things;
  }

  private static String create(Practice practice, String collection, String name) {
    return SERVER.post("/api/" + practice.root() + collection, """
      {"name":"%s","template_data":{"a":1}}
      """.formatted(name)).ok(201).id();
  }

  private static Answer restore(Practice practice, String thing) {
    return SERVER.post("/api/%s%s/restore".formatted(practice.root(),
        thing.replaceFirst("/sessions/.*/activities/", "/activity-instances/")), "");
  }

  @Test
  void whatever_can_be_deleted_is_listed_and_comes_back_by_its_own_route() {
    var practice = Practice.on(SERVER);

    oneOfEach(practice).forEach((kind, thing) -> {
      SERVER.delete("/api/" + practice.root() + thing).ok(200);

      var item = trash(practice.root()).getFirst();
      assertThat(trash(practice.root())).hasSize(1);
      assertThat(item.at("/kind").stringValue()).isEqualTo(kind);
      assertThat(thing).endsWith("/" + item.at("/id").stringValue());
      assertThat(item.at("/name").stringValue()).isNotBlank();
      assertThat(item.at("/restorable").booleanValue()).isTrue();
      assertThat(item.at("/count").intValue()).isEqualTo(kind.equals("goal") ? 2 : 1);
      restore(practice, thing).ok(200);
      assertThat(trash(practice.root())).isEmpty();
    });
  }

  @Test
  void what_the_trash_says_cannot_come_back_does_not_and_the_rest_does() {
    var practice = Practice.on(SERVER);
    var things = oneOfEach(practice);
    things.values().forEach(thing -> {
      SERVER.delete("/api/" + practice.root() + thing).ok(200);
    });
    create(practice, "/activities", "Tie");
    create(practice, "/activity-groups", "Knots");

    var reasons = trash(practice.root()).stream().collect(Collectors
        .toMap(item -> item.at("/kind").stringValue(), item -> item.at("/reason").asString("")));

    assertThat(reasons).containsOnlyKeys(things.keySet());
    assertThat(reasons.get("note")).contains("Knots", "restore that one first");
    assertThat(reasons.get("instance")).contains("Knots", "restore that one first");
    assertThat(reasons.get("session")).contains("Knots", "restore that one first");
    assertThat(reasons.get("activity")).contains("\"Tie\"", "another name");
    assertThat(reasons.get("group")).contains("\"Knots\"", "another name");
    assertThat(reasons.get("template")).isEmpty();
    assertThat(reasons.get("goal")).isEmpty();
    things.forEach((kind, thing) -> {
      assertThat(restore(practice, thing).status()).as(kind)
          .isEqualTo("".equals(reasons.get(kind)) ? 200 : 409);
    });
  }
}
