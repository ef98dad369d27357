package org.fractalgoals.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.fractalgoals.api.Application;
import org.fractalgoals.api.Settings;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.Origin;
import org.fractalgoals.domain.event.Source;
import org.fractalgoals.domain.purge.Purge;

/** A data directory from which things are purged, and what has to be missing then. */
record PurgedData(DataDirectory directory) {

  /** What anonymised texts and those of made-up files are known by. */
  private static final Pattern TEXT = Pattern.compile("[A-Z][a-z]+_[0-9a-f]{8}|secret-[a-z0-9_-]+");

  /** Takes away from a legacy file what stands in it of purged things; they are in {@code store.entity}. */
  private static final List<String> WITHOUT = List.of(
      "goals WHERE %1$s",
      "sessions WHERE id IN %2$s", "practice_sessions WHERE id IN %2$s",
      "metric_values WHERE activity_instance_id IN %3$s OR activity_instance_id IN (SELECT id FROM activity_instances WHERE %4$s)",
      "activity_instances WHERE id IN %3$s OR %4$s",
      "session_goals WHERE session_id IN %2$s",
      "practice_session_goals WHERE practice_session_id IN %2$s",
      "activity_definitions WHERE id IN %5$s",
      "metric_definitions WHERE activity_id IN %5$s OR id IN %10$s",
      "split_definitions WHERE activity_id IN %5$s",
      "activity_groups WHERE id IN %11$s", "session_templates WHERE id IN %12$s",
      "scheduled_sessions WHERE day_id IN %7$s",
      "program_day_templates WHERE program_day_id IN %7$s", "program_days WHERE id IN %7$s",
      "program_blocks WHERE program_id IN %8$s", "programs WHERE id IN %8$s",
      "notes WHERE id IN %9$s");

  /** Gives what may be purged a text of its own. */
  static void mark(Path legacy, String when) throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + legacy);
        var statement = connection.createStatement()) {
      for (var column : List.of("goals.name", "sessions.description", "practice_sessions.name",
          "activity_definitions.description", "activity_groups.description",
          "session_templates.description", "metric_definitions.name", "programs.description",
          "activity_instances.notes", "notes.content")) {
        var table = column.substring(0, column.indexOf('.'));
        var name = column.substring(column.indexOf('.') + 1);
        if (has(connection, table) && texts(connection,
            "SELECT name FROM pragma_table_info('%s')".formatted(table)).contains(name)) {
          statement.execute("UPDATE %1$s SET %2$s = 'secret-%3$s-%1$s-' || rowid".formatted(table,
              name, when));
        }
      }
    }
  }

  private Path store() {
    return directory.data().resolve("events.db");
  }

  /** Erases a thing and waits until it has left the files. */
  void purge(EntityRef thing) throws Exception {
    try (var application = Application
        .open(new Settings(directory.data(), "development", null, Clock.systemUTC()))) {
      var rootId = application.store().entities().find(thing).orElseThrow().rootId();
      application.erasure().purge(new Purge(thing, rootId, "asked for"),
          new Origin("tester", Source.CLI, "purge of " + thing));
      assertThat(application.erasure().await(Duration.ofMinutes(2))).isTrue();
    }
  }

  /** The first thing that a query on the table of entities finds. */
  EntityRef find(String condition) throws SQLException {
    var found = texts(store(), "SELECT kind || '/' || id FROM entity AS thing "
        + "WHERE NOT placeholder AND state <> 'purged' AND " + condition + " ORDER BY id LIMIT 1");
    return EntityRef.read(found.getFirst()).orElseThrow();
  }

  /** A copy of a legacy file without the rows about what is purged. */
  Path without(Path legacy, String name) throws Exception {
    var copy = Files.copy(legacy, directory.folder().resolve(name));
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + copy);
        var statement = connection.createStatement()) {
      statement.execute("ATTACH '%s' AS store".formatted(store()));
      for (var rows : WITHOUT) {
        var table = rows.substring(0, rows.indexOf(' '));
        if (has(connection, table)) {
          statement.executeUpdate("DELETE FROM " + rows.formatted(goals(connection),
              ids("session"), ids("instance"), ofSessions(connection), ids("activity"),
              "", ids("day"), ids("program"), ids("note"), ids("metric"), ids("group"),
              ids("template")));
        }
      }
    }
    return copy;
  }

  private static String goals(Connection connection) throws SQLException {
    return has(connection, "sessions") || has(connection, "practice_sessions")
        ? "id IN " + ids("goal")
        : "id IN %s OR id IN %s".formatted(ids("goal"), ids("session"));
  }

  private static String ofSessions(Connection connection) throws SQLException {
    var columns = texts(connection, "SELECT name FROM pragma_table_info('activity_instances')");
    return List.of("session_id", "practice_session_id").stream().filter(columns::contains)
        .map(column -> column + " IN " + ids("session"))
        .reduce((one, other) -> one + " OR " + other)
        .orElseThrow();
  }

  private static String ids(String kind) {
    return "(SELECT id FROM store.entity WHERE state = 'purged' AND kind = '%s')".formatted(kind);
  }

  private static boolean has(Connection connection, String table) throws SQLException {
    return !texts(connection,
        "SELECT name FROM main.sqlite_schema WHERE name = '%s'".formatted(table)).isEmpty();
  }

  /** Nothing that stands in the one file and not in the other may be anywhere in the store. */
  void requireForgotten(Path legacy, Path rest) throws SQLException {
    var gone = words(legacy);
    gone.removeAll(words(rest));
    assertThat(gone).as("texts of what was purged").isNotEmpty();
    var left = new HashSet<String>();
    for (var column : List.of("payload", "source_row", "metadata")) {
      texts(store(), "SELECT %1$s FROM events WHERE %1$s IS NOT NULL".formatted(column))
          .forEach(text -> left.addAll(wordsIn(text)));
    }
    assertThat(left).doesNotContainAnyElementsOf(gone);
  }

  private static Set<String> words(Path file) throws SQLException {
    var words = new HashSet<String>();
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      for (var table : texts(connection, "SELECT name FROM sqlite_schema WHERE type = 'table'")) {
        for (var column : texts(connection,
            "SELECT name FROM pragma_table_info('%s')".formatted(table))) {
          texts(connection, "SELECT \"%1$s\" FROM \"%2$s\" WHERE typeof(\"%1$s\") = 'text'"
              .formatted(column, table)).forEach(text -> words.addAll(wordsIn(text)));
        }
      }
    }
    return words;
  }

  private static List<String> wordsIn(String text) {
    return TEXT.matcher(text).results().map(found -> found.group()).toList();
  }

  private static List<String> texts(Path file, String query) throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      return texts(connection, query);
    }
  }

  private static List<String> texts(Connection connection, String query) throws SQLException {
    var texts = new ArrayList<String>();
    try (var statement = connection.createStatement(); var rows = statement.executeQuery(query)) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }
}
