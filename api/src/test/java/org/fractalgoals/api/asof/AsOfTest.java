package org.fractalgoals.api.asof;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.fractalgoals.api.Answer;
import org.fractalgoals.api.Practice;
import org.fractalgoals.api.RunningServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** A fractal as it was. Between any two things that happen lies an hour. */
class AsOfTest {

  @RegisterExtension static final RunningServer server = new RunningServer();

  private Practice practice = new Practice(server, "", "");
  private String fractal = "";

  @BeforeEach
  void aFractal() {
    practice = Practice.on(server);
    fractal = "/api/" + practice.root();
    hourPasses();
  }

  /** The moment that is left behind. */
  private static Instant hourPasses() {
    var before = server.clock().instant();
    server.clock().advance(Duration.ofHours(1));
    return before;
  }

  private static Answer then(String path, Instant moment) {
    return server.get(path + (path.contains("?") ? "&" : "?") + "asOf=" + moment);
  }

  private static List<String> texts(JsonNode list, String member) {
    return list.findValuesAsString(member);
  }

  @Test
  void a_goal_has_the_name_it_had() {
    var path = fractal + "/goals/" + practice.goal();
    var before = hourPasses();
    server.put(path, "{\"name\":\"Splices\"}").ok(200);

    assertThat(then(path, before).ok(200).at("/name").stringValue()).isEqualTo("Knots");
    assertThat(then(path, server.clock().instant()).ok(200).at("/name").stringValue())
        .isEqualTo("Splices");
    assertThat(server.get(path).ok(200).at("/name").stringValue()).isEqualTo("Splices");
  }

  @Test
  void what_happened_at_that_very_moment_is_seen() {
    var path = fractal + "/goals/" + practice.goal();
    var renaming = server.clock().instant();
    server.put(path, "{\"name\":\"Splices\"}").ok(200);

    assertThat(then(path, renaming).at("/name").stringValue()).isEqualTo("Splices");
    assertThat(then(path, renaming.minusNanos(1000)).at("/name").stringValue())
        .isEqualTo("Knots");
  }

  @Test
  void a_deleted_goal_was_there_and_a_restored_one_was_not() {
    var path = fractal + "/goals/" + practice.goal();
    var living = hourPasses();
    server.delete(path).ok(200);
    var deleted = hourPasses();
    server.post(path + "/restore", "").ok(200);

    assertThat(then(path, living).ok(200).id()).isEqualTo(practice.goal());
    assertThat(then(fractal + "/goals", living).ok(200).at("/children")).hasSize(1);
    then(path, deleted).problem(404);
    assertThat(then(fractal + "/goals", deleted).ok(200).at("/children")).isEmpty();
    assertThat(then(fractal + "/trash", deleted).ok(200).json()).hasSize(1);
    assertThat(server.get(fractal + "/trash").ok(200).json()).isEmpty();
  }

  @Test
  void the_same_holds_for_a_goal_that_is_asked_for_without_its_fractal() {
    var path = "/api/goals/" + practice.goal();
    var living = hourPasses();
    server.delete(path).ok(200);
    var deleted = hourPasses();
    server.post(fractal + "/goals/" + practice.goal() + "/restore", "").ok(200);

    then(path, living).ok(200);
    then(path, deleted).problem(404);
    then(path, living.minus(Duration.ofDays(1))).problem(404);
  }

  @Test
  void sessions_and_what_is_in_them_are_as_they_were() {
    var activity = practice.activity("Reef knot");
    var session = practice.session("Morning");
    var instance = practice.instance(session, activity);
    var note = practice.note("session", session, "Windy");
    var before = hourPasses();
    server.put(practice.sessions("/" + session), "{\"name\":\"Evening\"}").ok(200);
    server.put("%s/notes/%s".formatted(fractal, note), "{\"content\":\"Calm\"}").ok(200);
    server.delete(practice.sessions("/%s/activities/%s".formatted(session, instance))).ok(200);
    practice.delete(activity);
    var between = hourPasses();
    server.delete(practice.sessions("/" + session)).ok(200);

    var activities = practice.sessions("/%s/activities".formatted(session));
    assertThat(texts(then(practice.sessions(""), before).ok(200).json(), "name"))
        .containsExactly("Morning");
    assertThat(then(practice.sessions("/" + session), before).ok(200).at("/name").stringValue())
        .isEqualTo("Morning");
    assertThat(texts(then(activities, before).ok(200).json(), "id")).containsExactly(instance);
    assertThat(then(practice.instances(""), before).ok(200).json()).hasSize(1);
    assertThat(then(fractal + "/activities", before).ok(200).json()).hasSize(1);
    assertThat(then(fractal + "/notes?context=session/" + session, before).ok(200)
        .at("/notes/0/content").stringValue()).isEqualTo("Windy");
    assertThat(then(practice.sessions("/" + session), between).ok(200).at("/name").stringValue())
        .isEqualTo("Evening");
    assertThat(then(activities, between).ok(200).json()).isEmpty();
    assertThat(then(fractal + "/activities", between).ok(200).json()).isEmpty();
    assertThat(then(fractal + "/notes/" + note, between).ok(200).at("/content").stringValue())
        .isEqualTo("Calm");
    server.get(activities).problem(404);
    then(activities, server.clock().instant()).problem(404);
  }

