package org.fractalgoals.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.fractalgoals.legacy.LegacyFileGenerator;
import org.fractalgoals.process.Program.Ended;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/** A data directory with many events, and what lies in it. */
record RebuildDirectory(Path data) {

  private static final long SEED = 5;

  /** Makes it from a generated legacy file of about so many rows. */
  static RebuildDirectory filled(Path folder, long rows) throws Exception {
    var file = folder.resolve("legacy.db");
    LegacyFileGenerator.write(file, rows, SEED);
    var directory = new RebuildDirectory(folder.resolve("filled"));
    var migrated = directory.run("migrate", file.toString());
    assertThat(migrated.exitCode()).as(migrated.errors()).isZero();
    return directory;
  }

  RebuildDirectory copyTo(Path other) throws IOException {
    FileSystemUtils.copyRecursively(data, other);
    return new RebuildDirectory(other);
  }

  Ended run(String... command) throws Exception {
    return Program.run(arguments(command));
  }

  Process start(String... command) throws IOException {
    return Program.process(arguments(command)).start();
  }

  String[] arguments(String... command) {
    var arguments = new ArrayList<>(List.of(command));
    arguments.addAll(List.of("--data", data.toString()));
    return arguments.toArray(String[]::new);
  }

  JsonNode status() throws Exception {
    return run("status", "--format", "json").json();
  }

  /** Names of the read models that are complete. */
  List<String> generations() throws IOException {
    return names(".*-\\d+\\.db");
  }

  /** Names of what was begun and not finished. */
  List<String> leftOvers() throws IOException {
    return names(".*\\.building.*|.*\\.new");
  }

  private List<String> names(String pattern) throws IOException {
    try (var files = Files.list(data)) {
      return files.map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith("read-model") && name.matches(pattern)).sorted()
          .toList();
    }
  }
}
