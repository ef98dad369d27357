package org.fractalgoals.api.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

import org.fractalgoals.api.Answer;
import org.fractalgoals.api.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AuditTest {

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  private static Answer audit(String root, String query) {
    return SERVER.get("/api/%s/audit?%s".formatted(root, query));
  }

  private static List<JsonNode> events(String root, String query) {
    return audit(root, query).ok(200).at("/events").valueStream().toList();
  }

  private static List<String> types(String root, String query) {
    return events(root, query).stream().map(event -> event.at("/type").stringValue()).toList();
  }

  private static Answer asAdmin(String path) throws IOException {
    var token = Files.readString(SERVER.directory().resolve("admin.token")).strip();
    return SERVER.send(SERVER.request(path).header("Authorization", "Bearer " + token).GET());
  }

  private static void rename(String root, String goal, String name) {
    SERVER.clock().advance(Duration.ofSeconds(1));
    SERVER.put("/api/%s/goals/%s".formatted(root, goal), "{\"name\":\"%s\"}".formatted(name))
        .ok(200);
  }

  @Test
  void the_latest_comes_first_and_nothing_of_other_fractals() {
    var root = SERVER.fractal("Sail");
    SERVER.fractal("Climb");
    rename(root, root, "Sail far");

    assertThat(types(root, "")).containsExactly("goal.renamed", "goal.created");
    assertThat(events(root, "")).allMatch(event -> event.at("/root_id").stringValue().equals(root));
  }

  @Test
  void one_deletion_is_one_action_with_its_consequences() {
    var root = SERVER.fractal("Sail");
    var boat = SERVER.goal(root, root, "Boat");
    SERVER.goal(root, boat, "Keel");
    SERVER.delete("/api/%s/goals/%s".formatted(root, boat)).ok(200);
    var action = events(root, "limit=1").getFirst().at("/action_id").stringValue();

    var members = events(root, "action=" + action);

    assertThat(members).hasSize(2).allMatch(
        event -> event.at("/type").stringValue().equals("goal.deleted"));
    assertThat(members.getLast().at("/thing/id").stringValue()).isEqualTo(boat);
    assertThat(members.getFirst().at("/caused_by")).isEqualTo(members.getLast().at("/event_id"));
  }

  @Test
  void filters_narrow_it_down_each_alone_and_all_together() {
    var root = SERVER.fractal("Sail");
    var before = SERVER.clock().instant();
    var boat = SERVER.goal(root, root, "Boat");
    rename(root, boat, "Ship");
    rename(root, root, "Sail far");

    assertThat(types(root, "entity=goal/" + boat)).containsExactly("goal.renamed", "goal.created");
    assertThat(types(root, "type=goal.renamed")).hasSize(2);
    assertThat(types(root, "kind=goal")).hasSize(4);
    assertThat(types(root, "kind=session")).isEmpty();
    assertThat(types(root, "actor=local")).hasSize(4);
    assertThat(types(root, "actor=nobody")).isEmpty();
    assertThat(types(root, "source=api")).hasSize(4);
    assertThat(types(root, "source=migration")).isEmpty();
    assertThat(types(root, "text=SHIP")).containsExactly("goal.renamed");
    assertThat(types(root, "from=" + before.plusMillis(500))).containsExactly("goal.renamed",
        "goal.renamed");
    assertThat(types(root, "recorded_to=" + before.plusMillis(500))).containsExactly(
        "goal.created", "goal.created");
    assertThat(types(root, "entity=goal/%s&type=goal.renamed&actor=local&source=api&from=%s"
        .formatted(boat, before))).containsExactly("goal.renamed");
  }

  @Test
  void pages_neither_skip_nor_double_anything_while_more_happens() {
    var root = SERVER.fractal("Sail");
    for (int number = 0; number < 10; number++) {
      rename(root, root, "Sail " + number);
    }
    var seen = new ArrayList<Long>();
    var next = "";
    do {
      var page = audit(root, "limit=3" + next).ok(200);
      page.at("/events").forEach(event -> seen.add(event.at("/position").longValue()));
      rename(root, root, "Meanwhile " + seen.size());
      next = page.at("/next").isNull() ? "" : "&after=" + page.at("/next").stringValue();
    } while (!next.isEmpty());

    assertThat(seen).hasSize(11).isSortedAccordingTo((one, two) -> Long.compare(two, one));
    assertThat(new HashSet<>(seen)).hasSize(11);
  }

  @Test
  void it_counts_by_day_type_and_actor() {
    var root = SERVER.fractal("Sail");
    SERVER.goal(root, root, "Boat");
    SERVER.clock().advance(Duration.ofDays(1));
    SERVER.put("/api/%s/goals/%s".formatted(root, root), "{\"name\":\"Sail far\"}").ok(200);

    var counts = SERVER.get("/api/%s/audit/counts".formatted(root)).ok(200);
    SERVER.clock().advance(Duration.ofDays(-1));

    assertThat(counts.at("/total").longValue()).isEqualTo(3);
    assertThat(counts.at("/by_type").toString())
        .isEqualTo("{\"goal.created\":2,\"goal.renamed\":1}");
    assertThat(counts.at("/by_actor").toString()).isEqualTo("{\"local\":3}");
    assertThat(counts.at("/by_day").valueStream().map(JsonNode::longValue).toList())
        .containsExactly(2L, 1L);
    assertThat(SERVER.get("/api/%s/audit/counts?type=goal.renamed".formatted(root)).ok(200)
        .at("/total").longValue()).isEqualTo(1);
  }

  @Test
  void all_of_it_can_be_had_line_by_line_or_as_a_table() {
    var root = SERVER.fractal("Sail");
    rename(root, root, "Sail, \\\"far\\\"");
    var path = "/api/%s/audit/export".formatted(root);

    var lines = SERVER.get(path);
    var table = SERVER.sendUnchecked(SERVER.request(path + "?format=csv").GET());

    assertThat(lines.header("Content-Type")).hasValue("application/x-ndjson");
    assertThat(lines.text().lines().map(line -> new JsonMapper().readTree(line).at("/type")
        .stringValue())).containsExactly("goal.renamed", "goal.created");
    assertThat(table.header("Content-Type")).hasValue("text/csv;charset=UTF-8");
    assertThat(table.text().lines().toList()).hasSize(3);
    assertThat(table.text()).startsWith("position,effective_at,recorded_at,root_id,kind,id,name,")
        .contains("\"Renamed from \"\"Sail\"\" to \"\"Sail, \"\"far\"\"\"\"\"");
    SERVER.get(path + "?format=xml").problem(400);
  }

  @Test
  void a_deleted_fractal_still_has_its_audit_and_an_unknown_one_has_none() {
    var root = SERVER.fractal("Sail");
    var boat = SERVER.goal(root, root, "Boat");
    SERVER.delete("/api/fractals/" + root).ok(200);

    assertThat(types(root, "type=goal.deleted")).hasSize(2);
    audit("nothing", "").problem(404);
    audit(boat, "").problem(404);
  }

  @Test
  void administrators_see_all_fractals_and_nobody_else_does() throws IOException {
    var one = SERVER.fractal("Sail");
    var two = SERVER.fractal("Climb");

    var page = asAdmin("/api/admin/audit?limit=2").ok(200);

    assertThat(page.at("/events").valueStream().map(event -> event.at("/root_id").stringValue()))
        .containsExactly(two, one);
    assertThat(asAdmin("/api/admin/audit?root=" + one).ok(200).at("/events")).hasSize(1);
    assertThat(asAdmin("/api/admin/audit/counts").ok(200).at("/total").longValue())
        .isEqualTo(SERVER.head());
    assertThat(asAdmin("/api/admin/audit/export").text().lines().count())
        .isEqualTo(SERVER.head());
    asAdmin("/api/admin/audit?text=sail").problem(400);
    SERVER.get("/api/admin/audit").problem(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"limit=0", "limit=many", "after=x", "from=yesterday", "recorded_to=7",
      "type=goal.painted", "kind=boat", "source=pigeon", "entity=boat/1", "entity=goal",
      "kind=session&type=goal.renamed"})
  void what_cannot_be_read_is_refused_in_a_sentence(String query) {
    var root = SERVER.fractal("Sail");

    assertThat(audit(root, query).problem(400).error()).endsWith(".");
  }
}
