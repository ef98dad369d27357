package org.fractalgoals.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is purged of a migrated file is nowhere in the data directory but in the backup of the file. */
class PurgeOfRealFilesTest {

  /** Enough of a text to know it by, and few enough for it to lie on one page. */
  private static final int BEGINNING = 200;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"stage-01.db", "stage-08.db", "stage-11.db", "stage-12.db",
      "stage-15.db", "stage-16.db"})
  void one_thing_of_each_kind_is_purged_and_then_a_whole_fractal(String name) throws Exception {
    var directory = new DataDirectory(folder);
    directory.migrate(Fixtures.file(name));
    var gone = new ArrayList<String>();

    // parts before wholes, as wholes take them along
    for (var kind : List.of("metric", "split", "day", "block", "instance", "note", "group",
        "template", "program", "activity", "session", "goal")) {
      for (var thing : texts(directory, """
        SELECT kind || '/' || id FROM entity
         WHERE kind = '%s' AND id <> root_id AND state <> 'purged' AND NOT placeholder
         ORDER BY created_at, id LIMIT 1 OFFSET 1
        """.formatted(kind))) {
        purge(directory, thing, gone);
      }
    }
    requireSound(directory);
    requireGone(directory, gone);

    for (var root : texts(directory, """
      SELECT 'goal/' || id FROM entity WHERE kind = 'goal' AND id = root_id AND NOT placeholder
       ORDER BY created_at LIMIT 1
      """)) {
      purge(directory, root, gone);
      assertThat(texts(directory, """
        SELECT type FROM events
         WHERE root_id = '%s' AND payload IS NOT NULL AND type <> 'thing.purged'
        """.formatted(root.substring("goal/".length())))).isEmpty();
    }
    requireSound(directory);
    requireGone(directory, gone);
    directory.shown();
    directory.exportLegacy();
  }

  private static void purge(DataDirectory directory, String thing, List<String> gone)
      throws Exception {
    var before = contents(directory);

    var ended = directory.run("purge", thing, "--reason", "a test");

    assertThat(ended.exitCode()).as(thing + ": " + ended.errors()).isZero();
    assertThat(ended.output()).as(thing).contains(thing + " is purged", "nothing of it any more");
    var after = contents(directory);
    before.removeAll(after);
    assertThat(before).as(thing).isNotEmpty();
    gone.addAll(before);
  }

  /** What events tell, the beginnings only. */
  private static List<String> contents(DataDirectory directory) throws SQLException {
    return new ArrayList<>(texts(directory, """
      SELECT substr(payload, 1, %1$d) FROM events WHERE length(payload) > 60
      UNION
      SELECT substr(source_row, 100, %1$d) FROM events WHERE length(source_row) > 160
      """.formatted(BEGINNING)));
  }

  private static List<String> texts(DataDirectory directory, String sql) throws SQLException {
    try (
        var connection = DriverManager
            .getConnection("jdbc:sqlite:" + directory.data().resolve("events.db"));
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      var texts = new ArrayList<String>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    }
  }

  private static void requireSound(DataDirectory directory) {
    var verified = directory.run("verify", "--deep");
    assertThat(verified.exitCode()).as(verified.output() + verified.errors()).isZero();
  }

  private static void requireGone(DataDirectory directory, List<String> gone) throws Exception {
    try (var files = Files.list(directory.data())) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        for (var text : gone) {
          var wanted = new String(text.getBytes(StandardCharsets.UTF_8),
              StandardCharsets.ISO_8859_1);
          assertThat(bytes.contains(wanted)).as("%s in %s", text, file).isFalse();
        }
      }
    }
  }
}
