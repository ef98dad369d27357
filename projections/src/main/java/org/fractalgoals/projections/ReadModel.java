package org.fractalgoals.projections;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import com.zaxxer.hikari.HikariDataSource;
import org.fractalgoals.domain.event.EventReader;
import org.fractalgoals.projections.activity.ActivityProjector;
import org.fractalgoals.projections.activity.ActivityQueries;
import org.fractalgoals.projections.activitygroup.GroupProjector;
import org.fractalgoals.projections.activitygroup.GroupQueries;
import org.fractalgoals.projections.engine.BulkLoad;
import org.fractalgoals.projections.engine.ProjectionEngine;
import org.fractalgoals.projections.engine.ProjectionStatus;
import org.fractalgoals.projections.engine.ProjectionStopped;
import org.fractalgoals.projections.engine.ProjectionWriter;
import org.fractalgoals.projections.engine.Projector;
import org.fractalgoals.projections.file.Contents;
import org.fractalgoals.projections.file.Fingerprint;
import org.fractalgoals.projections.file.ReadModelFault;
import org.fractalgoals.projections.file.ReadModelFile;
import org.fractalgoals.projections.file.Schema;
import org.fractalgoals.projections.file.StoredPosition;
import org.fractalgoals.projections.goal.GoalProjector;
import org.fractalgoals.projections.goal.GoalQueries;
import org.fractalgoals.projections.missing.PlaceholderProjector;
import org.fractalgoals.projections.note.NoteProjector;
import org.fractalgoals.projections.note.NoteQueries;
import org.fractalgoals.projections.program.ProgramProjector;
import org.fractalgoals.projections.program.ProgramQueries;
import org.fractalgoals.projections.session.InstanceProjector;
import org.fractalgoals.projections.session.InstanceQueries;
import org.fractalgoals.projections.session.MetricQueries;
import org.fractalgoals.projections.session.SessionProjector;
import org.fractalgoals.projections.template.TemplateProjector;
import org.fractalgoals.projections.template.TemplateQueries;
import org.fractalgoals.projections.trash.TrashQueries;
import org.fractalgoals.projections.tree.TreeQueries;

/**
 * The tables that answer queries, and the projection that keeps them up with the events. Safe for use by many threads.
 */
public final class ReadModel implements AutoCloseable {

  private static final List<Projector> PROJECTORS = List.of(new GoalProjector(),
      new GroupProjector(), new ActivityProjector(), new TemplateProjector(),
      new SessionProjector(), new InstanceProjector(), new NoteProjector(),
      new ProgramProjector(), new PlaceholderProjector());

  private final ReadModelFile file;
  private final HikariDataSource readers;
  private final ProjectionEngine engine;
  private final GoalQueries goals;
  private final GroupQueries groups;
  private final ActivityQueries activities;
  private final InstanceQueries instances;
  private final MetricQueries metrics;
  private final TemplateQueries templates;
  private final NoteQueries notes;
  private final ProgramQueries programs;
  private final TreeQueries trees;
  private final TrashQueries trash;

  private ReadModel(ReadModelFile file, HikariDataSource readers, ProjectionEngine engine) {
    this.file = file;
    this.readers = readers;
    this.engine = engine;
    this.goals = new GoalQueries(readers);
    this.groups = new GroupQueries(readers);
    this.activities = new ActivityQueries(readers);
    this.instances = new InstanceQueries(readers);
    this.metrics = new MetricQueries(readers);
    this.templates = new TemplateQueries(readers);
    this.notes = new NoteQueries(readers);
    this.programs = new ProgramQueries(readers);
    this.trees = new TreeQueries(readers);
    this.trash = new TrashQueries(readers);
  }

  /**
   * Opens the read model of a data directory. One that is missing, damaged, or does not fit the store or this program is
   * begun anew; {@link #start()} fills it. No other program may write to it.
   *
   * @param directory made if it is missing
   * @param events the store; must outlive the read model
   * @param upcasters version of the set of upcasters that the events pass through
   * @throws ReadModelFault if the file can neither be used nor replaced
   */
  public static ReadModel open(Path directory, EventReader events, String upcasters) {
    return open(directory, events, upcasters, PROJECTORS);
  }

