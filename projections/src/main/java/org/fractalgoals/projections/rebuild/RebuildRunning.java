package org.fractalgoals.projections.rebuild;

/** A rebuild was asked for while another one runs. */
public final class RebuildRunning extends RuntimeException {

  private final transient RebuildProgress progress;

  public RebuildRunning(RebuildProgress progress) {
    super("A rebuild of the read model is under way: %d of %d events.".formatted(progress.done(),
        progress.total()), null, false, false);
    this.progress = progress;
  }

  /** How far the one that runs is. */
  public RebuildProgress progress() {
    return progress;
  }
}
