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
  private final Missing missing;
  private final long rows;

  private ComparedTable(Connection connection, String table, List<String> columns,
      List<String> key, Missing missing, long rows) {
    this.connection = connection;
    this.table = table;
    this.columns = columns;
    this.key = key;
    this.missing = missing;
    this.rows = rows;
  }

  /**
   * @param missing the rows that {@code found} must not have
   */
  static ComparedTable of(Connection connection, String table, Missing missing)
      throws SQLException {
    var columns = names(connection, COLUMNS, table).stream().map(Identifier::quoted).toList();
    var key = names(connection, KEY, table).stream().map(Identifier::quoted).toList();
    var rowid = LegacyTable.rowidName(names(connection, COLUMNS, table));
    if (key.isEmpty() && rowid != null) {
      key = List.of(rowid);
    }
    if (missing.areKnown()) {
      nameMissing(connection, missing.rowids());
    }
    return new ComparedTable(connection, table, columns, key, missing,
        count(connection, "SELECT count(*) FROM main." + Identifier.quoted(table))
            - missing.count());
  }

  private static void nameMissing(Connection connection, List<Long> rowids) throws SQLException {
    if (rowids.isEmpty()) {
      return;
    }
    try (var statement = connection.createStatement()) {
      statement.execute("CREATE TEMP TABLE IF NOT EXISTS missing_row (id INTEGER PRIMARY KEY)");
      statement.execute("DELETE FROM temp.missing_row");
    }
    connection.setAutoCommit(false);
    try (var insert = connection.prepareStatement("INSERT INTO temp.missing_row VALUES (?)")) {
      for (var rowid : rowids) {
        insert.setLong(1, rowid);
        insert.executeUpdate();
      }
    }
    connection.commit();
    connection.setAutoCommit(true);
  }

  /** Rows of the table in {@code main} that {@code found} must have. */
  long rows() {
    return rows;
  }

  /** Rows of the table in {@code main} that {@code found} must not have. */
  long purged() {
    return missing.count();
  }

  /** Cells of these rows. */
  long cells() {
    return rows * columns.size();
  }

  boolean isEqual() throws SQLException {
    return rows == count(connection, "SELECT count(*) FROM " + in("found"))
        && rows == (key.isEmpty() ? countAlike() : count(connection,
            "SELECT count(*) FROM %s WHERE %s AND %s".formatted(joined(), sameRow(),
                isWanted("x"))));
  }

  /** Rows that the other table has, too; of equal ones as many as it has. */
  private long countAlike() throws SQLException {
    return count(connection, """
      SELECT count(*)
        FROM (SELECT row_number() OVER (PARTITION BY %1$s), %1$s FROM %2$s
              INTERSECT
              SELECT row_number() OVER (PARTITION BY %1$s), %1$s FROM %3$s)
      """.formatted(each(column -> "typeof(%1$s), %1$s COLLATE BINARY".formatted(column)),
        in("main"), in("found")));
  }

  /** The first differences; at least one if the tables are not equal. */
  List<Difference> differences(int most) throws SQLException {
    var differences = new ArrayList<Difference>();
    if (key.isEmpty()) {
      differences.add(new Difference(table, null, null, "rows", "other rows"));
      return differences;
    }
    if (missing.areKnown()) {
      add(differences, most, "SELECT %s, NULL, 'a row', NULL FROM %s AND %s".formatted(
          shownKey("x"), onlyInFirst(), isWanted("x")));
    } else {
      addNumber(differences);
    }
    add(differences, most,
        """
          SELECT %s, NULL, NULL, 'a row' FROM %s AS y
           WHERE NOT EXISTS (SELECT 1 FROM %s AS x WHERE %s) OR NOT %s
          """
            .formatted(shownKey("y"), in("found"), in("main"), sameKey(), isWanted("y")));
    for (var column : columns) {
      add(differences, most, "SELECT %s, %s, %s, %s FROM %s WHERE NOT %s AND %s".formatted(
          shownKey("x"), literal(column), shown("x." + column), shown("y." + column), joined(),
          sameCells(List.of(column)), isWanted("x")));
    }
    return differences;
  }

  private void addNumber(List<Difference> differences) throws SQLException {
    long absent = count(connection, "SELECT count(*) FROM " + onlyInFirst());
    if (absent != missing.count()) {
      differences.add(new Difference(table, null, null,
          "%d purged rows to be missing".formatted(missing.count()), "%d".formatted(absent)));
    }
  }

  private String onlyInFirst() {
    return "%s AS x WHERE NOT EXISTS (SELECT 1 FROM %s AS y WHERE %s)".formatted(in("main"),
        in("found"), sameKey());
  }

  /** Not one of the rows that are known to be purged. */
  private String isWanted(String alias) {
    return missing.areKnown() && missing.count() > 0
        ? "%s.%s NOT IN (SELECT id FROM temp.missing_row)".formatted(alias, key.getFirst())
        : "1";
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
