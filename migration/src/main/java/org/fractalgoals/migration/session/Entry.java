package org.fractalgoals.migration.session;

import org.jspecify.annotations.Nullable;

/**
 * A place for an instance in the data of a session.
 *
 * @param exercise what is said of the instance there; null if it is only listed
 */
record Entry(String instanceId, @Nullable Exercise exercise) {}
