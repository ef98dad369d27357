package org.fractalgoals.api.purge;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;

import org.fractalgoals.api.Answer;
import org.fractalgoals.api.Practice;
import org.fractalgoals.api.RunningServer;
import org.fractalgoals.api.admin.AdminToken;
import org.fractalgoals.eventstore.StoreView;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Erasing things for good over HTTP. */
class PurgeTest {

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  private Practice practice = new Practice(SERVER, "", "");

  @BeforeEach
  void something_to_practise() {
    practice = Practice.on(SERVER);
  }

  private static Answer admin(String method, String path) {
    return SERVER.send(SERVER.request("/api/admin/" + path)
        .header("Authorization",
            AdminToken.find(SERVER.directory()).orElseThrow().authorization())
        .header("X-Actor", "warden").method(method, BodyPublishers.noBody()));
  }

  private Answer purge(String kind, String id) {
    return admin("DELETE",
        "%s/%s/%s?reason=as%%20asked".formatted(practice.root(), kind, id));
  }

  private static void awaitErasure() throws InterruptedException {
    assertThat(SERVER.application().erasure().await(Duration.ofSeconds(30))).isTrue();
  }

  private Answer history(String kind, String id) {
    return SERVER.get("/api/%s/%s/%s/history".formatted(practice.root(), kind, id)).ok(200);
  }

  private static List<String> sentences(Answer history) {
    return history.at("/events").valueStream().map(event -> event.at("/sentence").stringValue())
        .toList();
  }

  /** The files of the data directory that have a text, as bytes. */
  private static List<Path> filesWith(String text) throws IOException {
    var wanted = new String(text.getBytes(UTF_8), ISO_8859_1);
    try (var files = Files.walk(SERVER.directory())) {
      return files.filter(Files::isRegularFile).filter(file -> {
        try {
          return new String(Files.readAllBytes(file), ISO_8859_1).contains(wanted);
        } catch (IOException e) {
          throw new IllegalStateException(e);
        }
      }).toList();
    }
  }

  @Test
  void a_goal_goes_with_all_below_it_and_nothing_of_it_is_left_in_the_files() throws Exception {
    var boat = practice.goal("ShortTermGoal", practice.root(), "Quillfeather");
    var keel = practice.goal("ImmediateGoal", boat, "Marzipanschloss");
    var note = practice.note("goal", keel, "Zinnoberrot, sagte sie");
    SERVER.delete("/api/%s/goals/%s".formatted(practice.root(), keel)).ok(200);
    assertThat(filesWith("Zinnoberrot, sagte sie")).isNotEmpty();

    var purged = purge("goal", boat);

    assertThat(purged.status()).isBetween(200, 202);
    assertThat(purged.at("/things").asLong()).isEqualTo(3);
    awaitErasure();
    for (var text : List.of("Quillfeather", "Marzipanschloss", "Zinnoberrot, sagte sie")) {
      assertThat(filesWith(text)).as(text).isEmpty();
    }
    SERVER.get("/api/%s/goals/%s".formatted(practice.root(), boat)).problem(404);
    SERVER.get("/api/%s/goals/%s".formatted(practice.root(), keel)).problem(404);
    SERVER.get("/api/%s/notes/%s".formatted(practice.root(), note)).problem(404);
    assertThat(SERVER.get("/api/%s/trash".formatted(practice.root())).ok(200).json()).isEmpty();
    assertThat(SERVER.get("/api/%s/goals/%s".formatted(practice.root(), practice.goal()))
        .ok(200).at("/name").stringValue()).isEqualTo("Knots");
  }

  @Test
  void what_is_left_says_who_did_it_when_and_why() {
    var boat = practice.goal("ShortTermGoal", practice.root(), "Boat");

    var action = purge("goals", boat).at("/action_id").stringValue();

    var left = history("goal", boat);
    assertThat(sentences(left)).containsExactly("What happened was purged",
        "Purged for good (events: 1): as asked");
    var purge = left.at("/events/1");
    assertThat(purge.at("/actor").stringValue()).isEqualTo("warden");
    assertThat(purge.at("/action_id").stringValue()).isEqualTo(action);
    assertThat(purge.at("/recorded_at").stringValue()).startsWith("2026-03-04T");
    assertThat(left.at("/events/0/purged_by").asLong())
        .isEqualTo(purge.at("/position").asLong());
    var act = admin("GET", "audit?type=purge.carried-out&limit=1").ok(200);
    assertThat(act.at("/events/0/sentence").stringValue())
        .isEqualTo("Purged goal/%s for good (things: 1, events: 1): as asked".formatted(boat));
  }

