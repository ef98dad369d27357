package org.fractalgoals.api.idempotency;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

import org.fractalgoals.eventstore.idempotency.RequestKey;

/** Lets one request with the same key after the other in. */
final class Turns {

  /** One of those who take turns; the last one to leave takes the lock away. */
  private static final class Turn {

    private final ReentrantLock lock = new ReentrantLock();
    private int waiting;
  }

  /** To be closed by the thread that has its turn. */
  @FunctionalInterface
  interface Held {
    void close();
  }

  private final Map<RequestKey, Turn> turns = new HashMap<>();

  /** Waits until nobody else has the key. */
  Held take(RequestKey key) {
    Turn turn;
    synchronized (turns) {
      turn = turns.computeIfAbsent(key, first -> new Turn());
      turn.waiting++;
    }
    turn.lock.lock();
    return () -> leave(key, turn);
  }

  private void leave(RequestKey key, Turn turn) {
    turn.lock.unlock();
    synchronized (turns) {
      turn.waiting--;
      if (turn.waiting == 0) {
        turns.remove(key);
      }
    }
  }
}
