package org.fractalgoals.api;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;

import org.jspecify.annotations.Nullable;

/**
 * What an application runs on.
 *
 * @param directory the data directory; made if it is missing
 * @param environment name of the environment; an existing store must have been made for it
 * @param zone of a new store, null for that of the system; an existing store must have it, null accepts what it has
 * @param clock tells the time, everywhere
 */
public record Settings(Path directory, String environment, @Nullable ZoneId zone, Clock clock) {}
