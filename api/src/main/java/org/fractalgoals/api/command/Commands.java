package org.fractalgoals.api.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.ConcurrencyException;
import org.fractalgoals.api.readiness.Readiness;
import org.fractalgoals.api.readiness.Unavailable;
import org.fractalgoals.domain.event.EventReader;
import org.fractalgoals.domain.event.Origin;
import org.fractalgoals.domain.rule.StaleDecision;
import org.fractalgoals.eventstore.append.StoreWriter.Work;
import org.fractalgoals.projections.ReadModel;
import org.fractalgoals.projections.engine.ProjectionStopped;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out commands so that whoever asks next sees their effect: a command is done when the read model has applied
 * its events.
 */
public final class Commands {

  /** Carries out something whose appends have company: work that is done in the savepoint of the events. */
  @FunctionalInterface
  public interface Company {
    void accompanied(Work<?> work, Runnable action);
  }

  private static final Logger LOG = LoggerFactory.getLogger(Commands.class);

  /** How often a command is tried that lost a race. */
  private static final int ATTEMPTS = 5;

  private final CommandGateway gateway;
  private final EventReader events;
  private final Company company;
  private final ReadModel readModel;
  private final Readiness readiness;
  private final Duration patience;

  /**
   * @param company lets terms be done with the events of commands
   * @param patience how long to wait for the read model after the events are saved
   */
  public Commands(CommandGateway gateway, EventReader events, Company company,
      ReadModel readModel, Readiness readiness, Duration patience) {
    this.gateway = gateway;
    this.events = events;
    this.company = company;
    this.readModel = readModel;
    this.readiness = readiness;
    this.patience = patience;
  }

  /** As {@link #send(Object, Origin, List)}, on no terms. */
  public AppliedPosition send(Object command, Origin origin) {
    return send(command, origin, List.of());
  }

  /**
   * Carries out a command and waits until its effect can be read.
   *
   * @param terms what else must hold, or be stored, with its events
   * @return a position that includes the events of the command
   * @throws Unavailable if the read model cannot follow; its facts tell whether the command was carried out
   * @throws org.fractalgoals.domain.rule.RuleViolation if the command is refused
   * @throws org.axonframework.modelling.command.AggregateNotFoundException if what it concerns does not exist
   * @throws ConcurrencyException if it lost the race for its aggregate again and again
   * @throws StaleDecision if what it was decided on changed again and again
   */
  public AppliedPosition send(Object command, Origin origin, List<Terms> terms) {
    readiness.requireForCommands();
    perform(command, origin, terms);
    return saved();
  }

  /**
   * Waits until everything that is saved can be read.
   *
   * @throws Unavailable if the read model cannot follow
   */
  public AppliedPosition saved() {
    try {
      return applied();
    } catch (Unavailable told) {
      throw told;
    } catch (RuntimeException fault) {
      // whatever it is: it must not pass for a failure to save
      LOG.error("what was asked for is saved, but the read model could not be waited for", fault);
      throw new Unavailable(
          "What was asked for is saved, but its effect cannot be shown; do not ask again, the log of the server says why.",
          Map.of("saved", true));
    }
  }

  private void perform(Object command, Origin origin, List<Terms> terms) {
    var message = GenericCommandMessage.asCommandMessage(command).andMetaData(origin.toMetaData());
    for (int attempt = 1;; attempt++) {
      try {
        attempt(() -> gateway.sendAndWait(message), origin.actionId(), terms);
        return;
      } catch (ConcurrencyException | StaleDecision lost) {
        if (attempt == ATTEMPTS) {
          throw lost;
        }
      }
    }
  }

  private void attempt(Runnable command, String actionId, List<Terms> terms) {
    if (terms.isEmpty()) {
      command.run();
      return;
    }
    var works = new ArrayList<Work<?>>();
    terms.forEach(asked -> works.add(asked.before(actionId)));
    company.accompanied(session -> {
      for (var work : works) {
        work.run(session);
      }
      return true;
    }, command);
  }

  private AppliedPosition applied() {
    var position = events.head().position();
    try {
      if (!readModel.await(position, patience)) {
        throw notYet(position, "has not come so far within %d s".formatted(patience.toSeconds()));
      }
      return new AppliedPosition(events.storeId(), position);
    } catch (ProjectionStopped stopped) {
      throw Readiness.stopped(stopped.failure(), true);
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
      throw notYet(position, "is being closed");
    }
  }

  private static Unavailable notYet(long position, String why) {
    return new Unavailable(
        "What was asked for is saved (position %d), but the read model %s; do not ask again, read again."
            .formatted(position, why),
        Map.of("saved", true, "position", position));
  }
}
