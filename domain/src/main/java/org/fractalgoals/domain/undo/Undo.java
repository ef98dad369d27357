package org.fractalgoals.domain.undo;

/**
 * Takes back everything that an action did, or nothing. What happened stays in the history.
 *
 * @param rootId the fractal it is asked for in
 * @param actionId the action; may itself be one that undid another
 */
public record Undo(String rootId, String actionId) {}
