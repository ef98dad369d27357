package org.fractalgoals.projections.asof;

import java.sql.Connection;
import java.sql.SQLException;

import org.fractalgoals.domain.entity.Lineages;
import org.fractalgoals.projections.serving.Tables;

/** A read model of the past that belongs to one thread until it leaves. */
record VisitedPast(PastModel model, Runnable leaving) implements Tables {

  @Override
  public Connection connection() throws SQLException {
    return model.connection();
  }

  Lineages entities() {
    return model.entities();
  }

  @Override
  public void release() {
    leaving.run();
  }
}
