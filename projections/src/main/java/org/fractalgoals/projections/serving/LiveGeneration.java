package org.fractalgoals.projections.serving;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import com.zaxxer.hikari.HikariDataSource;
import org.fractalgoals.domain.event.EventReader;
import org.fractalgoals.projections.engine.ProjectionEngine;
import org.fractalgoals.projections.engine.ProjectionWriter;
import org.fractalgoals.projections.engine.Projector;
import org.fractalgoals.projections.file.ReadModelFault;
import org.fractalgoals.projections.file.ReadModelFile;

/** A generation that is open: an engine keeps it up with the store, readers ask it. It stays as long as one of them does. */
public final class LiveGeneration implements Tables {

  private final ReadModelFile file;
  private final HikariDataSource readers;
  private final ProjectionEngine engine;
  private int users;
  private boolean retired;

  private LiveGeneration(ReadModelFile file, HikariDataSource readers, ProjectionEngine engine) {
    this.file = file;
    this.readers = readers;
    this.engine = engine;
  }

  /**
   * Opens a file that is sound and fits the store. Nobody else may write to it.
   *
   * @throws ReadModelFault if it cannot be opened
   */
  public static LiveGeneration open(ReadModelFile file, EventReader events,
      List<Projector> projectors) {
    try {
      var readers = file.openReaders();
      try {
        var writer = new ProjectionWriter(file.openWriter(), projectors, file.position().head());
        return new LiveGeneration(file, readers, new ProjectionEngine(events, writer));
      } catch (Throwable cause) {
        readers.close();
        throw cause;
      }
    } catch (SQLException e) {
      throw file.cannot("opened", e);
    }
  }

  public ReadModelFile file() {
    return file;
  }

  public ProjectionEngine engine() {
    return engine;
  }

  @Override
  public Connection connection() throws SQLException {
    return readers.getConnection();
  }

  /** Whether it can be used; whoever was told so must {@link #release} it. */
  synchronized boolean acquire() {
    if (retired) {
      return false;
    }
    users++;
    return true;
  }

  @Override
  public synchronized void release() {
    users--;
    closeIfUnused();
  }

  /**
   * Ends what keeps it up; it is closed when its last reader is gone. Doing so again does nothing.
   *
   * @throws ReadModelFault if it was not closed cleanly
   */
  public void retire() {
    try {
      engine.close();
    } catch (SQLException e) {
      throw file.cannot("closed cleanly", e);
    } finally {
      synchronized (this) {
        retired = true;
        closeIfUnused();
      }
    }
  }

  private void closeIfUnused() {
    if (retired && users == 0) {
      readers.close();
    }
  }
}
