package org.fractalgoals.api.readiness;

import java.time.Duration;
import java.util.Map;

import org.fractalgoals.projections.ReadModel;
import org.fractalgoals.projections.engine.ProjectionStopped;

/** Waits, not for ever, until the read model has come so far. */
public final class CaughtUp {

  private final ReadModel readModel;
  private final Duration patience;

  /**
   * @param patience how long to wait at most
   */
  public CaughtUp(ReadModel readModel, Duration patience) {
    this.readModel = readModel;
    this.patience = patience;
  }

  /**
   * @throws Unavailable if the read model does not come to the position in time, or cannot at all
   */
  public void to(long position) {
    try {
      if (!readModel.await(position, patience)) {
        throw notYet(position);
      }
    } catch (ProjectionStopped stopped) {
      throw Readiness.stopped(stopped.failure(), false);
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
      throw notYet(position);
    }
  }

  private Unavailable notYet(long position) {
    var status = readModel.status();
    return new Unavailable(
        "The read model is at event %d and has not come to event %d; please try again soon."
            .formatted(status.position(), position),
        Map.of("saved", false, "position", status.position(), "head", status.head()));
  }
}
