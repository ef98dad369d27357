package org.fractalgoals.projections.engine;

/** Waits for a thread that has been told to end. */
public final class Ending {

  private Ending() {}

  /** Returns when the thread has ended, and not before; who is interrupted meanwhile is so afterwards. */
  public static void await(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
