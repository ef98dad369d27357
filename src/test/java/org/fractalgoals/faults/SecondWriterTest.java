package org.fractalgoals.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.fractalgoals.legacy.LegacyFileGenerator;
import org.fractalgoals.process.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who writes to a data directory has it alone; whoever comes second is told who that is. */
class SecondWriterTest {

  @TempDir Path folder;

  @Test
  void neither_a_second_server_nor_a_migration_gets_at_the_directory_of_a_running_server()
      throws Exception {
    var file = folder.resolve("legacy.db");
    LegacyFileGenerator.write(file, 200, 1);
    var data = folder.resolve("data");
    try (var server = Program.serve(data)) {
      server.ask("POST", "/api/fractals", "{\"name\":\"Mine\"}");
      for (var command : List.of(new String[] {"serve", "--port", "0"},
          new String[] {"migrate", file.toString()})) {
        var refused = Program.process(withData(command, data)).redirectErrorStream(true).start();
        var said = new String(refused.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(refused.waitFor()).as(said).isEqualTo(1);
        assertThat(said.strip()).hasLineCount(1).contains("in use by process " + server.pid(),
            "port " + server.port(), "stop that one first");
      }
      assertThat(server.get("/api/fractals")).hasSize(1);
      server.kill();
    }
    try (var server = Program.serve(data)) {
      assertThat(server.get("/api/fractals")).as("who was killed holds nothing").hasSize(1);
    }
  }

  private static String[] withData(String[] command, Path data) {
    var arguments = new ArrayList<>(List.of(command));
    arguments.addAll(List.of("--data", data.toString()));
    return arguments.toArray(String[]::new);
  }
}
