package org.fractalgoals.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.fractalgoals.legacy.LegacyFileGenerator;
import org.fractalgoals.process.Http;
import org.fractalgoals.process.Program;
import org.fractalgoals.process.Program.Ended;
import org.fractalgoals.process.Thoroughness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A full disk is said clearly and harms nothing, and once there is room all goes on by itself. */
class FullDiskTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final int TIMES = Thoroughness.of(2, 100);
  private static final int MOST_BLOCKS_LEFT = 200;
  private static final int MOST_COMMANDS = 500;
  private static final long SEED = 507;

  @TempDir Path folder;

  private String root = "";
  private String goal = "";
  /** What was saved last, whatever was answered. */
  private String saved = "";
  /** What was saved last and could be read when that was answered. */
  private String shown = "";
  private int number;
  private int notShown;

  @Test
  void commands_are_refused_while_reads_go_on_and_succeed_once_there_is_room(
      TestReporter reporter) throws Exception {
    var random = new Random(SEED);
    try (var disk = SmallDisk.at(folder.resolve("disk"), 24)) {
      var data = disk.place().resolve("data");
      try (var server = Program.serve(data)) {
        root = server.ask("POST", "/api/fractals", "{\"name\":\"Small\"}").get("id").asString();
        goal = server.ask("POST", "/api/%s/goals".formatted(root),
            "{\"name\":\"Room\",\"type\":\"LongTermGoal\",\"parent_id\":\"%s\"}".formatted(root))
            .get("id").asString();
        for (int time = 0; time < TIMES; time++) {
          disk.fill(random.nextInt(MOST_BLOCKS_LEFT));
          assertRefusal(firstRefusal(server));
          assertThat(server.get("/api/fractals")).hasSize(1);
          assertThat(describe(server, "in vain").statusCode()).isIn(507, 503, 200);

          disk.free();
          assertThat(describe(server, "there is room").statusCode()).isEqualTo(200);
          assertThat(description(server)).isEqualTo(saved);
        }
        assertThat(server.stop()).isEqualTo(143);
      }
      assertNotServed(disk, data);
      requireSound(data);
    }
    reporter.publishEntry("disk full", "%d times, %d commands, %d of them saved and not shown"
        .formatted(TIMES, number, notShown));
  }

  private static void assertNotServed(SmallDisk disk, Path data) throws Exception {
    disk.fill(0);
    var refused = Program.run("serve", "--port", "0", "--data", data.toString());
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.errors().strip()).hasLineCount(1).containsIgnoringCase("space");
    disk.free();
  }

  /** Writes until there is no room. What was saved can be read as soon as the read model has it, what was not cannot. */
  private HttpResponse<String> firstRefusal(Http server) throws Exception {
    for (int command = 0; command < MOST_COMMANDS; command++) {
      var answer = describe(server, "x".repeat(1 + number * 7919 % 20_000));
      if (answer.statusCode() == 507) {
        assertThat(description(server)).isIn(shown, saved);
        return answer;
      }
    }
    throw new AssertionError("the disk never becomes full");
  }

  private HttpResponse<String> describe(Http server, String text) throws Exception {
    var description = "%d %s".formatted(number++, text);
    var answer = server.send("PUT", "/api/%s/goals/%s".formatted(root, goal),
        JSON.writeValueAsString(Map.of("description", description)));
    switch (answer.statusCode()) {
      case 200 -> {
        saved = description;
        shown = description;
      }
      case 503 -> {
        assertThat(problem(answer).get("saved").asBoolean()).as(answer.body()).isTrue();
        saved = description;
        notShown++;
      }
      default -> assertThat(answer.statusCode()).as(answer.body()).isEqualTo(507);
    }
    return answer;
  }

  private String description(Http server) throws Exception {
    return server.get("/api/%s/goals/%s".formatted(root, goal)).get("description").asString();
  }

  private static JsonNode problem(HttpResponse<String> answer) {
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    return JSON.readTree(answer.body());
  }

  private static void assertRefusal(HttpResponse<String> answer) {
    assertThat(problem(answer).get("error").asString())
        .isEqualTo(
            "The disk of the server is full: nothing was saved. Once there is room again, the same request will do.");
  }

  private static void requireSound(Path data) {
    var verified = Program.runHere("verify", "--deep", "--data", data.toString());
    assertThat(verified.exitCode()).as(verified.output() + verified.errors()).isZero();
  }

  @Test
  void a_migration_without_room_leaves_nothing_and_can_be_repeated() throws Exception {
    var file = folder.resolve("legacy.db");
    LegacyFileGenerator.write(file, 4_000, SEED);
    try (var disk = SmallDisk.at(folder.resolve("disk"), 64)) {
      var data = disk.place().resolve("data");
      disk.fill(200);
      assertNotMigrated(Program.run("migrate", file.toString(), "--data", data.toString()), data);
      disk.free();

      assertNotMigrated(migrateWhileTheDiskFills(file, data, disk), data);
      disk.free();

      var migrated = Program.run("migrate", file.toString(), "--data", data.toString());
      assertThat(migrated.exitCode()).as(migrated.errors()).isZero();
      requireSound(data);
    }
  }

  private static void assertNotMigrated(Ended migrated, Path data) {
    assertThat(migrated.exitCode()).as(migrated.output()).isEqualTo(1);
    assertThat(migrated.errors().strip()).hasLineCount(1)
        .containsPattern("(?i)too little room|no space|disk is full");
    assertThat(data.resolve("events.db")).doesNotExist();
  }

  private Ended migrateWhileTheDiskFills(Path file, Path data, SmallDisk disk) throws Exception {
    var output = folder.resolve("out");
    var errors = folder.resolve("err");
    var process = Program.process("migrate", file.toString(), "--data", data.toString())
        .redirectOutput(output.toFile()).redirectError(errors.toFile()).start();
    try (var watch = data.getFileSystem().newWatchService()) {
      data.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
      while (process.isAlive() && !Files.exists(data.resolve("events.db.importing"))) {
        watch.poll(100, TimeUnit.MILLISECONDS);
      }
      disk.fillUp();
    }
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Ended(process.exitValue(), Files.readString(output), Files.readString(errors));
  }
}
