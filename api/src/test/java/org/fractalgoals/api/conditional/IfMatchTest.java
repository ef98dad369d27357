package org.fractalgoals.api.conditional;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.fractalgoals.api.Answer;
import org.fractalgoals.api.RunningServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A change can be made to depend on what its client has seen. */
class IfMatchTest {

  private static final int CLIENTS = 16;
  private static final int ROUNDS = 10;

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  private String root = "";
  private String goal = "";

  @BeforeEach
  void given() {
    root = SERVER.fractal("Sail");
    goal = SERVER.goal(root, root, "Boat");
  }

  private String path() {
    return "/api/%s/goals/%s".formatted(root, goal);
  }

  private static String tagOf(Answer answer) {
    return answer.header("ETag").orElseThrow();
  }

  private static Answer send(String method, String path, String tags, String body) {
    return SERVER.send(SERVER.request(path).header("If-Match", tags)
        .header("Content-Type", "application/json")
        .method(method, BodyPublishers.ofString(body)));
  }

  private static String name(String name) {
    return "{\"name\":\"%s\"}".formatted(name);
  }

  @Test
  void a_change_to_what_was_seen_is_made_and_answered_with_the_new_tag() {
    var seen = tagOf(SERVER.get(path()).ok(200));

    var changed = send("PUT", path(), seen, name("Ship")).ok(200);

    assertThat(tagOf(changed)).isEqualTo(tagOf(SERVER.get(path()).ok(200))).isNotEqualTo(seen);
    send("PUT", path(), tagOf(changed), name("Yacht")).ok(200);
  }

  @Test
  void a_change_to_what_has_changed_meanwhile_is_refused_with_the_present_version() {
    var seen = tagOf(SERVER.get(path()).ok(200));
    SERVER.put(path(), name("Ship")).ok(200);
    long head = SERVER.head();

    var refused = send("PUT", path(), seen, name("Yacht")).problem(412);

    assertThat(refused.at("/version").asInt()).isEqualTo(1);
    assertThat(refused.at("/etag").stringValue()).isEqualTo(tagOf(SERVER.get(path()).ok(200)));
    assertThat(SERVER.head()).isEqualTo(head);
    assertThat(SERVER.get(path()).at("/name").stringValue()).isEqualTo("Ship");
  }

  @Test
  void what_happens_elsewhere_in_the_fractal_does_not_matter() {
    var seen = tagOf(SERVER.get(path()).ok(200));
    SERVER.goal(root, goal, "Keel");

    send("PUT", path(), seen, name("Ship")).ok(200);
  }

  @Test
  void instances_of_one_session_have_versions_of_their_own() {
    var activity = SERVER.post("/api/%s/activities".formatted(root), name("Row")).ok(201).id();
    var session = SERVER.post("/api/%s/sessions".formatted(root), """
      {"name":"Morning","parent_ids":["%s"]}
      """.formatted(SERVER.post("/api/%s/goals".formatted(root), """
      {"name":"Soon","type":"ShortTermGoal","parent_id":"%s"}
      """.formatted(root)).ok(201).id())).ok(201).id();
    var instances = "/api/%s/sessions/%s/activities".formatted(root, session);
    var add = "{\"activity_definition_id\":\"%s\"}".formatted(activity);
    var one = SERVER.post(instances, add).ok(201);
    var other = SERVER.post(instances, add).ok(201);

    send("PUT", instances + "/" + one.id(), tagOf(one), "{\"notes\":\"windy\"}").ok(200);

    send("PUT", instances + "/" + other.id(), tagOf(other), "{\"notes\":\"calm\"}").ok(200);
    send("PUT", instances + "/" + one.id(), tagOf(one), "{\"notes\":\"rain\"}").problem(412);
  }

  @Test
  void the_answer_to_a_creation_has_the_tag_of_what_was_created() {
    var made = SERVER.post("/api/%s/goals".formatted(root), """
      {"name":"Keel","type":"LongTermGoal","parent_id":"%s"}
      """.formatted(root)).ok(201);
    var keel = "/api/%s/goals/%s".formatted(root, made.id());

    assertThat(tagOf(made)).isEqualTo(tagOf(SERVER.get(keel).ok(200))).startsWith("\"0.");
    send("DELETE", keel, tagOf(made), "").ok(200);
  }

  @Test
  void a_star_stands_for_any_version_and_what_is_unknown_stays_unknown() {
    send("PUT", path(), "*", name("Ship")).ok(200);
    send("PUT", "/api/%s/goals/unknown".formatted(root), "*", name("Ship")).problem(404);
    send("PUT", "/api/%s/activity-instances/new".formatted(root), "*", """
      {"practice_session_id":"s","activity_definition_id":"a"}
      """).problem(400);
  }

  @Test
  void a_header_that_lists_no_tags_is_refused() {
    send("PUT", path(), "latest", name("Ship")).problem(400);
    assertThat(SERVER.get(path()).at("/name").stringValue()).isEqualTo("Boat");
  }

  @Test
  void of_sixteen_clients_that_have_seen_the_same_one_wins_each_round() {
    for (int round = 0; round < ROUNDS; round++) {
      var seen = tagOf(SERVER.get(path()).ok(200));
      var start = new CyclicBarrier(CLIENTS);
      var prefix = "Round %d, client ".formatted(round);
      var statuses = IntStream.range(0, CLIENTS)
          .mapToObj(client -> CompletableFuture.supplyAsync(() -> {
            await(start);
            return send("PUT", path(), seen, name(prefix + client)).status();
          }, task -> Thread.ofVirtual().start(task))).toList().stream()
          .map(CompletableFuture::join)
          .collect(Collectors.groupingBy(status -> status, Collectors.counting()));

      assertThat(statuses.keySet()).isSubsetOf(Set.of(200, 412, 409));
      assertThat(statuses.get(200)).isEqualTo(1);
      assertThat(SERVER.get(path()).at("/name").stringValue()).startsWith(prefix);
    }
  }

  private static void await(CyclicBarrier start) {
    try {
      start.await();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
