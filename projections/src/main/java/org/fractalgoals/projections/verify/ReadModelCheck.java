package org.fractalgoals.projections.verify;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.fractalgoals.projections.file.Connections;
import org.fractalgoals.projections.file.ReadModelFault;
import org.fractalgoals.projections.file.StoredPosition;

/**
 * Looks whether the file of a read model shows what the events say. Sees the file all the time as it was in the
 * beginning, whoever writes it meanwhile; changes nothing. For one thread.
 */
public final class ReadModelCheck implements AutoCloseable {

  private final Path file;
  private final Connection connection;
  private final StoredPosition position;

  private ReadModelCheck(Path file, Connection connection, StoredPosition position) {
    this.file = file;
    this.connection = connection;
    this.position = position;
  }

  /**
   * Opens the file for reading, also beside the program that writes it.
   *
   * @throws ReadModelFault if there is no such file, or it is not readable
   */
  public static ReadModelCheck open(Path file) {
    // SQLite would make the file
    if (!Files.exists(file)) {
      throw new ReadModelFault("There is no read model %s.".formatted(file), null);
    }
    try {
      var connection = Connections.reader(file);
      try {
        connection.setAutoCommit(false);
        return new ReadModelCheck(file, connection, StoredPosition.in(file, connection));
      } catch (Throwable cause) {
        connection.close();
        throw cause;
      }
    } catch (SQLException e) {
      throw fault(file, e);
    }
  }

  private static ReadModelFault fault(Path file, SQLException e) {
    return new ReadModelFault("The read model %s cannot be read: %s".formatted(file,
        e.getMessage()), e);
  }

  /** What the file says of itself: its rows must be those that the events up to there make. */
  public StoredPosition position() {
    return position;
  }

  /**
   * Compares with a read model that was made from the events up to the same position: every declaration, and every row
   * of every table by its key, each cell by storage class and value.
   *
   * @param made the other file; nobody may write it
   * @param most how many differences to keep; all are counted
   * @throws ReadModelFault if one of them is not readable
   */
  public Comparison against(Path made, int most) {
    try {
      attach(made);
      var differences = new Differences(most);
      Declarations.compare(connection, differences);
      long rows = 0;
      var tables = Declarations.comparable(connection);
      for (var name : tables) {
        var table = ComparedTable.of(connection, name);
        table.compare(differences);
        rows += table.rows();
      }
      return new Comparison(tables.size(), rows, differences.count(), differences.first());
    } catch (SQLException e) {
      throw fault(file, e);
    }
  }

  private void attach(Path made) throws SQLException {
    try (var attach = connection.prepareStatement("ATTACH ? AS made")) {
      attach.setString(1, made.toString());
      attach.execute();
    }
  }

  /**
   * Finds what is in another fractal than what it stands under.
   *
   * @throws ReadModelFault if the file is not readable
   */
  public Parents parents(int most) {
    try {
      return Parents.in(connection, most);
    } catch (SQLException e) {
      throw fault(file, e);
    }
  }

  /**
   * Has SQLite look through all pages of the file.
   *
   * @param most how many faults to name
   * @return what is wrong; empty if nothing is
   * @throws ReadModelFault if the file is not readable
   */
  public List<String> integrity(int most) {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("PRAGMA main.integrity_check(%d)".formatted(most))) {
      var faults = new ArrayList<String>();
      while (rows.next()) {
        faults.add(rows.getString(1));
      }
      return faults.equals(List.of("ok")) ? List.of() : List.copyOf(faults);
    } catch (SQLException e) {
      throw fault(file, e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw fault(file, e);
    }
  }
}
