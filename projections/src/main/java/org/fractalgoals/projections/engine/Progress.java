package org.fractalgoals.projections.engine;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import org.fractalgoals.projections.engine.ProjectionStatus.State;
import org.jspecify.annotations.Nullable;

/** What the engine tells those who wait: the position reached, and whether it will get any further. */
final class Progress {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private long position;
  private long goal = Long.MAX_VALUE;
  private @Nullable ProjectionFailure failure;
  private boolean ended;

  Progress(long position) {
    this.position = position;
  }

  /** From now on it is caught up when it reaches this position. */
  void aimAt(long head) {
    change(() -> goal = head);
  }

  void reach(long reached) {
    change(() -> position = reached);
  }

  void fail(ProjectionFailure cause) {
    change(() -> failure = cause);
  }

  /** Lets all who wait go: nothing comes any more. */
  void end() {
    change(() -> ended = true);
  }

  private void change(Runnable change) {
    lock.lock();
    try {
      change.run();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  boolean await(long wanted, Duration timeout) throws InterruptedException {
    long nanos = timeout.toNanos();
    lock.lockInterruptibly();
    try {
      while (position < wanted) {
        if (failure != null) {
          throw new ProjectionStopped(failure);
        }
        if (ended || nanos <= 0) {
          return false;
        }
        nanos = changed.awaitNanos(nanos);
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  ProjectionStatus status(long head) {
    lock.lock();
    try {
      boolean complete = position >= goal;
      return new ProjectionStatus(state(complete), position, Math.max(head, position), complete,
          failure);
    } finally {
      lock.unlock();
    }
  }

  private State state(boolean complete) {
    if (failure != null) {
      return State.STOPPED;
    }
    return complete ? State.LIVE : State.CATCHING_UP;
  }
}
