package org.fractalgoals.api.http;

import org.fractalgoals.api.command.AppliedPosition;
import org.fractalgoals.api.command.Commands;
import org.fractalgoals.domain.action.EventIds;

/** Commands that come in over HTTP, of whoever asks. Each command is an action of its own. */
public final class HttpCommands {

  /**
   * What was carried out.
   *
   * @param actionId names it
   * @param position up to where the read model has come
   */
  public record Action(String actionId, AppliedPosition position) {}

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

  /** Carries out a command of the request that is being answered; see {@link Commands#send}. */
  public AppliedPosition send(Object command) {
    return act(command).position();
  }

  /** Likewise, where the action is to be named. */
  public Action act(Object command) {
    var origin = Callers.current().origin(ids.next());
    return new Action(origin.actionId(), commands.send(command, origin));
  }
}
