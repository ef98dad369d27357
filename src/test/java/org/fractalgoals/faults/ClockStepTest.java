package org.fractalgoals.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import org.fractalgoals.process.Http;
import org.fractalgoals.process.Program;
import org.fractalgoals.process.ServerHere;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** A clock that steps back, while a server runs or between two runs: what is recorded later is not dated earlier. */
class ClockStepTest {

  @TempDir Path directory;

  @Test
  void times_stand_still_until_the_clock_has_caught_up() throws Exception {
    var now = new AtomicReference<>(Instant.parse("2031-05-06T12:00:00Z"));
    InstantSource source = now::get;
    var clock = source.withZone(ZoneOffset.UTC);
    var root = "";
    try (var server = ServerHere.on(directory, clock)) {
      root = server.ask("POST", "/api/fractals", "{\"name\":\"Time\"}").get("id").asString();
      now.updateAndGet(instant -> instant.minus(Duration.ofHours(1)));
      rename(server, root, "An hour before");
    }
    now.updateAndGet(instant -> instant.minus(Duration.ofDays(400)));
    try (var server = ServerHere.on(directory, clock)) {
      rename(server, root, "Long before");
      server.ask("DELETE", "/api/fractals/" + root, "");
      server.ask("POST", "/api/fractals/%s/restore".formatted(root), "");
      assertThat(server.get("/api/%s/goals".formatted(root)).get("name").asString())
          .isEqualTo("Long before");
      now.set(Instant.parse("2031-05-06T12:00:01Z"));
      rename(server, root, "Now");

      assertThat(recorded(server)).isSorted().hasSize(6)
          .startsWith("2031-05-06T12:00:00.000000").endsWith("2031-05-06T12:00:01.000000");
    }
    var verified = Program.runHere("verify", "--deep", "--data", directory.toString());
    assertThat(verified.exitCode()).as(verified.output() + verified.errors()).isZero();
  }

  private static void rename(Http server, String root, String name) throws Exception {
    server.ask("PUT", "/api/%s/goals/%s".formatted(root, root),
        "{\"name\":\"%s\"}".formatted(name));
  }

  /** When each event was recorded, in the order of their positions. */
  private List<String> recorded(Http server) throws Exception {
    var token = Files.readString(directory.resolve("admin.token")).strip();
    var times = new ArrayList<String>();
    for (var event : new JsonMapper().readTree(
        server.send("GET", "/api/admin/audit?limit=100", "", "Bearer " + token).body())
        .get("events")) {
      times.addFirst(event.get("recorded_at").asString());
    }
    return times;
  }
}
