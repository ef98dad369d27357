package org.fractalgoals.api.readiness;

import java.util.Map;
import java.util.Objects;

import org.fractalgoals.projections.ReadModel;
import org.fractalgoals.projections.engine.ProjectionFailure;
import org.fractalgoals.projections.engine.ProjectionStatus;

/** Says whether the read model is far enough to answer. */
public final class Readiness {

  private final ReadModel readModel;

  public Readiness(ReadModel readModel) {
    this.readModel = readModel;
  }

  public ProjectionStatus status() {
    return readModel.status();
  }

  /**
   * Queries wait for nobody: until the read model has caught up they are refused. They go on where it has stopped.
   *
   * @throws Unavailable if the read model is being filled
   */
  public void requireForQueries() {
    requireCaughtUp(status());
  }

  /**
   * A command is refused if its effect could not be shown afterwards. Nothing has been saved then.
   *
   * @throws Unavailable if the read model is being filled, or has stopped
   */
  public void requireForCommands() {
    var status = status();
    requireCaughtUp(status);
    if (status.state() == ProjectionStatus.State.STOPPED) {
      throw stopped(Objects.requireNonNull(status.failure()), false);
    }
  }

  private static void requireCaughtUp(ProjectionStatus status) {
    if (status.state() == ProjectionStatus.State.CATCHING_UP) {
      throw new Unavailable(progress(status),
          Map.of("saved", false, "position", status.position(), "head", status.head()));
    }
  }

  /** One sentence for a read model that is being filled. */
  public static String progress(ProjectionStatus status) {
    return "The read model is being filled: %d of %d events so far; please try again soon."
        .formatted(status.position(), status.head());
  }

  /**
   * The answer where the read model has stopped.
   *
   * @param saved whether the command asked for was carried out all the same
   */
  public static Unavailable stopped(ProjectionFailure failure, boolean saved) {
    var event = failure.eventType() == null ? "unknown" : failure.eventType();
    return new Unavailable(failure.sentence()
        + (saved ? ". What was asked for is saved." : ". Nothing was saved."),
        Map.of("saved", saved, "position", failure.position(), "event", event, "reason",
            failure.reason()));
  }
}
