package org.fractalgoals.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;

import org.fractalgoals.process.ServerHere;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The history of a real file reaches back to before there were events. */
class AuditOfRealFilesTest {

  @TempDir Path folder;

  @Test
  void the_audit_of_a_real_file_reaches_back_into_the_legacy_time() throws Exception {
    var directory = new DataDirectory(folder);
    directory.migrate(Fixtures.file("stage-16.db"));

    try (var server = ServerHere.on(directory.data())) {
      var events = new ArrayList<JsonNode>();
      for (var fractal : server.get("/api/fractals")) {
        var path = "/api/" + fractal.get("id").asString() + "/audit?limit=1000";
        server.get(path).get("events").forEach(events::add);
        assertThat(server.get(path.replace("?", "/counts?")).get("total").asLong())
            .isEqualTo(server.get(path).get("events").size());
      }
      var first = events.stream()
          .min(Comparator.comparing(event -> event.get("effective_at").asString())).orElseThrow();
      assertThat(first.get("effective_at").asString()).startsWith("2025-12");
      assertThat(first.get("recorded_at").asString()).isGreaterThan("2026-01-01");
      assertThat(first.get("source").asString()).isEqualTo("migration");
      assertThat(events).allSatisfy(event -> {
        assertThat(event.get("sentence").asString()).isNotBlank();
        assertThat(event.get("import_id").isNull()).isFalse();
      });
      assertThat(events).anySatisfy(event -> assertThat(event.get("type").asString())
          .isEqualTo("session.deleted"));
    }
  }
}