  static ReadModel open(Path directory, EventReader events, String upcasters,
      List<Projector> projectors) {
    var file = ReadModelFile.in(directory, fingerprint(projectors, upcasters));
    var head = file.prepareFor(events);
    try {
      var readers = file.openReaders();
      try {
        var writer = new ProjectionWriter(file.openWriter(), projectors, head);
        return new ReadModel(file, readers, new ProjectionEngine(events, writer));
      } catch (Throwable cause) {
        readers.close();
        throw cause;
      }
    } catch (SQLException e) {
      throw new ReadModelFault("The read model %s cannot be opened: %s".formatted(file.path(),
          e.getMessage()), e);
    }
  }

  /**
   * What the read model of this program in a data directory says of itself; empty if there is none. Reads only, also
   * beside the program that writes.
   *
   * @param upcasters as for {@link #open}
   * @throws ReadModelFault if the file is not readable
   */
  public static Optional<StoredPosition> peek(Path directory, String upcasters) {
    return ReadModelFile.in(directory, fingerprint(PROJECTORS, upcasters)).peek();
  }

  /**
   * Opens the read model of this program in a data directory to be asked only, also beside the program that writes it.
   * What it shows may be behind the store: see {@link #peek}.
   *
   * @param upcasters as for {@link #open}
   * @throws ReadModelFault if there is none, or it is not readable
   */
  public static ReadModelView view(Path directory, String upcasters) {
    return ReadModelView.of(ReadModelFile.in(directory, fingerprint(PROJECTORS, upcasters)));
  }

  private static Fingerprint fingerprint(List<Projector> projectors, String upcasters) {
    return Fingerprint.of(Schema.ddl(), projectors, upcasters);
  }

  /**
   * Makes a read model of all that a store has, in a directory that nobody else uses, and looks whether it is sound.
   *
   * @param upcasters as for {@link #open}
   * @return what is in it
   * @throws ReadModelFault if it cannot be written
   */
  public static Contents build(Path directory, EventReader events, String upcasters) {
    var file = ReadModelFile.in(directory, fingerprint(PROJECTORS, upcasters));
    var head = file.prepareFor(events);
    try (var writer = new ProjectionWriter(file.openBulkWriter(), PROJECTORS, head)) {
      BulkLoad.run(events, writer);
    } catch (SQLException e) {
      throw new ReadModelFault("The read model %s cannot be built: %s".formatted(file.path(),
          e.getMessage()), e);
    }
    return file.contents();
  }

  /**
   * Puts the read model that was made in one directory in the place of that of another. Neither may be open.
   *
   * @param upcasters as for {@link #open}
   * @throws ReadModelFault if the disk refuses
   */
  public static void move(Path from, Path to, String upcasters) {
    ReadModelFile.in(from, fingerprint(PROJECTORS, upcasters)).moveTo(to);
  }

  /** The file that holds the tables. */
  public Path file() {
    return file.path();
  }

  /** Identifies schema and projectors: SHA-256, 64 lower-case hexadecimal digits. */
  public String fingerprint() {
    return file.fingerprint().hex();
  }

  public GoalQueries goals() {
    return goals;
  }

  public GroupQueries groups() {
    return groups;
  }

  public ActivityQueries activities() {
    return activities;
  }

  public InstanceQueries instances() {
    return instances;
  }

  public MetricQueries metrics() {
    return metrics;
  }

  public TemplateQueries templates() {
    return templates;
  }

  public NoteQueries notes() {
    return notes;
  }

  public ProgramQueries programs() {
    return programs;
  }

  public TreeQueries trees() {
    return trees;
  }

  public TrashQueries trash() {
    return trash;
  }

  /** What the projection does and how far it is. Cheap. */
  public ProjectionStatus status() {
    return engine.status();
  }

  /**
   * Waits until the events up to a position are applied, and can be read.
   *
   * @return true, at once if they are already; false if the time ran out or the read model was closed before
   * @throws ProjectionStopped if the projection stopped at an event before that position
   */
  public boolean await(long position, Duration timeout) throws InterruptedException {
    return engine.await(position, timeout);
  }

  /**
   * Begins to follow the store.
   *
   * @throws IllegalStateException if it has begun before, or is closed
   */
  public void start() {
    engine.start();
  }

  /** Ends after the batch in hand. Close it before the store. */
  @Override
  public void close() {
    try (readers) {
      engine.close();
    } catch (SQLException e) {
      throw new ReadModelFault("The read model %s was not closed cleanly: %s"
          .formatted(file.path(), e.getMessage()), e);
    }
  }
}
