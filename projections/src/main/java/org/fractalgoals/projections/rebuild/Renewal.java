package org.fractalgoals.projections.rebuild;

import java.util.ArrayList;
import java.util.List;

import org.fractalgoals.projections.engine.Damage;
import org.fractalgoals.projections.engine.Ending;
import org.fractalgoals.projections.file.ReadModelFault;
import org.fractalgoals.projections.serving.LiveGeneration;
import org.fractalgoals.projections.serving.Serving;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives up the generation in use when its file is found to be damaged: nothing it says can be trusted any more. Another
 * one is built from the events, and until that is there nobody is answered. Safe for use by many threads.
 */
public final class Renewal implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Renewal.class);

  private final Serving serving;
  private final Rebuilding rebuilding;
  private final List<Thread> threads = new ArrayList<>();
  private boolean closed;

  /**
   * @param serving is told whom to tell of damage
   */
  public Renewal(Serving serving, Rebuilding rebuilding) {
    this.serving = serving;
    this.rebuilding = rebuilding;
    serving.onDamage(this::giveUp);
  }

  /**
   * Looks why a query of the calling thread failed.
   *
   * @return whether it was because of damage, which is being mended then
   */
  public boolean isOfDamage(Throwable failure) {
    var asked = serving.pinned().or(serving::current).orElse(null);
    if (!Damage.isIn(failure) || !(asked instanceof LiveGeneration generation)) {
      return false;
    }
    giveUp(generation);
    return true;
  }

  /** Returns at once, as the engine of the generation may have found the damage. */
  private synchronized void giveUp(LiveGeneration damaged) {
    if (!closed && serving.giveUp(damaged)) {
      LOG.warn("{} is damaged: it is built anew from the events",
          damaged.file().path().getFileName());
      threads.add(Thread.ofPlatform().name("read-model-renewal").daemon()
          .start(() -> replace(damaged)));
    }
  }

  private void replace(LiveGeneration damaged) {
    try {
      damaged.retire();
    } catch (ReadModelFault unclean) {
      LOG.warn("a damaged read model was not closed cleanly", unclean);
    }
    try {
      damaged.file().delete();
      buildAnother();
    } catch (ReadModelFault fault) {
      LOG.error("A damaged read model could not be removed: stop the server and remove it.", fault);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void buildAnother() throws InterruptedException {
    // one that is being built already will do, unless it fails
    rebuilding.awaitEnd();
    synchronized (this) {
      if (!closed && serving.current().isEmpty()) {
        rebuilding.beginFirst();
      }
    }
  }

  /** Nothing is given up any more. Close it before what it works on. */
  @Override
  public void close() {
    List<Thread> running;
    synchronized (this) {
      closed = true;
      running = List.copyOf(threads);
    }
    running.forEach(Ending::await);
  }
}