  @Test
  void a_deleted_fractal_was_there_and_one_that_is_there_was_not() {
    var living = hourPasses();
    server.delete("/api/fractals/" + practice.root()).ok(200);

    then(fractal + "/goals", living).ok(200);
    then(fractal + "/sessions", living).ok(200);
    then(fractal + "/goals", server.clock().instant()).problem(404);
    for (var list : List.of("goals", "sessions", "activities", "activity-groups",
        "activity-instances", "notes", "programs", "session-templates", "trash")) {
      var unborn = then(fractal + "/" + list, living.minus(Duration.ofHours(2))).problem(404);
      assertThat(unborn.error()).as(list).isEqualTo(server.get("/api/x/" + list).error()
          .replace("\"x\"", "\"%s\"".formatted(practice.root())));
    }
  }

  @Test
  void lists_of_all_fractals_are_as_they_were() {
    var session = practice.session("Morning");
    var before = hourPasses();
    server.delete(practice.sessions("/" + session)).ok(200);
    server.put(fractal + "/goals/" + practice.root(), "{\"name\":\"Row\"}").ok(200);
    var other = server.fractal("Climb");

    assertThat(texts(then("/api/fractals", before).ok(200).json(), "id"))
        .contains(practice.root()).doesNotContain(other);
    assertThat(texts(then("/api/fractals", before).json(), "name")).doesNotContain("Row");
    assertThat(texts(then("/api/goals", before).ok(200).json(), "id"))
        .contains(practice.root()).doesNotContain(other);
    assertThat(texts(then("/api/practice-sessions", before).ok(200).json(), "id"))
        .contains(session);
    assertThat(texts(then("/api/trash", before).ok(200).json(), "id")).doesNotContain(session);
    assertThat(texts(server.get("/api/trash").ok(200).json(), "id")).contains(session);
    assertThat(then("/api/fractals", RunningServer.START.minusSeconds(1)).ok(200).json())
        .isEmpty();
  }

  @Test
  void what_was_stored_up_to_an_event_can_be_asked_for_too() {
    var path = fractal + "/goals/" + practice.goal();
    var before = server.head();
    server.put(path, "{\"name\":\"Splices\"}").ok(200);
    var renamed = server.head();
    server.delete(path).ok(200);

    assertThat(server.get(path + "?asOfPosition=" + before).ok(200).at("/name").stringValue())
        .isEqualTo("Knots");
    assertThat(server.get(path + "?asOfPosition=" + renamed).ok(200).at("/name").stringValue())
        .isEqualTo("Splices");
    server.get(path + "?asOfPosition=" + server.head()).problem(404);
    server.get(path + "?asOfPosition=0").problem(404);
    assertThat(server.get("/api/fractals?asOfPosition=0").ok(200).json()).isEmpty();
  }

  @Test
  void times_are_those_of_the_zone_of_the_store_unless_they_say_another() {
    var path = fractal + "/goals/" + practice.goal();
    var before = hourPasses();
    server.put(path, "{\"name\":\"Splices\"}").ok(200);

    var wallClock = before.atZone(RunningServer.ZONE).toLocalDateTime();
    for (var asOf : List.of(wallClock.toString(), wallClock.toString().replace('T', ' '),
        wallClock + "+05:30", before.toString())) {
      assertThat(server
          .get(path + "?asOf=" + asOf.replace("+", "%2B").replace(" ", "%20")).ok(200)
          .at("/name").stringValue()).as(asOf).isEqualTo("Knots");
    }
    assertThat(server.get(path + "?asOf=" + before.atZone(RunningServer.ZONE).toLocalDate())
        .ok(200).at("/name").stringValue()).as("the end of the day").isEqualTo("Splices");
    server.get(path + "?asOf=" + before.atZone(RunningServer.ZONE).toLocalDate().minusDays(1))
        .problem(404);
  }

  @Test
  void a_request_for_then_and_one_for_now_do_not_mix() throws Exception {
    var path = fractal + "/goals/" + practice.goal();
    var before = hourPasses();
    server.put(path, "{\"name\":\"Splices\"}").ok(200);
    var after = hourPasses();

    var threads = new ArrayList<Thread>();
    var wrong = new ConcurrentLinkedQueue<String>();
    for (var asked : List.of("?asOf=" + before, "", "?asOf=" + after, "?asOf=" + before, "")) {
      var expected = asked.contains(before.toString()) ? "Knots" : "Splices";
      threads.add(Thread.ofPlatform().start(() -> {
        for (int round = 0; round < 50; round++) {
          var answer = server.get(path + asked);
          if (answer.status() != 200 || !answer.at("/name").stringValue().equals(expected)) {
            wrong.add(asked + ": " + answer.text());
          }
        }
      }));
    }
    for (var thread : threads) {
      thread.join();
    }

    assertThat(wrong).isEmpty();
  }
}
