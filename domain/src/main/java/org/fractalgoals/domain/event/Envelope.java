package org.fractalgoals.domain.event;

import org.jspecify.annotations.Nullable;

/**
 * What is known of an event besides what happened.
 *
 * @param rootId id of the fractal, or {@link #SYSTEM_ROOT} for acts that belong to none
 * @param origin who acted
 * @param causationId id of the event that caused this one; null for the first of an action
 * @param imported null for a live event
 */
public record Envelope(String rootId, Origin origin, @Nullable String causationId,
    @Nullable Imported imported) {

  /** Root of acts that belong to no fractal: imports, keys, admin acts. */
  public static final String SYSTEM_ROOT = "$system";

  public static Envelope live(String rootId, Origin origin) {
    return new Envelope(rootId, origin, null, null);
  }

  public Envelope causedBy(String eventId) {
    return new Envelope(rootId, origin, eventId, imported);
  }
}
