package org.fractalgoals.api.cli;

import org.fractalgoals.api.Application;
import org.fractalgoals.domain.entity.Entities;
import org.fractalgoals.domain.entity.Entity;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.Origin;
import org.fractalgoals.domain.event.Source;
import org.fractalgoals.domain.text.Name;
import org.fractalgoals.domain.trash.Restore;
import org.jspecify.annotations.Nullable;

/** Brings things back where no server runs. */
final class DirectRestoration implements Restoration {

  private final Application application;

  /**
   * @param application belongs to this from now on
   */
  DirectRestoration(Application application) {
    this.application = application;
  }

  @Override
  public Entities entities() {
    return application.store().entities();
  }

  @Override
  public void restore(Entity thing, @Nullable String name, @Nullable EntityRef parent) {
    var command = new Restore(thing.ref(), thing.rootId(), name == null ? null : new Name(name),
        parent);
    application.commands().send(command,
        new Origin(Main.ACTOR, Source.CLI, application.store().ids().next()));
  }

  @Override
  public void close() {
    application.close();
  }
}
