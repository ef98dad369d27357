package org.fractalgoals.api;

import java.util.ArrayList;
import java.util.List;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.event.Envelope;
import org.fractalgoals.domain.event.Imported;
import org.fractalgoals.domain.event.NewEvent;
import org.fractalgoals.domain.event.Origin;
import org.fractalgoals.domain.event.Source;
import org.fractalgoals.domain.missing.MissingEvent.ThingFoundMissing;
import org.jspecify.annotations.Nullable;

/** What an import finds to be missing, and brings later. */
public final class Placeholders {

  private final RunningServer server;
  private final List<NewEvent> events = new ArrayList<>();

  public Placeholders(RunningServer server) {
    this.server = server;
  }

  /** Something with a stream of its own is missing in a fractal; answers its id. */
  public String missing(EntityRef thing, String rootId) {
    return missing(thing, rootId, null, thing);
  }

  /** A part of something is missing; answers its id. */
  public String missing(EntityRef thing, String rootId, @Nullable EntityRef parent,
      EntityRef owner) {
    bring(rootId, new ThingFoundMissing(thing, rootId, parent, owner, RunningServer.START));
    return thing.id();
  }

  /** The import brings something. */
  public Placeholders bring(String rootId, DomainEvent event) {
    var ids = server.application().store().ids();
    events.add(new NewEvent(ids.next(), NewEvent.NEXT, event,
        new Envelope(rootId, new Origin("importer", Source.MIGRATION, ids.next()), null,
            new Imported("import-1", RunningServer.START, List.of(), null))));
    return this;
  }

  /** Stores it all, and waits until it can be read. */
  public void append() {
    server.application().store().append(List.copyOf(events));
    events.clear();
    server.awaitApplied();
  }
}
