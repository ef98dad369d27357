package org.fractalgoals.projections;

import java.sql.SQLException;

import com.zaxxer.hikari.HikariDataSource;
import org.fractalgoals.projections.activity.ActivityQueries;
import org.fractalgoals.projections.activitygroup.GroupQueries;
import org.fractalgoals.projections.file.ReadModelFile;
import org.fractalgoals.projections.naming.NameQueries;
import org.fractalgoals.projections.note.NoteQueries;
import org.fractalgoals.projections.program.ProgramQueries;
import org.fractalgoals.projections.template.TemplateQueries;
import org.fractalgoals.projections.trash.TrashQueries;
import org.fractalgoals.projections.tree.TreeQueries;

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

  public TreeQueries trees() {
    return new TreeQueries(readers);
  }

  public ActivityQueries activities() {
    return new ActivityQueries(readers);
  }

  public GroupQueries groups() {
    return new GroupQueries(readers);
  }

  public TemplateQueries templates() {
    return new TemplateQueries(readers);
  }

  public ProgramQueries programs() {
    return new ProgramQueries(readers);
  }

  public NoteQueries notes() {
    return new NoteQueries(readers);
  }

  public NameQueries names() {
    return names;
  }

  @Override
  public void close() {
    readers.close();
  }
}
