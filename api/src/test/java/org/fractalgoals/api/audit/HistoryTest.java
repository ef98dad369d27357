package org.fractalgoals.api.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import org.fractalgoals.api.Practice;
import org.fractalgoals.api.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

class HistoryTest {

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  private static List<JsonNode> history(String root, String thing) {
    return SERVER.get("/api/%s/%s/history".formatted(root, thing)).ok(200).at("/events")
        .valueStream().toList();
  }

  private static List<String> sentences(List<JsonNode> events) {
    return events.stream().map(event -> event.at("/sentence").stringValue()).toList();
  }

  private static void change(String root, String goal, String json) {
    SERVER.clock().advance(Duration.ofSeconds(1));
    SERVER.put("/api/%s/goals/%s".formatted(root, goal), json).ok(200);
  }

  @Test
  void each_event_says_when_by_whom_and_what_it_changed_from_what_to_what() {
    var root = SERVER.fractal("Sail");
    var boat = SERVER.goal(root, root, "Boat");
    change(root, boat, "{\"deadline\":\"2026-05-03\"}");
    change(root, boat, "{\"deadline\":\"2026-06-01\"}");

    var event = history(root, "goals/" + boat).getLast();

    assertThat(event.at("/type").stringValue()).isEqualTo("goal.deadline-set");
    assertThat(event.at("/sentence").stringValue())
        .isEqualTo("Deadline moved from 3 May 2026 to 1 June 2026");
    assertThat(event.at("/changes").toString()).isEqualTo(
        "[{\"thing\":\"goal/%s\",\"field\":\"deadline\",\"before\":\"2026-05-03T00:00:00\",\"after\":\"2026-06-01T00:00:00\"}]"
            .formatted(boat));
    assertThat(event.at("/actor").stringValue()).isEqualTo("local");
    assertThat(event.at("/source").stringValue()).isEqualTo("api");
    assertThat(event.at("/effective_at").stringValue()).matches("2026-03-04T.*\\.\\d{6}")
        .isEqualTo(event.at("/recorded_at").stringValue());
    assertThat(event.at("/thing").toString())
        .isEqualTo("{\"kind\":\"goal\",\"id\":\"%s\",\"name\":\"Boat\"}".formatted(boat));
  }

  @Test
  void the_life_of_a_goal_reads_like_a_story() {
    var root = SERVER.fractal("Sail");
    var sea = SERVER.goal(root, root, "Sea");
    var boat = SERVER.goal(root, root, "Boat");
    change(root, boat, "{\"name\":\"Ship\"}");
    change(root, boat, "{\"description\":\"Of wood\"}");
    change(root, boat, "{\"deadline\":\"2026-05-03\"}");
    change(root, boat, "{\"deadline\":null}");
    var path = "/api/%s/goals/%s".formatted(root, boat);
    SERVER.patch(path + "/complete", "{\"completed\":true}").ok(200);
    SERVER.patch(path + "/complete", "{\"completed\":false}").ok(200);
    SERVER.post(path + "/move", "{\"parent\":{\"kind\":\"goal\",\"id\":\"%s\"}}".formatted(sea))
        .ok(200);
    SERVER.delete(path).ok(200);
    SERVER.post(path + "/restore", "").ok(200);

    assertThat(sentences(history(root, "goals/" + boat))).containsExactly(
        "Created below goal \"Sail\"", "Renamed from \"Boat\" to \"Ship\"",
        "Description set to \"Of wood\"", "Deadline set to 3 May 2026",
        "Deadline removed, it was 3 May 2026", "Completed", "Reopened",
        "Moved from goal \"Sail\" to goal \"Sea\"", "Deleted", "Restored");
  }

  @Test
  void what_is_deleted_has_its_history_and_says_what_it_was_deleted_with() {
    var root = SERVER.fractal("Sail");
    var boat = SERVER.goal(root, root, "Boat");
    var keel = SERVER.goal(root, boat, "Keel");
    SERVER.delete("/api/%s/goals/%s".formatted(root, boat)).ok(200);

    var first = history(root, "goals/" + boat).getLast();
    var consequence = history(root, "goals/" + keel).getLast();

    assertThat(first.at("/sentence").stringValue()).isEqualTo("Deleted");
    assertThat(first.at("/caused_by").isNull()).isTrue();
    assertThat(consequence.at("/sentence").stringValue())
        .isEqualTo("Deleted along with goal \"Boat\"");
    assertThat(consequence.at("/caused_by")).isEqualTo(first.at("/event_id"));
    assertThat(consequence.at("/action_id")).isEqualTo(first.at("/action_id"));
  }

  @Test
  void a_session_tells_what_was_performed_in_it_and_an_instance_only_of_itself() {
    var practice = Practice.on(SERVER);
    var activity = practice.activity("Bowline");
    var session = practice.session("Evening");
    var one = practice.instance(session, activity);
    practice.instance(session, activity);
    SERVER.put(practice.sessions("/%s/activities/%s/metrics".formatted(session, one)),
        "{\"metrics\":[{\"metric_id\":\"%s-pace\",\"value\":12}]}".formatted(activity)).ok(200);

    assertThat(sentences(history(practice.root(), "sessions/" + session))).hasSizeGreaterThan(3)
        .contains("Created below goal \"Knots\"");
    var own = sentences(history(practice.root(), "instance/" + one));
    assertThat(own.getFirst()).isEqualTo("Created below session \"Evening\"");
    assertThat(own.getLast()).isEqualTo("Value 12.0 of metric \"Pace\" recorded");
    assertThat(own).filteredOn(sentence -> sentence.startsWith("Created")).hasSize(1);
  }

  @Test
  void a_long_history_comes_page_by_page() {
    var root = SERVER.fractal("Sail");
    for (int number = 0; number < 7; number++) {
      change(root, root, "{\"name\":\"Sail %d\"}".formatted(number));
    }
    var path = "/api/%s/goals/%s/history?limit=5".formatted(root, root);

    var first = SERVER.get(path).ok(200);
    var second = SERVER.get(path + "&after=" + first.at("/next").stringValue()).ok(200);

    assertThat(first.at("/events")).hasSize(5);
    assertThat(second.at("/events")).hasSize(3);
    assertThat(second.at("/next").isNull()).isTrue();
    assertThat(second.at("/events/0/changes/0/before").stringValue()).isEqualTo("Sail 3");
    assertThat(second.at("/events/2/changes/0/after").stringValue()).isEqualTo("Sail 6");
  }

  @Test
  void what_never_was_in_the_fractal_has_no_history_there() {
    var root = SERVER.fractal("Sail");
    var other = SERVER.fractal("Climb");
    var wall = SERVER.goal(other, other, "Wall");

    SERVER.get("/api/%s/goals/%s/history".formatted(root, wall)).problem(404);
    SERVER.get("/api/%s/goals/nothing/history".formatted(root)).problem(404);
    SERVER.get("/api/%s/boats/%s/history".formatted(root, root)).problem(404);
    SERVER.get("/api/%s/goals/%s/history?limit=0".formatted(root, root)).problem(400);
    SERVER.get("/api/%s/goals/%s/history?after=x".formatted(root, root)).problem(400);
  }
}
