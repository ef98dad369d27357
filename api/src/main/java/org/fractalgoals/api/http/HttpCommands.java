package org.fractalgoals.api.http;

import java.util.List;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import org.fractalgoals.api.command.AppliedPosition;
import org.fractalgoals.api.command.Commands;
import org.fractalgoals.domain.action.EventIds;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Commands that come in over HTTP, of whoever asks, on the terms of the request. A request leads to one command at most;
 * each is an action of its own.
 */
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
  private final List<RequestTerms> terms;

  public HttpCommands(Commands commands, EventIds ids, List<RequestTerms> terms) {
    this.commands = commands;
    this.ids = ids;
    this.terms = List.copyOf(terms);
  }

  /** An id for something new. */
  public String newId() {
    return Repetition.of(request()).map(again -> again.nextId(ids)).orElseGet(ids::next);
  }

  /** Carries out a command of the request that is being answered; see {@link Commands#send}. */
  public AppliedPosition send(Object command) {
    return act(command).position();
  }

  /** Likewise, where the action is to be named. */
  public Action act(Object command) {
    var request = request();
    var carriedOut = Repetition.of(request).flatMap(Repetition::carriedOut);
    if (carriedOut.isPresent()) {
      return new Action(carriedOut.get(), commands.saved());
    }
    var origin = Callers.current().origin(ids.next());
    var asked = terms.stream().map(reader -> reader.of(request)).flatMap(Optional::stream)
        .toList();
    return new Action(origin.actionId(), commands.send(command, origin, asked));
  }

  private static HttpServletRequest request() {
    return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes())
        .getRequest();
  }
}
