package org.fractalgoals.api.http;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

import jakarta.servlet.ServletRequest;
import org.fractalgoals.domain.action.EventIds;
import org.jspecify.annotations.Nullable;

/**
 * A request that may be repeated. Where it was made before, and its command carried out, it is answered again with the
 * same ids, and the command is not sent again. Belongs to one request, and is used by its thread only.
 */
public final class Repetition {

  /** Gives a request its key, as the IETF draft "The Idempotency-Key HTTP Header Field" has it. */
  public static final String KEY_HEADER = "Idempotency-Key";

  private static final String ATTRIBUTE = Repetition.class.getName();

  private final Iterator<String> known;
  private final @Nullable String carriedOut;
  private final List<String> madeIds = new ArrayList<>();

  private Repetition(List<String> known, @Nullable String carriedOut) {
    this.known = known.iterator();
    this.carriedOut = carriedOut;
  }

  /** A request that is made for the first time. */
  public static Repetition first() {
    return new Repetition(List.of(), null);
  }

  /**
   * A request that was made before.
   *
   * @param madeIds the ids that were made for it
   * @param actionId the action that was carried out for it; null if there was none
   */
  public static Repetition again(List<String> madeIds, @Nullable String actionId) {
    return new Repetition(madeIds, actionId);
  }

  /** Empty if the request cannot be repeated. */
  public static Optional<Repetition> of(ServletRequest request) {
    return Optional.ofNullable((Repetition) request.getAttribute(ATTRIBUTE));
  }

  /** Lets the commands of the request know. */
  public void attachTo(ServletRequest request) {
    request.setAttribute(ATTRIBUTE, this);
  }

  /** The ids that were made for the request so far. */
  public List<String> madeIds() {
    return List.copyOf(madeIds);
  }

  String nextId(EventIds ids) {
    var id = known.hasNext() ? known.next() : ids.next();
    madeIds.add(id);
    return id;
  }

  Optional<String> carriedOut() {
    return Optional.ofNullable(carriedOut);
  }
}
