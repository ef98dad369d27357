package org.fractalgoals.eventstore;

import java.time.Clock;
import java.time.ZoneId;

import org.jspecify.annotations.Nullable;

/**
 * How to open a store.
 *
 * @param zone what a new store gets; an existing one must have the same; null accepts what an existing one has and
 *     gives a new one the zone of the system
 * @param environment what a new store gets; an existing one must have the same
 * @param clock tells when events are recorded
 */
public record StoreOptions(@Nullable ZoneId zone, String environment, Clock clock) {}
