package org.fractalgoals.api.http;

import org.fractalgoals.api.command.AppliedPosition;
import org.fractalgoals.api.command.Commands;
import org.fractalgoals.domain.action.EventIds;
import org.fractalgoals.domain.event.Origin;
import org.fractalgoals.domain.event.Source;

/** Commands that come in over HTTP. Each request is an action of its own. */
public final class HttpCommands {

  /** Who acts, as long as nobody has to say who they are. */
  private static final String ACTOR = "local";

  private final Commands commands;
  private final EventIds ids;

  public HttpCommands(Commands commands, EventIds ids) {
    this.commands = commands;
    this.ids = ids;
  }

  /** An id for something new. */
  public String newId() {
    return ids.next();
  }

  /** Carries out a command; see {@link Commands#send}. */
  public AppliedPosition send(Object command) {
    return commands.send(command, new Origin(ACTOR, Source.API, ids.next()));
  }
}
