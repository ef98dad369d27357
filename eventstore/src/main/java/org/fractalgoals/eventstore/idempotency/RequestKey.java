package org.fractalgoals.eventstore.idempotency;

/**
 * Names a request for as long as it may be repeated.
 *
 * @param actor who made it
 * @param route what it asked for, such as {@code POST /api/fractals}
 * @param key the name that the client gave it
 */
public record RequestKey(String actor, String route, String key) {}
