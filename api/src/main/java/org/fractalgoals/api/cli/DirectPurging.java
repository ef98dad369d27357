package org.fractalgoals.api.cli;

import org.fractalgoals.api.Application;
import org.fractalgoals.api.purge.ErasureView;
import org.fractalgoals.api.purge.PurgedView;
import org.fractalgoals.domain.entity.Entity;
import org.fractalgoals.domain.event.Origin;
import org.fractalgoals.domain.event.Source;
import org.fractalgoals.domain.purge.Purge;

/** Purges where no server runs. */
final class DirectPurging implements Purging {

  private final Application application;

  /**
   * @param application belongs to this from now on
   */
  DirectPurging(Application application) {
    this.application = application;
  }

  @Override
  public PurgedView purge(Entity thing, String reason) {
    var origin = new Origin(Main.ACTOR, Source.CLI, application.store().ids().next());
    var outline = application.erasure()
        .purge(new Purge(thing.ref(), thing.rootId(), reason), origin);
    return new PurgedView(origin.actionId(), outline.count(), outline.events(), false);
  }

  @Override
  public ErasureView erasure() {
    return ErasureView.of(application.erasure());
  }

  @Override
  public void close() {
    application.close();
  }
}
