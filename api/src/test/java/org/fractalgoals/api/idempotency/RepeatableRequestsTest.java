package org.fractalgoals.api.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;

import org.fractalgoals.api.Answer;
import org.fractalgoals.api.RunningServer;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.Origin;
import org.fractalgoals.domain.event.Source;
import org.fractalgoals.domain.purge.Purge;
import org.fractalgoals.eventstore.SqliteEventStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client that does not know whether its request arrived can send it again. */
class RepeatableRequestsTest {

  private static final int CLIENTS = 16;
  private static final String FRACTALS = "/api/fractals";
  private static final String SAIL = "{\"name\":\"Sail\"}";

  private final RunningServer server = new RunningServer();
  private final String key = UUID.randomUUID().toString();

  @BeforeEach
  void start() throws Exception {
    server.open();
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  private Answer post(String path, String key, String body) {
    return post(path, key, "local", body);
  }

  private Answer post(String path, String key, String actor, String body) {
    return server.send(server.request(path).header("Idempotency-Key", key)
        .header("X-Actor", actor).header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body)));
  }

  private void change(String sql) {
    try (
        var connection = DriverManager.getConnection(
            "jdbc:sqlite:" + server.directory().resolve(SqliteEventStore.FILE));
        var statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private long rows(String condition) {
    try (
        var connection = DriverManager.getConnection(
            "jdbc:sqlite:" + server.directory().resolve(SqliteEventStore.FILE));
        var statement = connection.createStatement();
        var count = statement
            .executeQuery("SELECT count(*) FROM idempotency WHERE " + condition)) {
      return count.getLong(1);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private static void assertSame(Answer again, Answer first) {
    assertThat(again.status()).isEqualTo(first.status());
    assertThat(again.text()).isEqualTo(first.text());
    for (var header : List.of("Content-Type", "ETag", "Fractal-Position", "Cache-Control")) {
      assertThat(again.header(header)).as(header).isEqualTo(first.header(header));
    }
  }

  @Test
  void the_same_request_gets_the_same_answer_and_nothing_happens_twice() {
    var first = post(FRACTALS, key, SAIL).ok(201);
    long head = server.head();
    server.put("/api/goals/" + first.id(), "{\"name\":\"Row\"}").ok(200);

    assertSame(post(FRACTALS, key, SAIL).ok(201), first);

    assertThat(server.head()).isEqualTo(head + 1);
    assertThat(server.get(FRACTALS).json()).hasSize(1);
  }

  @Test
  void without_a_key_the_same_request_is_another_one() {
    server.post(FRACTALS, SAIL).ok(201);
    server.post(FRACTALS, SAIL).ok(201);

    assertThat(server.get(FRACTALS).json()).hasSize(2);
    assertThat(rows("true")).isZero();
  }

  @Test
  void another_body_with_the_same_key_is_refused() {
    post(FRACTALS, key, SAIL).ok(201);

    assertThat(post(FRACTALS, key, "{\"name\":\"Row\"}").problem(422).error())
        .contains("Idempotency-Key");
    assertThat(server.get(FRACTALS).json()).hasSize(1);
  }

  @Test
  void a_key_belongs_to_a_caller_and_a_route() {
    var first = post(FRACTALS, key, SAIL).ok(201);
    var ofAnna = post(FRACTALS, key, "anna", SAIL).ok(201);
    var elsewhere = post("/api/goals", key, "{\"name\":\"Sail\",\"type\":\"UltimateGoal\"}")
        .ok(201);

    assertThat(List.of(first.id(), ofAnna.id(), elsewhere.id())).doesNotHaveDuplicates();
  }

  @Test
  void an_answer_survives_a_restart() {
    var first = post(FRACTALS, key, SAIL).ok(201);
    server.stop();
    server.start();

    assertSame(post(FRACTALS, key, SAIL).ok(201), first);
    assertThat(server.get(FRACTALS).json()).hasSize(1);
  }

  @Test
  void a_request_that_was_carried_out_but_not_answered_is_answered_and_not_carried_out_again() {
    var first = post(FRACTALS, key, SAIL).ok(201);
    var goals = "/api/%s/goals".formatted(first.id());
    var body = """
      {"name":"Boat","type":"LongTermGoal","parent_id":"%s"}
      """.formatted(first.id());
    var made = post(goals, key, body).ok(201);
    long head = server.head();
    // what a crash between the commit of the events and that of the answer leaves
    change("UPDATE idempotency SET status = NULL, headers = NULL, answer = NULL");

    var again = post(goals, key, body).ok(201);

    assertThat(again.text()).isEqualTo(made.text());
    assertThat(server.head()).isEqualTo(head);
    assertSame(post(goals, key, body).ok(201), again);
  }

  @Test
  void what_was_carried_out_but_can_no_longer_be_shown_is_said_to_be_saved() {
    var made = post(FRACTALS, key, SAIL).ok(201);
    change("UPDATE idempotency SET status = NULL, headers = NULL, answer = NULL");
    server.delete("/api/fractals/" + made.id()).ok(200);
    long head = server.head();

    assertThat(post(FRACTALS, key, SAIL).problem(409).at("/saved").booleanValue()).isTrue();
    assertThat(server.head()).isEqualTo(head);
  }

  @Test
  void a_refusal_is_not_kept() {
    var root = post(FRACTALS, key, SAIL).ok(201).id();
    var groups = "/api/%s/activity-groups".formatted(root);
    var group = server.post(groups, SAIL).ok(201).id();
    post(groups, key, SAIL).problem(409);
    server.delete(groups + "/" + group).ok(200);

    post(groups, key, SAIL).ok(201);
  }

  @Test
  void of_many_in_flight_one_is_carried_out_and_all_get_its_answer() {
    for (int round = 0; round < 5; round++) {
      var roundKey = key + round;
      var start = new CyclicBarrier(CLIENTS);
      var answers = IntStream.range(0, CLIENTS)
          .mapToObj(client -> CompletableFuture.supplyAsync(() -> {
            try {
              start.await();
            } catch (Exception e) {
              throw new IllegalStateException(e);
            }
            return post(FRACTALS, roundKey, SAIL);
          }, task -> Thread.ofVirtual().start(task))).toList().stream()
          .map(CompletableFuture::join).toList();

      answers.forEach(answer -> assertSame(answer, answers.getFirst().ok(201)));
      assertThat(server.get(FRACTALS).json()).hasSize(round + 1);
    }
  }

  @Test
  void what_changes_nothing_is_answered_again_too() {
    var root = post(FRACTALS, key, SAIL).ok(201).id();
    var restore = FRACTALS + "/%s/restore".formatted(root);
    var first = post(restore, key, "{}").ok(200);
    server.put("/api/goals/" + root, "{\"name\":\"Row\"}").ok(200);

    assertSame(post(restore, key, "{}").ok(200), first);
  }

  @Test
  void a_key_is_forgotten_after_a_day() {
    post(FRACTALS, key, SAIL).ok(201);
    server.clock().advance(Duration.ofHours(23));
    post(FRACTALS, key, SAIL).ok(201);
    assertThat(server.get(FRACTALS).json()).hasSize(1);

    server.clock().advance(Duration.ofHours(1));
    post(FRACTALS, key, SAIL).ok(201);

    assertThat(server.get(FRACTALS).json()).hasSize(2);
    assertThat(rows("true")).isEqualTo(1);
  }

  @Test
  void what_is_purged_goes_from_the_answers_as_well() {
    var root = post(FRACTALS, key, "{\"name\":\"Secret sail\"}").ok(201).id();
    var group = post("/api/%s/activity-groups".formatted(root), key, "{\"name\":\"Ropes\"}")
        .ok(201);
    assertThat(rows("answer LIKE '%Secret sail%'")).isEqualTo(1);

    server.application().erasure().purge(new Purge(EntityRef.group(group.id()), root, "asked for"),
        new Origin("local", Source.API, "purge-1"));

    assertThat(rows("answer IS NOT NULL")).isZero();
    assertThat(rows("true")).as("the request that made the fractal can still be repeated")
        .isEqualTo(1);
    assertThat(post(FRACTALS, key, "{\"name\":\"Secret sail\"}").ok(201).id()).isEqualTo(root);
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "a\tb"})
  void what_is_no_key_is_refused(String wrong) {
    post(FRACTALS, wrong, SAIL).problem(400);
    post(FRACTALS, "k".repeat(201), SAIL).problem(400);
    post(FRACTALS, "k".repeat(200), SAIL).ok(201);
  }

  @Test
  void a_body_that_is_too_long_is_refused_with_a_key_as_without() {
    post(FRACTALS, key, "{\"name\":\"%s\"}".formatted("n".repeat(4 << 20))).problem(413);
  }
}
