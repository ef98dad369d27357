package org.fractalgoals.projections.serving;

import java.sql.Connection;
import java.sql.SQLException;

/** Tables that answer queries. They stay as they are found until they are released. */
public interface Tables {

  /** A connection that reads them; to be closed by whoever asked for it. */
  Connection connection() throws SQLException;

  /** They are not needed any more. To be said once. */
  void release();
}
