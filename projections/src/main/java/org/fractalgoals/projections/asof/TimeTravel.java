package org.fractalgoals.projections.asof;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;

import org.fractalgoals.domain.entity.Entity;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.entity.Lineages;
import org.fractalgoals.domain.event.EventHistory;
import org.fractalgoals.domain.event.Past;
import org.fractalgoals.projections.engine.Projector;
import org.fractalgoals.projections.file.Fingerprint;
import org.fractalgoals.projections.serving.Serving;
import org.fractalgoals.projections.serving.Serving.Pin;

/**
 * Lets threads see the read model as it was. What was asked for last is kept in memory and asked again; how much that can
 * become is limited. Safe for use by many threads.
 */
public final class TimeTravel implements AutoCloseable {

  /** The greatest number of events that one past may have. */
  public static final int MOST_EVENTS = 200_000;

  /** Enough for somebody who compares some moments with each other. */
  private static final PastModels.Room ROOM = new PastModels.Room(16, MOST_EVENTS);

  /** More would need more memory and, as all of them work, no less time. */
  private static final int TRAVELLERS = 4;

  private final Serving serving;
  private final PastModels models;
  private final Semaphore travellers = new Semaphore(TRAVELLERS, true);

  /**
   * @param projectors those that fill the read model of now
   * @param serving gives queries their connections
   */
  public TimeTravel(EventHistory history, List<Projector> projectors, Fingerprint fingerprint,
      Serving serving) {
    this(history, projectors, fingerprint, serving, ROOM);
  }

  TimeTravel(EventHistory history, List<Projector> projectors, Fingerprint fingerprint,
      Serving serving, PastModels.Room room) {
    this.serving = serving;
    this.models = new PastModels(
        past -> PastModel.of(history.reader(past), projectors, fingerprint), room);
  }

  /**
   * Lets all queries of the calling thread see a past until the pin is closed. Waits while too many others do so, or
   * another one sees the same past.
   *
   * @throws TooMuchPast if it has more than {@link #MOST_EVENTS}
   * @throws org.fractalgoals.projections.engine.ProjectionStopped if one of its events cannot be applied
   * @throws org.fractalgoals.projections.file.ReadModelFault if there is no room for it
   */
  public Pin visit(Past past) {
    if (past.events() > MOST_EVENTS) {
      throw new TooMuchPast(past.events());
    }
    travellers.acquireUninterruptibly();
    try {
      var pin = serving.pin(models.visit(past));
      return () -> {
        try {
          pin.close();
        } finally {
          travellers.release();
        }
      };
    } catch (Throwable cause) {
      travellers.release();
      throw cause;
    }
  }

  /**
   * The things that there are for the thread that asks: those of the past that it sees or, where it sees none, those of
   * now.
   *
   * @param now those of now
   */
  public Lineages entities(Lineages now) {
    return new Lineages() {
      @Override
      public Optional<Entity> find(EntityRef ref) {
        return seen().find(ref);
      }

      @Override
      public List<Entity> lineage(EntityRef ref) {
        return seen().lineage(ref);
      }

      private Lineages seen() {
        return serving.pinned().orElse(null) instanceof VisitedPast past ? past.entities() : now;
      }
    };
  }

  /** Keeps nothing of what was seen: to be called when something is purged from the history. */
  public void forget() {
    models.clear();
  }

  /** How many pasts are kept. */
  int kept() {
    return models.count();
  }

  /** What is seen at this moment is closed when nobody sees it any more. */
  @Override
  public void close() {
    models.close();
  }
}
