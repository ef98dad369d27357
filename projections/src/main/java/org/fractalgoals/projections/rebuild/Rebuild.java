package org.fractalgoals.projections.rebuild;

import java.sql.SQLException;
import java.util.List;

import org.fractalgoals.domain.event.EventReader;
import org.fractalgoals.projections.engine.BulkLoad;
import org.fractalgoals.projections.engine.ProjectionWriter;
import org.fractalgoals.projections.engine.Projector;
import org.fractalgoals.projections.file.Generations;
import org.fractalgoals.projections.file.ReadModelFile;
import org.fractalgoals.projections.rebuild.RebuildProgress.Phase;

/**
 * Makes a new generation of a read model from all the events of a store, beside whatever is in use: nothing but a new file
 * is written, and that one is gone again unless all goes well.
 */
public record Rebuild(Generations generations, EventReader events, List<Projector> projectors) {

  /**
   * Fills, indexes and checks the file, brings it to disk and gives it its name. It is not in use yet.
   *
   * @param tracker is told how far it is, and can end it
   * @throws RebuildCancelled if the tracker wants it to end
   * @throws org.fractalgoals.projections.engine.ProjectionStopped if an event cannot be applied
   * @throws org.fractalgoals.projections.file.ReadModelFault if the file cannot be written or is not sound
   */
  public ReadModelFile build(RebuildTracker tracker) {
    var file = generations.next();
    try {
      load(file, tracker, false);
      tracker.enter(Phase.INDEXING);
      file.makeIndexes();
      tracker.enter(Phase.CHECKING);
      if (!file.referencesHold()) {
        file.delete();
        findBreaker(file, tracker);
      }
      file.check();
      file.switchToWal();
      return generations.settle(file);
    } catch (SQLException e) {
      throw removed(file, file.cannot("built", e));
    } catch (RuntimeException e) {
      throw removed(file, e);
    }
  }

  /** Stops at the event whose rows refer to what is not there. */
  private void findBreaker(ReadModelFile file, RebuildTracker tracker) throws SQLException {
    load(file, tracker, true);
    throw new IllegalStateException("references are broken, but by no event");
  }

  private void load(ReadModelFile file, RebuildTracker tracker, boolean references)
      throws SQLException {
    var start = events.headAt(0)
        .orElseThrow(() -> new IllegalStateException("a store without a beginning"));
    try (var writer = new ProjectionWriter(file.create(events.storeId(), start, references),
        projectors, start)) {
      BulkLoad.run(events, writer, tracker);
    }
  }

  /** What went wrong, once nothing is left of the file. */
  private static RuntimeException removed(ReadModelFile file, RuntimeException reason) {
    try {
      file.delete();
    } catch (RuntimeException e) {
      reason.addSuppressed(e);
    }
    return reason;
  }
}
