package org.fractalgoals.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The questions to a file of the legacy application, as it asked them: what names no fractal is joined to what does. */
final class LegacyQueries {

  private static final String INSTANCES = """
    SELECT instance.*, activity.name
    FROM activity_instances AS instance JOIN goals AS session ON session.id = instance.practice_session_id
      LEFT JOIN activity_definitions AS activity ON activity.id = instance.activity_definition_id
    WHERE %s
    ORDER BY instance.created_at
    """;

  private static final String VALUES = """
    SELECT measured.*, metric.name, metric.unit
    FROM metric_values AS measured JOIN activity_instances AS instance ON instance.id = measured.activity_instance_id
      JOIN goals AS session ON session.id = instance.practice_session_id
      LEFT JOIN metric_definitions AS metric ON metric.id = measured.metric_definition_id
    WHERE %s
    """;

  private static final String OF_ROOT = "session.root_id = ? AND session.type = 'PracticeSession'";

  private final Connection connection;

  LegacyQueries(Connection connection) {
    this.connection = connection;
  }

  /** Instances and their values. */
  int instancesOfRoot(String root) throws SQLException {
    return count(INSTANCES.formatted(OF_ROOT), root) + count(VALUES.formatted(OF_ROOT), root);
  }

  int historyOfMetric(String root, String metric) throws SQLException {
    return count(
        """
          SELECT measured.*, instance.created_at, session.id, session.name
          FROM metric_values AS measured JOIN activity_instances AS instance ON instance.id = measured.activity_instance_id
            JOIN goals AS session ON session.id = instance.practice_session_id
          WHERE session.root_id = ? AND measured.metric_definition_id = ?
          ORDER BY instance.created_at DESC
          """,
        root, metric);
  }

  /** Instances and their values. */
  int instancesOfSession(String session) throws SQLException {
    return count(INSTANCES.formatted("session.id = ?"), session)
        + count(VALUES.formatted("session.id = ?"), session);
  }

  int goalsOfType(String root, String type) throws SQLException {
    return count("SELECT * FROM goals WHERE root_id = ? AND type = ? ORDER BY created_at", root,
        type);
  }

  int completedGoals(String root, String type) throws SQLException {
    return count("""
      SELECT * FROM goals WHERE root_id = ? AND type = ? AND completed ORDER BY created_at
      """, root, type);
  }

  /** Sessions, their instances and the values of these. */
  int sessions(String root) throws SQLException {
    return count("""
      SELECT * FROM goals WHERE root_id = ? AND type = 'PracticeSession' ORDER BY created_at DESC
      """, root) + instancesOfRoot(root);
  }

  /** Reads every cell of the answer. */
  private int count(String sql, String... parameters) throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      for (int index = 0; index < parameters.length; index++) {
        statement.setString(index + 1, parameters[index]);
      }
      try (var found = statement.executeQuery()) {
        int columns = found.getMetaData().getColumnCount();
        List<List<Object>> rows = new ArrayList<>();
        while (found.next()) {
          var row = new ArrayList<Object>();
          for (int column = 1; column <= columns; column++) {
            row.add(found.getObject(column));
          }
          rows.add(row);
        }
        return rows.size();
      }
    }
  }
}