  @Test
  void it_never_comes_back_and_its_id_is_never_used_again() {
    var session = practice.session("Gone");
    var activity = practice.activity("Row");
    SERVER.delete("/api/%s/sessions/%s".formatted(practice.root(), session)).ok(200);

    purge("session", session);

    assertThat(SERVER.post(practice.sessions("/%s/restore".formatted(session)), "").problem(409)
        .error()).contains("was purged");
    assertThat(purge("session", session).problem(409).error()).contains("was purged");
    SERVER.post(practice.sessions("/%s/activities".formatted(session)),
        "{\"activity_definition_id\":\"%s\"}".formatted(activity)).problem(404);
    var instance = practice.instance(practice.session("Next"), activity);
    purge("instance", instance);
    SERVER.post(practice.sessions("/%s/activities".formatted(practice.session("Last"))), """
      {"activity_definition_id":"%s","instance_id":"%s"}
      """.formatted(activity, instance)).problem(409);
  }

  @Test
  void the_trash_says_what_will_not_come_back() {
    var boat = practice.goal("ShortTermGoal", practice.root(), "Boat");
    var keel = practice.goal("ImmediateGoal", boat, "Keel");
    SERVER.delete("/api/%s/goals/%s".formatted(practice.root(), boat)).ok(200);

    purge("goal", keel);

    var item = SERVER.get("/api/%s/trash".formatted(practice.root())).ok(200).at("/0");
    assertThat(item.at("/restorable").asBoolean()).isTrue();
    assertThat(item.at("/count").asInt()).isEqualTo(1);
    assertThat(item.at("/reason").stringValue()).isEqualTo(
        "Of what was deleted with it 1 thing was purged since, and will not come back.");
    SERVER.post("/api/%s/goals/%s/restore".formatted(practice.root(), boat), "").ok(200);
    SERVER.get("/api/%s/goals/%s".formatted(practice.root(), keel)).problem(404);
  }

  @Test
  void a_fractal_goes_with_everything_in_it() throws Exception {
    var activity = practice.activity("Quartettprobe");
    practice.instance(practice.session("Abendrunde"), activity);

    purge("goal", practice.root());

    awaitErasure();
    assertThat(filesWith("Quartettprobe")).isEmpty();
    assertThat(filesWith("Abendrunde")).isEmpty();
    SERVER.get("/api/%s/goals".formatted(practice.root())).problem(404);
    assertThat(SERVER.get("/api/fractals").ok(200).text()).doesNotContain(practice.root());
    assertThat(SERVER.get("/api/%s/audit".formatted(practice.root())).ok(200).at("/events")
        .valueStream().map(event -> event.at("/type").stringValue())).contains("thing.purged");
  }

  @Test
  void what_refers_to_it_stays_and_shows_it_no_more() {
    var activity = practice.activity("Row");
    var session = practice.session("Morning");
    var instance = practice.instance(session, activity);
    SERVER.put(practice.sessions("/%s/activities/%s/metrics".formatted(session, instance)), """
      {"metrics":[{"metric_id":"%s-pace","value":7}]}
      """.formatted(activity)).ok(200);

    purge("activity", activity);

    var shown = SERVER.get(practice.sessions("/%s/activities".formatted(session))).ok(200);
    assertThat(shown.at("/0/id").stringValue()).isEqualTo(instance);
    assertThat(shown.text()).contains("\"Unknown\"").doesNotContain("Row");
    SERVER.post(practice.sessions("/%s/activities".formatted(session)),
        "{\"activity_definition_id\":\"%s\"}".formatted(activity)).problem(400);
  }

  @Test
  void what_has_lost_a_part_can_be_worked_with() {
    var activity = practice.activity("Row");
    var session = practice.session("Morning");
    var first = practice.instance(session, activity);
    var second = practice.instance(session, activity);
    SERVER.put(practice.instances("/" + second), "{\"notes\":\"soft\"}").ok(200);

    purge("instance", second);
    purge("metric", activity + "-load");

    SERVER.put(practice.instances("/" + first), "{\"notes\":\"hard\"}").ok(200);
    SERVER.put("/api/%s/activities/%s".formatted(practice.root(), activity),
        "{\"name\":\"Row faster\"}").ok(200);
    SERVER.post(practice.sessions("/%s/activities".formatted(session)),
        "{\"activity_definition_id\":\"%s\"}".formatted(activity)).ok(201);
    assertThat(SERVER.get(practice.sessions("/%s/activities".formatted(session))).ok(200).json())
        .hasSize(2);
    assertThat(sentences(history("instance", second))).containsExactly("What happened was purged",
        "What happened was purged", "Purged for good (events: 2): as asked");
  }

