package org.fractalgoals.process;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A purge that is killed has not happened, or is brought to its end by the next process, files included. */
class PurgeCrashTest {

  private static final long ROWS = 8_000;
  private static final long SEED = 11;
  private static final int KILLS = Thoroughness.of(2, 50);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir static Path shared;
  private static RebuildDirectory filled = new RebuildDirectory(Path.of(""));

  /** A session of some fractal, and what only it says. */
  private static String session = "";
  private static String root = "";
  private static String text = "";

  @TempDir Path folder;

  @BeforeAll
  static void fill() throws Exception {
    filled = RebuildDirectory.filled(shared, ROWS);
    session = text(filled,
        "SELECT id FROM entity WHERE kind = 'session' AND state = 'live' AND NOT placeholder "
            + "ORDER BY id LIMIT 1 OFFSET 5");
    root = text(filled, "SELECT root_id FROM entity WHERE kind = 'session' AND id = '%s'"
        .formatted(session));
    text = text(filled, """
      SELECT payload FROM events WHERE stream = 'session/%s' ORDER BY length(payload) DESC LIMIT 1
      """.formatted(session));
    text = text.substring(0, Math.min(300, text.length()));
  }

  private static String text(RebuildDirectory directory, String sql) throws SQLException {
    try (
        var connection = DriverManager
            .getConnection("jdbc:sqlite:" + directory.data().resolve("events.db"));
        var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      return row.getString(1);
    }
  }

  private static boolean hasText(Path data) throws IOException {
    var wanted = new String(text.getBytes(UTF_8), ISO_8859_1);
    try (var files = Files.list(data)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        if (new String(Files.readAllBytes(file), ISO_8859_1).contains(wanted)) {
          return true;
        }
      }
    }
    return false;
  }

  private static void awaitErasure(RebuildDirectory directory, Http server) throws Exception {
    var token = Files.readString(directory.data().resolve("admin.token")).strip();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (server.send("GET", "/api/admin/erasure", "", "Bearer " + token).body()
        .contains("\"pending\":true")) {
      assertThat(System.nanoTime()).as("time to erase").isLessThan(deadline);
    }
    assertThat(directory.data().resolve("erasing")).doesNotExist();
  }

  private static void requireSound(RebuildDirectory directory) throws Exception {
    var verified = directory.run("verify", "--deep");
    assertThat(verified.exitCode()).as(verified.output() + verified.errors()).isZero();
  }

  @Test
  void a_command_killed_at_any_point_has_purged_nothing_or_is_brought_to_its_end()
      throws Exception {
    var whole = filled.copyTo(folder.resolve("whole"));
    long start = System.nanoTime();
    var ended = whole.run("purge", "session/" + session, "--reason", "a test");
    assertThat(ended.exitCode()).as(ended.errors()).isZero();
    long milliseconds = Duration.ofNanos(System.nanoTime() - start).toMillis();
    assertThat(hasText(whole.data())).isFalse();
    requireSound(whole);

    var random = new Random(SEED);
    for (int kill = 0; kill < KILLS; kill++) {
      var directory = filled.copyTo(folder.resolve("kill-" + kill));
      var process = directory.start("purge", "session/" + session, "--reason", "a test");
      process.waitFor(random.nextLong(milliseconds / 3, milliseconds), TimeUnit.MILLISECONDS);
      process.destroyForcibly();
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();

      try (var server = ServerHere.on(directory.data())) {
        awaitErasure(directory, server);
        var answer = server.send("GET", "/api/%s/sessions/%s".formatted(Http.segment(root),
            Http.segment(session)), "");
        assertThat(answer.statusCode() == 404).as(answer.body())
            .isEqualTo(
                text(directory, "SELECT state FROM entity WHERE kind = 'session' AND id = '%s'"
                    .formatted(session)).equals("purged"));
        assertThat(hasText(directory.data())).isEqualTo(answer.statusCode() == 200);
      }
      requireSound(directory);
    }
  }

  @Test
  void a_server_killed_before_the_files_have_lost_it_goes_on_when_it_starts_again()
      throws Exception {
    var directory = filled.copyTo(folder.resolve("data"));
    try (
        var reader = DriverManager
            .getConnection("jdbc:sqlite:" + directory.data().resolve("events.db"));
        var statement = reader.createStatement()) {
      try (var server = Program.serve(directory.data())) {
        statement.execute("BEGIN");
        statement.executeQuery("SELECT count(*) FROM entity").close();
        var token = Files.readString(directory.data().resolve("admin.token")).strip();
        var purged = server.send("DELETE", "/api/admin/%s/session/%s?reason=a%%20test".formatted(
            Http.segment(root), Http.segment(session)), "", "Bearer " + token);
        assertThat(purged.statusCode()).as(purged.body()).isEqualTo(202);
        server.kill();
      }
      assertThat(directory.data().resolve("erasing")).exists();
      statement.execute("COMMIT");
    }

    try (var server = Program.serve(directory.data())) {
      awaitErasure(directory, server);
      assertThat(hasText(directory.data())).isFalse();
      assertThat(server.stop()).isEqualTo(143);
    }
    requireSound(directory);
  }
}
