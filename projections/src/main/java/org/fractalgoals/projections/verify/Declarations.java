package org.fractalgoals.projections.verify;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The tables and indexes of the schemas {@code main} and {@code made}. */
final class Declarations {

  /** The indexes of constraints have no declaration of their own. */
  private static final String DIFFERENT = """
    SELECT name, kept.sql, made.sql
      FROM (SELECT name, sql FROM main.sqlite_schema WHERE sql IS NOT NULL) kept
           FULL JOIN (SELECT name, sql FROM made.sqlite_schema WHERE sql IS NOT NULL) made USING (name)
     WHERE kept.sql IS NOT made.sql
     ORDER BY name
    """;

  /** How far the rows go is not a row that events make. */
  private static final String COMPARABLE = """
    SELECT name
      FROM made.sqlite_schema made
     WHERE type = 'table' AND name <> 'projection' AND name NOT LIKE 'sqlite!_%' ESCAPE '!'
       AND (SELECT group_concat(name) FROM pragma_table_info(made.name, 'made'))
         = (SELECT group_concat(name) FROM pragma_table_info(made.name, 'main'))
     ORDER BY rowid
    """;

  private Declarations() {}

  static void compare(Connection connection, Differences differences) throws SQLException {
    try (var select = connection.prepareStatement(DIFFERENT);
        var rows = select.executeQuery()) {
      while (rows.next()) {
        var name = rows.getString(1);
        var kept = rows.getString(2);
        var made = rows.getString(3);
        differences.add(() -> new RowDifference(name, null, null,
            kept == null ? null : Shown.of(kept, made),
            made == null ? null : Shown.of(made, kept), null));
      }
    }
  }

  /** The tables with the same columns in both. */
  static List<String> comparable(Connection connection) throws SQLException {
    try (var select = connection.prepareStatement(COMPARABLE);
        var rows = select.executeQuery()) {
      var names = new ArrayList<String>();
      while (rows.next()) {
        names.add(rows.getString(1));
      }
      return names;
    }
  }
}
