package org.fractalgoals.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** All that stands in a SQLite file, cell by cell: declarations, rowids, storage classes and values. */
final class Cells {

  private static final String OBJECTS = """
    SELECT type, name, tbl_name, sql FROM sqlite_schema
    WHERE name NOT LIKE 'sqlite_stat%' ORDER BY type, name
    """;

  private final Connection connection;

  private final Set<String> leftOut;

  private Cells(Connection connection, Set<String> leftOut) {
    this.connection = connection;
    this.leftOut = leftOut;
  }

  /**
   * The rows by the name of their table, sorted; the declarations stand under an empty name.
   *
   * @param leftOut columns that do not count
   */
  static Map<String, List<String>> of(Path file, String... leftOut) throws SQLException {
    try (var connection = DriverManager
        .getConnection("jdbc:sqlite:file:" + file + "?mode=ro&immutable=1")) {
      return new Cells(connection, Set.of(leftOut)).all();
    }
  }

  /** Compares table by table, so that a difference is told where it is. */
  static void requireEqual(Map<String, List<String>> found, Map<String, List<String>> expected) {
    assertThat(found.keySet()).isEqualTo(expected.keySet());
    expected.forEach((table, rows) -> {
      if (!rows.equals(found.get(table))) {
        assertThat(found.get(table)).as("table \"%s\"", table)
            .containsExactlyInAnyOrderElementsOf(rows);
      }
    });
  }

  private Map<String, List<String>> all() throws SQLException {
    var cells = new TreeMap<String, List<String>>();
    cells.put("", rows(OBJECTS, 4));
    cells.put("encoding", rows("PRAGMA encoding", 1));
    for (var table : rows("SELECT name FROM pragma_table_list WHERE schema = 'main' "
        + "AND type IN ('table', 'shadow') AND name NOT LIKE 'sqlite_schema' ORDER BY name", 1)) {
      cells.put(table, cells(table));
    }
    return cells;
  }

  private List<String> cells(String table) throws SQLException {
    var expressions = rows("SELECT name FROM pragma_table_xinfo(%s)".formatted(literal(table)), 1)
        .stream().filter(column -> !leftOut.contains(column)).map(Cells::exact)
        .collect(Collectors.toCollection(ArrayList::new));
    if (rows("SELECT wr FROM pragma_table_list WHERE schema = 'main' AND name = %s"
        .formatted(literal(table)), 1).contains("0")) {
      expressions.add("_rowid_");
    }
    return rows("SELECT %s FROM %s".formatted(String.join(", ", expressions), name(table)),
        expressions.size());
  }

  /** Storage class and bytes: text as hexadecimal digits, so that none of it is hidden behind a NUL. */
  private static String exact(String column) {
    return """
      typeof(%1$s) || ':' || CASE typeof(%1$s) WHEN 'real' THEN printf('%%!.20e', %1$s)
        WHEN 'text' THEN hex(%1$s) ELSE quote(%1$s) END""".formatted(name(column));
  }

  private static String name(String identifier) {
    return '"' + identifier.replace("\"", "\"\"") + '"';
  }

  private static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  private List<String> rows(String sql, int columns) throws SQLException {
    var lines = new ArrayList<String>();
    try (var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        var line = new ArrayList<String>();
        for (int column = 1; column <= columns; column++) {
          line.add(String.valueOf(rows.getString(column)));
        }
        lines.add(String.join("|", line));
      }
    }
    Collections.sort(lines);
    return lines;
  }
}
