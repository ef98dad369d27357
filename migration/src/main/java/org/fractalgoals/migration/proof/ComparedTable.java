package org.fractalgoals.migration.proof;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.fractalgoals.migration.legacy.Identifier;
import org.fractalgoals.migration.legacy.LegacyTable;

/**
 * One table in the databases {@code main} and {@code found}, declared alike in both. Rows are matched by rowid, in a table
 * without rowids by key; a table whose columns take all names of the rowid has neither, there equal rows are counted.
 */
final class ComparedTable {

  private static final String COLUMNS = """
    SELECT name
      FROM pragma_table_xinfo(?)
     WHERE hidden <> 1
     ORDER BY cid
    """;

  private static final String KEY = """
    SELECT name
      FROM pragma_table_xinfo(?1)
     WHERE pk > 0 AND (SELECT wr FROM pragma_table_list WHERE schema = 'main' AND name = ?1)
     ORDER BY pk
    """;

  private final Connection connection;
  private final String table;
  private final List<String> columns;
  private final List<String> key;
  private final long rows;

  private ComparedTable(Connection connection, String table, List<String> columns,
      List<String> key, long rows) {
    this.connection = connection;
    this.table = table;
    this.columns = columns;
    this.key = key;
    this.rows = rows;
  }

  static ComparedTable of(Connection connection, String table) throws SQLException {
    var columns = names(connection, COLUMNS, table).stream().map(Identifier::quoted).toList();
    var key = names(connection, KEY, table).stream().map(Identifier::quoted).toList();
    var rowid = LegacyTable.rowidName(names(connection, COLUMNS, table));
    if (key.isEmpty() && rowid != null) {
      key = List.of(rowid);
    }
    return new ComparedTable(connection, table, columns, key,
        count(connection, "SELECT count(*) FROM main." + Identifier.quoted(table)));
  }

  /** Rows of the table in {@code main}. */
  long rows() {
    return rows;
  }

  /** Cells of these rows. */
  long cells() {
    return rows * columns.size();
  }

  boolean isEqual() throws SQLException {
    return rows == count(connection, "SELECT count(*) FROM " + in("found"))
        && rows == (key.isEmpty() ? countAlike() : count(connection,
            "SELECT count(*) FROM %s WHERE %s".formatted(joined(), sameRow())));
  }

  /** Rows that the other table has as often. */
  private long countAlike() throws SQLException {
    return count(connection, """
      SELECT coalesce(sum(times), 0)
        FROM (SELECT count(*) AS times, %1$s FROM %2$s GROUP BY %3$s
              INTERSECT
              SELECT count(*), %1$s FROM %4$s GROUP BY %3$s)
      """.formatted(each(column -> "typeof(%1$s), %1$s COLLATE BINARY".formatted(column)),
        in("main"), each(column -> "typeof(%1$s), %1$s COLLATE BINARY".formatted(column)),
        in("found")));
  }

  /** The first differences; at least one if the tables are not equal. */
  List<Difference> differences(int most) throws SQLException {
    var differences = new ArrayList<Difference>();
    if (key.isEmpty()) {
      differences.add(new Difference(table, null, null, "rows", "other rows"));
      return differences;
    }
    add(differences, most, """
      SELECT %s, NULL, 'a row', NULL FROM %s AS x WHERE NOT EXISTS (SELECT 1 FROM %s AS y WHERE %s)
      """.formatted(shownKey("x"), in("main"), in("found"), sameKey()));
    add(differences, most, """
      SELECT %s, NULL, NULL, 'a row' FROM %s AS y WHERE NOT EXISTS (SELECT 1 FROM %s AS x WHERE %s)
      """.formatted(shownKey("y"), in("found"), in("main"), sameKey()));
    for (var column : columns) {
      add(differences, most, "SELECT %s, %s, %s, %s FROM %s WHERE NOT %s".formatted(
          shownKey("x"), literal(column), shown("x." + column), shown("y." + column), joined(),
          sameCells(List.of(column))));
    }
    return differences;
  }

  private void add(List<Difference> differences, int most, String query) throws SQLException {
    try (var statement = connection.createStatement();
        var found = statement
            .executeQuery(query + " LIMIT " + (most - differences.size()))) {
      while (found.next()) {
        differences.add(new Difference(table, found.getString(1), found.getString(2),
            found.getString(3), found.getString(4)));
      }
    }
  }

  private String in(String database) {
    return database + "." + Identifier.quoted(table);
  }

  /** In the order of the first table, looking into the second. */
  private String joined() {
    return "%s AS x CROSS JOIN %s AS y ON %s".formatted(in("main"), in("found"), sameKey());
  }

  private String sameKey() {
    return key.stream().map(column -> "y.%1$s = x.%1$s".formatted(column))
        .collect(Collectors.joining(" AND "));
  }

  private String sameRow() {
    return sameCells(columns);
  }

  /** Equal in class and value. No collation may say that different texts are equal, and 0.0 is not -0.0. */
  private static String sameCells(List<String> columns) {
    return columns(columns, "x") + " IS " + columns(columns, "y");
  }

  private static String columns(List<String> columns, String alias) {
    return columns.stream().map(column -> alias + "." + column)
        .map(
            cell -> """
              typeof(%1$s), %1$s COLLATE BINARY, iif(typeof(%1$s) = 'real' AND %1$s = 0, atan2(%1$s, -1), 0)"""
                .formatted(cell))
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private String each(Function<String, String> expression) {
    return columns.stream().map(expression).collect(Collectors.joining(", "));
  }

  private String shownKey(String alias) {
    return key.stream().map(column -> "quote(%s.%s)".formatted(alias, column))
        .collect(Collectors.joining(" || ', ' || "));
  }

  private static String shown(String cell) {
    return "typeof(%1$s) || ' ' || substr(quote(%1$s), 1, 200)".formatted(cell);
  }

  private static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  private static List<String> names(Connection connection, String query, String table)
      throws SQLException {
    var names = new ArrayList<String>();
    try (var statement = connection.prepareStatement(query)) {
      statement.setString(1, table);
      try (var found = statement.executeQuery()) {
        while (found.next()) {
          names.add(found.getString(1));
        }
      }
    }
    return names;
  }

  private static long count(Connection connection, String query) throws SQLException {
    try (var statement = connection.createStatement();
        var found = statement.executeQuery(query)) {
      return found.getLong(1);
    }
  }
}
