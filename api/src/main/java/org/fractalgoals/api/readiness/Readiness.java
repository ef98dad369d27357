package org.fractalgoals.api.readiness;

import java.util.Map;
import java.util.Optional;

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
   * Queries wait for nobody: until the read model has caught up they are refused. They go on where it stopped after that,
   * but what stopped half-way is not shown as if it were all.
   *
   * @throws Unavailable if the read model is being filled, or has stopped before it was full
   */
  public void requireForQueries() {
    var status = status();
    if (!status.complete()) {
      throw refusal(status);
    }
  }

  /**
   * A command is refused if its effect could not be shown afterwards. Nothing has been saved then.
   *
   * @throws Unavailable if the read model is being filled, or has stopped
   */
  public void requireForCommands() {
    var status = status();
    if (status.state() != ProjectionStatus.State.LIVE) {
      throw refusal(status);
    }
  }

  /**
   * Looks why a query failed.
   *
   * @param saved whether what the same request was to change had been saved before
   * @return the answer where the file of the read model is damaged; empty if it failed for another reason
   */
  public Optional<Unavailable> damage(Throwable failure, boolean saved) {
    return readModel.isDamaged(failure)
        ? Optional.of(new Unavailable(
            "The read model is damaged and is built anew from the events; please read again soon.",
            Map.of("saved", saved)))
        : Optional.empty();
  }

  private static Unavailable refusal(ProjectionStatus status) {
    var failure = status.failure();
    return failure == null
        ? new Unavailable(progress(status),
            Map.of("saved", false, "position", status.position(), "head", status.head()))
        : stopped(failure, false);
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
