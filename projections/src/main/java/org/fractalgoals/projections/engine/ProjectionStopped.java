package org.fractalgoals.projections.engine;

/** The position waited for will not be reached: the projection stopped at an event before it. Reads go on. */
public final class ProjectionStopped extends RuntimeException {

  private final transient ProjectionFailure failure;

  public ProjectionStopped(ProjectionFailure failure) {
    super(failure.sentence(), null, false, false);
    this.failure = failure;
  }

  public ProjectionFailure failure() {
    return failure;
  }
}
