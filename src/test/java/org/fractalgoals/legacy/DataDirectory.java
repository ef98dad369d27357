package org.fractalgoals.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;

import org.fractalgoals.process.Program;
import org.fractalgoals.process.Program.Ended;
import org.fractalgoals.process.ServerHere;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A data directory that legacy files are migrated into, asked through the command line and over HTTP only. */
record DataDirectory(Path folder) {

  private static final JsonMapper JSON = new JsonMapper();

  Path data() {
    return folder.resolve("data");
  }

  /** Runs a command on it, in this process. */
  Ended run(String... command) {
    var arguments = new ArrayList<>(List.of(command));
    arguments.addAll(List.of("--data", data().toString()));
    return Program.runHere(arguments.toArray(String[]::new));
  }

  /** Migrates a file, which must succeed, be proved and leave the file alone; answers the report. */
  JsonNode migrate(Path file, String... more) throws Exception {
    var bytes = Files.readAllBytes(file);
    var changed = Files.getLastModifiedTime(file);
    var report = folder.resolve("report.json");
    Files.deleteIfExists(report);

    var command = new ArrayList<>(
        List.of("migrate", file.toString(), "--report", report.toString()));
    command.addAll(List.of(more));
    var ended = run(command.toArray(String[]::new));

    assertThat(ended.exitCode()).as(ended.errors() + ended.output()).isZero();
    assertThat(ended.errors()).isEmpty();
    assertThat(file).hasBinaryContent(bytes);
    assertThat(Files.getLastModifiedTime(file)).isEqualTo(changed);
    var told = JSON.readTree(report);
    assertThat(told.at("/proof/equal").asBoolean()).as(told.toPrettyString()).isTrue();
    assertThat(told.at("/nullRoots").asInt(-1)).isZero();
    assertThat(told.at("/foreignKeyCheck").asInt(-1)).isZero();
    assertThat(told.get("tables")).allSatisfy(table -> assertThat(table.get("read").asLong())
        .as(table.toString()).isEqualTo(table.get("told").asLong() + table.get("kept").asLong()
            + table.get("unchanged").asLong() + table.get("skipped").asLong()));
    return told;
  }

  /** Migrates a file that was migrated before: nothing may be written. */
  void migrateAgain(Path file) throws Exception {
    var before = head();
    var ended = run("migrate", file.toString());
    assertThat(ended.exitCode()).as(ended.errors() + ended.output()).isZero();
    assertThat(head()).isEqualTo(before);
  }

  JsonNode status() {
    return run("status", "--format", "json").json();
  }

  /** Position and chain hash of the last event. */
  String head() {
    var status = status();
    return status.get("position").asString() + " " + status.get("head").asString();
  }

  /** Writes the file of an import from the events; it must equal the source, cell by cell. */
  void requireTheSameFileBack(String importId, Path source) throws Exception {
    var out = folder.resolve("as-imported.db");
    Files.deleteIfExists(out);
    var ended = run("export", "--as-imported", "--import", importId, out.toString());
    assertThat(ended.exitCode()).as(ended.errors()).isZero();
    Cells.requireEqual(Cells.of(out), Cells.of(source));
  }

  /** Writes today's state as a legacy file, which must be sound; answers where it lies. */
  Path exportLegacy() throws Exception {
    var out = folder.resolve("legacy-export.db");
    Files.deleteIfExists(out);
    var ended = run("export", "--legacy", out.toString());
    assertThat(ended.exitCode()).as(ended.errors()).isZero();
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + out);
        var statement = connection.createStatement();
        var check = statement.executeQuery("PRAGMA integrity_check")) {
      check.next();
      assertThat(check.getString(1)).isEqualTo("ok");
    }
    return out;
  }

  /** What a server shows after a file was migrated. */
  Shown shownAfter(Path file) throws Exception {
    Files.createDirectories(folder);
    migrate(file);
    return shown();
  }

  /** What a server shows of it. */
  Shown shown() throws Exception {
    try (var server = ServerHere.on(data())) {
      return Shown.by(server);
    }
  }
}
