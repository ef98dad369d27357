package org.fractalgoals.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

import org.fractalgoals.process.Program;
import org.fractalgoals.process.Program.Ended;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A directory that may be read only: whatever reads works, whatever writes says in one sentence that it cannot. */
class ReadOnlyDirectoryTest {

  private static final String NOBODY = "65534";

  @TempDir Path folder;

  @Test
  void what_a_server_left_behind_can_be_read_by_somebody_who_may_not_write() throws Exception {
    var data = folder.resolve("data");
    try (var server = Program.serve(data)) {
      server.ask("POST", "/api/fractals", "{\"name\":\"Read me\"}");
      assertThat(server.stop()).isEqualTo(143);
    }
    assertReadable(data);
  }

  @Test
  void so_can_what_a_server_left_that_was_killed() throws Exception {
    var data = folder.resolve("data");
    try (var server = Program.serve(data)) {
      server.ask("POST", "/api/fractals", "{\"name\":\"Read me\"}");
      server.kill();
    }
    assertReadable(data);
  }

  private void assertReadable(Path data) throws Exception {
    open(folder);
    var jar = Files.copy(Program.jar(), folder.resolve("program.jar"));
    var work = Files.createDirectory(folder.resolve("work"));
    Files.setPosixFilePermissions(work, PosixFilePermissions.fromString("rwxrwxrwx"));
    assumeTrue(as(jar, work, "--version").exitCode() == 0, "privileges cannot be dropped here");
    for (var command : List.of(List.of("status"), List.of("trash"), List.of("audit"),
        List.of("verify", "--deep"),
        List.of("export", "--legacy", work.resolve("legacy.db").toString()))) {
      var ended = as(jar, work, withData(command, data));
      assertThat(ended.exitCode()).as(command + ended.output() + ended.errors()).isZero();
      assertThat(ended.errors().lines()).as("%s", command)
          .allMatch(line -> line.contains("could not be noted in the history"))
          .hasSize(command.contains("export") ? 1 : 0);
    }
    for (var command : List.of(List.of("serve", "--port", "0"), List.of("rebuild"))) {
      var ended = as(jar, work, withData(command, data));
      assertThat(ended.exitCode()).as("%s", command).isEqualTo(1);
      assertThat(ended.errors().strip()).as("%s", command).hasLineCount(1)
          .contains(data.toString()).doesNotContain("Exception");
    }
  }

  private static String[] withData(List<String> command, Path data) {
    var arguments = new ArrayList<>(command);
    arguments.addAll(List.of("--data", data.toString()));
    return arguments.toArray(String[]::new);
  }

  /** Lets everybody read what is in a folder. */
  private static void open(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.toList()) {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(
            Files.isDirectory(file) ? "r-xr-xr-x" : "r--r--r--"));
      }
    }
  }

  private Ended as(Path jar, Path work, String... arguments) throws Exception {
    var command = new ArrayList<>(List.of("setpriv", "--reuid", NOBODY, "--clear-groups",
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1",
        "-Djava.io.tmpdir=" + work, "-jar", jar.toString()));
    command.addAll(List.of(arguments));
    try {
      var process = new ProcessBuilder(command).directory(work.toFile())
          .redirectError(folder.resolve("errors").toFile()).start();
      process.getOutputStream().close();
      var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Ended(process.waitFor(), output, Files.readString(folder.resolve("errors")));
    } catch (IOException noSuchCommand) {
      return new Ended(127, "", String.valueOf(noSuchCommand.getMessage()));
    }
  }
}
