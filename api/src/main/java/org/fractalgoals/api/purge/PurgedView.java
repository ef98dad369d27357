package org.fractalgoals.api.purge;

/**
 * What a purge has done.
 *
 * @param actionId the action it is in the history
 * @param things how many things are gone
 * @param events how many events were emptied
 * @param complete whether the files have nothing of it any more; otherwise that is being seen to
 */
public record PurgedView(String actionId, long things, long events, boolean complete) {}
