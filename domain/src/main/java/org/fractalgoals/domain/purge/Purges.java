package org.fractalgoals.domain.purge;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.fractalgoals.domain.event.Origin;

/** Answers {@link Purge}. */
public final class Purges {

  private final Purger purger;

  public Purges(Purger purger) {
    this.purger = purger;
  }

  @CommandHandler
  public void handle(Purge command, MetaData metaData) {
    purger.purge(command, Origin.from(metaData));
  }
}
