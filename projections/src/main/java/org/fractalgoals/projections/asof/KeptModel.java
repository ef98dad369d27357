package org.fractalgoals.projections.asof;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/** A read model of the past that is kept, or about to be built. It is closed once it is put away and nobody needs it. */
final class KeptModel {

  private final ReentrantLock turn = new ReentrantLock(true);
  private @Nullable PastModel model;
  private int users;
  private boolean putAway;

  /** Somebody needs it, until they give it back. */
  synchronized void reserve() {
    users++;
  }

  /**
   * Waits until nobody else asks it. The thread must leave again, unless this fails.
   *
   * @param building makes it for the first that enters; may fail
   */
  PastModel enter(Supplier<PastModel> building) {
    turn.lock();
    try {
      return built(building);
    } catch (Throwable cause) {
      turn.unlock();
      throw cause;
    }
  }

  private PastModel built(Supplier<PastModel> building) {
    var found = model();
    if (found == null) {
      found = building.get();
      keep(found);
    }
    return found;
  }

  private synchronized @Nullable PastModel model() {
    return model;
  }

  private synchronized void keep(PastModel built) {
    model = built;
  }

  void leave() {
    turn.unlock();
  }

  synchronized void giveBack() {
    users--;
    closeIfUnused();
  }

  synchronized void putAway() {
    putAway = true;
    closeIfUnused();
  }

  private void closeIfUnused() {
    if (putAway && users == 0 && model != null) {
      model.close();
      model = null;
    }
  }
}
