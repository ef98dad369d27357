package org.fractalgoals.migration.output;

import java.sql.Connection;
import java.sql.SQLException;

/** The newest schema of the legacy application: types, defaults and keys as it declared them. */
public final class NewestSchema {

  private NewestSchema() {}

  /** Makes its tables in an empty database. */
  public static void createTables(Connection connection) throws SQLException {
    Script.run(connection, NewestSchema.class, "newest-schema.sql");
  }

  /** Makes the indexes of its tables, best after these are filled. */
  public static void createIndexes(Connection connection) throws SQLException {
    Script.run(connection, NewestSchema.class, "newest-indexes.sql");
  }
}
