package org.fractalgoals.projections;

import java.nio.file.Files;
import java.sql.SQLException;

import com.zaxxer.hikari.HikariDataSource;
import org.fractalgoals.projections.file.ReadModelFault;
import org.fractalgoals.projections.file.ReadModelFile;
import org.fractalgoals.projections.trash.TrashQueries;

/** The tables of a read model that somebody else keeps up, or nobody: they are asked, and never written. */
public final class ReadModelView implements AutoCloseable {

  private final HikariDataSource readers;
  private final TrashQueries trash;

  private ReadModelView(HikariDataSource readers) {
    this.readers = readers;
    this.trash = new TrashQueries(readers);
  }

  static ReadModelView of(ReadModelFile file) {
    // SQLite would make the file
    if (!Files.exists(file.path())) {
      throw new ReadModelFault("There is no read model %s.".formatted(file.path()), null);
    }
    try {
      return new ReadModelView(file.openReaders());
    } catch (SQLException e) {
      throw new ReadModelFault("The read model %s cannot be read: %s".formatted(file.path(),
          e.getMessage()), e);
    }
  }

  public TrashQueries trash() {
    return trash;
  }

  @Override
  public void close() {
    readers.close();
  }
}
