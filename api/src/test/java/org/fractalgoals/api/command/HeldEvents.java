package org.fractalgoals.api.command;

import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import org.fractalgoals.domain.event.EventBatch;
import org.fractalgoals.domain.event.EventReader;
import org.fractalgoals.domain.event.Head;
import org.fractalgoals.eventstore.fault.StoreFault;

/** The events of a store, whose readers can be made to wait. */
final class HeldEvents implements EventReader {

  private final EventReader store;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private boolean held;
  private volatile boolean headHidden;

  HeldEvents(EventReader store) {
    this.store = store;
    store.onAppend(this::changed);
  }

  /** From now on nobody is told how far it is. */
  void hideHead() {
    headHidden = true;
  }

  /** From now on nobody reads. */
  void hold() {
    change(true);
  }

  void release() {
    change(false);
  }

  private void change(boolean hold) {
    lock.lock();
    try {
      held = hold;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits until the store has come to a position. */
  void awaitHead(long position) {
    lock.lock();
    try {
      while (store.head().position() < position) {
        changed.awaitUninterruptibly();
      }
    } finally {
      lock.unlock();
    }
  }

  private void changed() {
    lock.lock();
    try {
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public String storeId() {
    return store.storeId();
  }

  @Override
  public Head head() {
    if (headHidden) {
      throw new StoreFault("the disk is gone");
    }
    return store.head();
  }

  @Override
  public Optional<Head> headAt(long position) {
    return store.headAt(position);
  }

  @Override
  public EventBatch readAfter(Head point, int limit) {
    lock.lock();
    try {
      while (held) {
        changed.awaitUninterruptibly();
      }
    } finally {
      lock.unlock();
    }
    return store.readAfter(point, limit);
  }

  @Override
  public void onAppend(Runnable listener) {
    store.onAppend(listener);
  }
}
