package org.fractalgoals.migration.proof;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.fractalgoals.migration.source.MigrationFailed;
import org.sqlite.SQLiteConfig;

/**
 * Compares two SQLite files: their declarations, and of every table the rows with rowid, storage class and value of each
 * cell, texts by their bytes. SQLite itself compares, so a million rows take seconds. Pages and their order do not count.
 */
public final class CellProof {

  /** So many differences tell enough. */
  static final int MOST = 20;

  /** Indexes of this prefix were made for reading the file and are no part of it. */
  private static final String FOR_READING = "importing %";

  private static final String TABLES = """
    SELECT mine.name
      FROM pragma_table_list AS mine
           JOIN main.sqlite_schema AS declared USING (name)
           JOIN found.sqlite_schema AS other USING (name, sql)
     WHERE mine.schema = 'main'
       AND mine.type IN ('table', 'shadow')
     ORDER BY declared.rowid
    """;

  private static final List<String> HEADER = List.of("encoding", "user_version", "application_id");

  private final Connection connection;
  private final Map<String, Missing> missing;
  private final List<Difference> differences = new ArrayList<>();
  private long rows;
  private long purged;
  private long cells;

  private CellProof(Connection connection, Map<String, Missing> missing) {
    this.connection = connection;
    this.missing = missing;
  }

  /**
   * Compares two files, which no other connection may have open for writing.
   *
   * @param expected objects of it named {@code importing …} are ignored
   * @param missing the rows, by table, that the other file must not have
   * @throws MigrationFailed if one of them cannot be read
   */
  static ProofResult compare(Path expected, Path found, Map<String, Missing> missing) {
    try {
      var differences = headers(expected, found);
      return differences.isEmpty() ? content(expected, found, missing)
          : new ProofResult(0, 0, 0, differences);
    } catch (SQLException e) {
      throw new MigrationFailed("The files %s and %s could not be compared: %s.".formatted(expected,
          found, e.getMessage()), e);
    }
  }

  /** Files of different encodings cannot be compared any further. */
  private static List<Difference> headers(Path expected, Path found) throws SQLException {
    var differences = new ArrayList<Difference>();
    try (var mine = open(expected); var other = open(found)) {
      for (var field : HEADER) {
        var wanted = header(mine, field);
        var present = header(other, field);
        if (!wanted.equals(present)) {
          differences.add(new Difference(field, null, null, wanted, present));
        }
      }
    }
    return differences;
  }

  private static ProofResult content(Path expected, Path found, Map<String, Missing> missing)
      throws SQLException {
    try (var connection = open(expected)) {
      var proof = new CellProof(connection, missing);
      proof.attach(found);
      proof.compareDeclarations();
      proof.compareTables();
      return new ProofResult(proof.rows, proof.purged, proof.cells, proof.differences);
    }
  }

  private static Connection open(Path file) throws SQLException {
    return new SQLiteConfig().createConnection("jdbc:sqlite:" + file.toUri());
  }

  private static String header(Connection connection, String field) throws SQLException {
    try (var statement = connection.createStatement();
        var found = statement.executeQuery("PRAGMA " + field)) {
      return String.valueOf(found.getString(1));
    }
  }

  private void attach(Path file) throws SQLException {
    try (var statement = connection.prepareStatement("ATTACH ? AS found")) {
      statement.setString(1, file.toUri().toString());
      statement.execute();
    }
  }

  private void compareDeclarations() throws SQLException {
    for (var declared : declarations("main", "found")) {
      differences.add(new Difference(declared.get(0), null, null, declared.get(1), null));
    }
    for (var declared : declarations("found", "main")) {
      differences.add(new Difference(declared.get(0), null, null, null, declared.get(1)));
    }
  }

  private List<List<String>> declarations(String here, String there) throws SQLException {
    var sql = """
      SELECT type || ' ' || name, sql
        FROM (SELECT type, name, tbl_name, coalesce(sql, 'made by a constraint') AS sql
                FROM %s.sqlite_schema
               WHERE name NOT LIKE '%s'
              EXCEPT
              SELECT type, name, tbl_name, coalesce(sql, 'made by a constraint')
                FROM %s.sqlite_schema)
       LIMIT %d
      """.formatted(here, FOR_READING, there, MOST - differences.size());
    var declarations = new ArrayList<List<String>>();
    try (var statement = connection.createStatement(); var found = statement.executeQuery(sql)) {
      while (found.next()) {
        declarations.add(List.of(found.getString(1), found.getString(2)));
      }
    }
    return declarations;
  }

  /** Tables that are declared alike. */
  private void compareTables() throws SQLException {
    for (var name : tables()) {
      var table = ComparedTable.of(connection, name, missing.getOrDefault(name, Missing.NONE));
      rows += table.rows();
      purged += table.purged();
      cells += table.cells();
      if (!table.isEqual() && differences.size() < MOST) {
        differences.addAll(table.differences(MOST - differences.size()));
      }
    }
  }

  private List<String> tables() throws SQLException {
    var tables = new ArrayList<String>();
    try (var statement = connection.createStatement();
        var found = statement.executeQuery(TABLES)) {
      while (found.next()) {
        tables.add(found.getString(1));
      }
    }
    return tables;
  }
}
