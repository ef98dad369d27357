package org.fractalgoals.projections.asof;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

import org.fractalgoals.domain.entity.Lineages;
import org.fractalgoals.domain.event.EventReader;
import org.fractalgoals.projections.engine.BulkLoad;
import org.fractalgoals.projections.engine.ProjectionStopped;
import org.fractalgoals.projections.engine.ProjectionWriter;
import org.fractalgoals.projections.engine.Projector;
import org.fractalgoals.projections.file.Fingerprint;
import org.fractalgoals.projections.file.ReadModelFault;
import org.fractalgoals.projections.file.Temporary;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A read model in memory, filled with a part of the history. For one thread at a time. */
final class PastModel implements AutoCloseable {

  private static final BulkLoad.Watcher NOBODY = new BulkLoad.Watcher() {
    @Override
    public void reached(long position) {
      // there is nobody to tell
    }

    @Override
    public boolean isBusy() {
      return false;
    }
  };

  /** Whoever closes what it gives closes nothing. */
  private final SingleConnectionDataSource database;
  private final PastEntities entities = new PastEntities();

  private PastModel(SingleConnectionDataSource database) {
    this.database = database;
  }

  /**
   * Applies all events that the reader tells.
   *
   * @throws ProjectionStopped if one of them cannot be applied
   * @throws ReadModelFault if there is no room for the rows
   */
  static PastModel of(EventReader events, List<Projector> projectors, Fingerprint fingerprint) {
    try {
      var start = events.headAt(0)
          .orElseThrow(() -> new IllegalStateException("a store without a beginning"));
      var model = new PastModel(new SingleConnectionDataSource(
          Temporary.create(events.storeId(), fingerprint, start), true));
      try {
        var all = Stream.concat(projectors.stream(), Stream.of(model.entities)).toList();
        try (var writer = new ProjectionWriter(model.connection(), all, start)) {
          BulkLoad.run(events, writer, NOBODY);
        }
        Temporary.complete(model.connection());
        return model;
      } catch (Throwable cause) {
        model.close();
        throw cause;
      }
    } catch (SQLException e) {
      throw new ReadModelFault("What was cannot be shown: " + e.getMessage(), e);
    }
  }

  Connection connection() throws SQLException {
    return database.getConnection();
  }

  Lineages entities() {
    return entities;
  }

  @Override
  public void close() {
    database.destroy();
  }
}
