package org.fractalgoals.api.act;

/**
 * An act that is remembered.
 *
 * @param actionId the action it is in the history
 */
record ActView(String actionId) {}
