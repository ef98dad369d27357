package org.fractalgoals.projections;

import java.sql.SQLException;

import com.zaxxer.hikari.HikariDataSource;
import org.fractalgoals.projections.file.ReadModelFile;
import org.fractalgoals.projections.naming.NameQueries;
import org.fractalgoals.projections.trash.TrashQueries;

/** The tables of a read model that somebody else keeps up, or nobody: they are asked, and never written. */
public final class ReadModelView implements AutoCloseable {

  private final HikariDataSource readers;
  private final TrashQueries trash;
  private final NameQueries names;

  private ReadModelView(HikariDataSource readers) {
    this.readers = readers;
    this.trash = new TrashQueries(readers);
    this.names = new NameQueries(readers);
  }

  static ReadModelView of(ReadModelFile file) {
    try {
      return new ReadModelView(file.openReaders());
    } catch (SQLException e) {
      throw file.cannot("read", e);
    }
  }

  public TrashQueries trash() {
    return trash;
  }

  public NameQueries names() {
    return names;
  }

  @Override
  public void close() {
    readers.close();
  }
}
