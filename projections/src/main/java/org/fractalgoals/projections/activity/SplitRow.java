package org.fractalgoals.projections.activity;

/**
 * A split of an activity.
 *
 * @param order its place as the client counts, which need not be that in a list
 */
public record SplitRow(String id, String activityId, String name, long order) {}
