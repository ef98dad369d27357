package org.fractalgoals.api.action;

/**
 * An action that was undone.
 *
 * @param actionId the undo: an action, too
 * @param undone the action that it took back
 * @param events how many events that took
 */
public record UndoneView(String actionId, String undone, long events) {}