  @Test
  void neither_the_past_nor_a_difference_shows_it() {
    var boat = practice.goal("ShortTermGoal", practice.root(), "Boat");
    var then = SERVER.head();
    SERVER.get("/api/%s/goals/%s?asOfPosition=%d".formatted(practice.root(), boat, then)).ok(200);

    purge("goal", boat);

    SERVER.get("/api/%s/goals/%s?asOfPosition=%d".formatted(practice.root(), boat, then))
        .problem(404);
    assertThat(SERVER.get("/api/%s/goals?asOfPosition=%d".formatted(practice.root(), then))
        .ok(200).text()).doesNotContain("Boat");
  }

  @ParameterizedTest
  @CsvSource({"goal, unknown, 404", "boat, x, 404", "metric, unknown, 404"})
  void there_must_be_such_a_thing(String kind, String id, int status) {
    long head = SERVER.head();

    purge(kind, id).problem(status);

    assertThat(SERVER.head()).isEqualTo(head);
    assertThat(SERVER.directory().resolve("erasing")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?reason=", "?reason=%20", "?Reason=x"})
  void there_must_be_a_reason(String query) {
    long head = SERVER.head();

    admin("DELETE", "%s/goal/%s%s".formatted(practice.root(), practice.goal(), query))
        .problem(400);
    admin("DELETE", "%s/goal/%s?reason=%s".formatted(practice.root(), practice.goal(),
        "x".repeat(501))).problem(400);

    assertThat(SERVER.head()).isEqualTo(head);
  }

  @Test
  void nobody_but_the_admin_may() {
    var path = "/api/admin/%s/goal/%s?reason=x".formatted(practice.root(), practice.goal());

    SERVER.delete(path).problem(401);

    SERVER.get("/api/%s/goals/%s".formatted(practice.root(), practice.goal())).ok(200);
  }

  @Test
  void a_thing_of_another_fractal_is_unknown_here() {
    var other = SERVER.fractal("Fly");

    admin("DELETE", "%s/goal/%s?reason=x".formatted(other, practice.goal())).problem(404);
  }

  @Test
  void it_is_not_complete_while_somebody_reads_what_was_there() throws Exception {
    var boat = practice.goal("ShortTermGoal", practice.root(), "Wolkenkuckucksheim");
    try (
        var reader = DriverManager
            .getConnection("jdbc:sqlite:" + SERVER.directory().resolve("events.db"));
        var statement = reader.createStatement()) {
      statement.execute("BEGIN");
      statement.executeQuery("SELECT count(*) FROM events").close();

      var purged = purge("goal", boat).ok(202);

      assertThat(purged.at("/complete").asBoolean(true)).isFalse();
      assertThat(SERVER.directory().resolve("erasing")).exists();
      var standing = admin("GET", "erasure").ok(200);
      assertThat(standing.at("/pending").asBoolean()).isTrue();
      assertThat(standing.at("/obstacle").stringValue()).contains("still reads");
      statement.execute("COMMIT");
    }

    awaitErasure();
    assertThat(filesWith("Wolkenkuckucksheim")).isEmpty();
    assertThat(SERVER.directory().resolve("erasing")).doesNotExist();
    assertThat(admin("GET", "erasure").ok(200).at("/pending").asBoolean(true)).isFalse();
  }

  @Test
  void the_next_process_goes_on_where_one_was_killed() throws Exception {
    var boat = practice.goal("ShortTermGoal", practice.root(), "Siebenschlaefer");
    purge("goal", boat);
    awaitErasure();
    var before = SERVER.application().readModel().file().orElseThrow();
    SERVER.stop();
    // as a process leaves it that is killed between the purge and its end
    Files.writeString(SERVER.directory().resolve("erasing"), "");

    SERVER.start();

    awaitErasure();
    assertThat(SERVER.directory().resolve("erasing")).doesNotExist();
    assertThat(SERVER.application().readModel().file().orElseThrow()).isNotEqualTo(before);
    assertThat(before).doesNotExist();
  }

  @Test
  void the_history_is_still_what_it_was() throws Exception {
    var boat = practice.goal("ShortTermGoal", practice.root(), "Boat");
    practice.note("goal", boat, "Blue");

    purge("goal", boat);

    try (var store = StoreView.open(SERVER.directory(), null)) {
      var walked = store.check().chain(position -> {});
      assertThat(walked.fault()).isNull();
      assertThat(walked.head()).isEqualTo(store.head());
      assertThat(store.check().lookups(10).orElseThrow().count()).isZero();
    }
  }
}
