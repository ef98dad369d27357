package org.fractalgoals.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.fractalgoals.api.Practice;
import org.fractalgoals.api.RunningServer;
import org.fractalgoals.api.admin.AdminToken;
import org.fractalgoals.api.cli.Shell.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One fractal as JSON, beside a running server. */
class ExportOfAFractalTest {

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  @TempDir private Path directory = Path.of("");

  private Practice practice = new Practice(SERVER, "", "");

  @BeforeEach
  void something_to_export() {
    practice = Practice.on(SERVER);
  }

  private static Outcome export(String root, Path out) {
    return new Shell().run("--data", SERVER.directory().toString(), "export", "--fractal", root,
        out.toString());
  }

  private JsonNode exported() throws IOException {
    var out = directory.resolve("fractal.json");
    var outcome = export(practice.root(), out);
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.code()).isZero();
    return new JsonMapper().readTree(Files.readString(out));
  }

  @Test
  void all_that_lives_in_it_is_there_as_the_api_shows_it() throws Exception {
    var activity = practice.activity("Bowline");
    var session = practice.session("Morning");
    var instance = practice.instance(session, activity);
    practice.note("goal", practice.goal(), "Slippery");

    var json = exported();

    assertThat(json.get("format").asString()).isEqualTo("fractal-goals/fractal");
    assertThat(json.get("version").asInt()).isEqualTo(1);
    assertThat(json.get("zone").asString()).isEqualTo(RunningServer.ZONE.getId());
    assertThat(json.get("tree")).isEqualTo(
        SERVER.get("/api/%s/goals".formatted(practice.root())).ok(200).json());
    assertThat(json.get("activities")).isEqualTo(
        SERVER.get("/api/%s/activities".formatted(practice.root())).ok(200).json());
    assertThat(json.get("activity_instances")).singleElement()
        .satisfies(it -> assertThat(it.get("id").asString()).isEqualTo(instance));
    assertThat(json.get("notes")).singleElement()
        .satisfies(it -> assertThat(it.get("content").asString()).isEqualTo("Slippery"));
    assertThat(json.propertyNames()).contains("activity_groups", "session_templates", "programs");
  }

  @Test
  void its_whole_history_is_there_with_what_each_event_tells() throws Exception {
    var boat = practice.goal("ShortTermGoal", practice.root(), "Boat");
    SERVER.delete("/api/goals/" + boat).ok(200);

    var history = exported().get("history");

    assertThat(history.get(0).get("type").asString()).isEqualTo("goal.deleted");
    assertThat(history.get(0).get("actor").asString()).isNotEmpty();
    assertThat(history.get(0).get("recorded_at").asString()).startsWith("2026-03-04T");
    assertThat(history.get(1).get("payload").get("name").asString()).isEqualTo("Boat");
    assertThat(history.valueStream().map(event -> event.get("root_id").asString()).distinct())
        .containsExactly(practice.root());
  }

  @Test
  void the_same_history_makes_the_same_file_which_only_its_owner_may_read() throws Exception {
    var first = directory.resolve("first.json");
    var second = directory.resolve("second.json");

    assertThat(export(practice.root(), first).code()).isZero();
    assertThat(export(practice.root(), second).code()).isZero();

    assertThat(withoutHead(first)).isEqualTo(withoutHead(second));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(first)))
        .isEqualTo("rw-------");
    assertThat(SERVER.send(SERVER.request("/api/admin/audit?type=store.exported&limit=1")
        .header("Authorization",
            AdminToken.find(SERVER.directory()).orElseThrow().authorization())
        .GET()).ok(200).at("/events/0/sentence").stringValue())
        .startsWith("Exported the fractal %s to \"second.json\" as fractal, up to event "
            .formatted(practice.root()));
  }

  /** Each export is noted in the history, though not in that of the fractal. */
  private static String withoutHead(Path file) throws IOException {
    return Files.readString(file)
        .replaceFirst("\"position\":\\d+,\"head\":\"\\p{XDigit}+\"", "");
  }

  @Test
  void what_is_not_there_or_deleted_is_refused_and_leaves_no_file() throws Exception {
    SERVER.delete("/api/fractals/" + practice.root()).ok(200);

    for (var root : new String[] {"none", practice.root()}) {
      var outcome = export(root, directory.resolve("out.json"));
      assertThat(outcome.code()).isEqualTo(1);
      assertThat(outcome.err()).hasLineCount(1).contains("no fractal \"" + root);
    }
    assertThat(directory).isEmptyDirectory();
  }
}
