package org.fractalgoals.projections.asof;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

import org.fractalgoals.domain.event.Past;

/**
 * Keeps those read models of the past that were asked last, as many as there is room for. Each is asked by one thread at a
 * time, and one that is put away stays until nobody asks it any more.
 */
final class PastModels implements AutoCloseable {

  /**
   * How much is kept.
   *
   * @param models how many at most
   * @param events how many events they may have together; one model may always be kept
   */
  record Room(int models, long events) {}

  private final Function<Past, PastModel> building;
  private final Room room;
  /** The one that was asked longest ago first. */
  private final Map<Past, KeptModel> kept = new LinkedHashMap<>(16, 0.75f, true);
  private boolean closed;

  /**
   * @param building makes a model; may fail
   */
  PastModels(Function<Past, PastModel> building, Room room) {
    this.building = building;
    this.room = room;
  }

  /**
   * The model of a part of the history, once nobody else asks it. The thread must release it.
   *
   * @throws RuntimeException if it cannot be built; nothing is kept then
   */
  VisitedPast visit(Past past) {
    var model = reserve(past);
    try {
      return new VisitedPast(model.enter(() -> building.apply(past)), () -> leave(model));
    } catch (Throwable cause) {
      putAway(past, model);
      model.giveBack();
      throw cause;
    }
  }

  private static void leave(KeptModel model) {
    model.leave();
    model.giveBack();
  }

  private synchronized KeptModel reserve(Past past) {
    if (closed) {
      throw new IllegalStateException("nothing of the past is shown any more");
    }
    var model = kept.computeIfAbsent(past, added -> new KeptModel());
    model.reserve();
    makeRoom();
    return model;
  }

  private void makeRoom() {
    var held = kept.keySet().stream().mapToLong(Past::events).sum();
    var eldest = kept.entrySet().iterator();
    while (kept.size() > 1 && (kept.size() > room.models() || held > room.events())) {
      var next = eldest.next();
      eldest.remove();
      held -= next.getKey().events();
      next.getValue().putAway();
    }
  }

  private synchronized void putAway(Past past, KeptModel model) {
    if (kept.remove(past, model)) {
      model.putAway();
    }
  }

  /** How many are kept. */
  synchronized int count() {
    return kept.size();
  }

  /** Keeps none of those it has. */
  synchronized void clear() {
    kept.values().forEach(KeptModel::putAway);
    kept.clear();
  }

  /** Keeps none any more, and gives none. */
  @Override
  public synchronized void close() {
    closed = true;
    clear();
  }
}
