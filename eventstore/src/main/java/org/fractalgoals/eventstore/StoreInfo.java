package org.fractalgoals.eventstore;

import java.time.ZoneId;

/**
 * What a store says of itself.
 *
 * @param storeId made when the store was made, never changed
 * @param formatVersion {@code major.minor} of the format it is stored in
 * @param zone the zone of the wall-clock texts and calendar days of its owner
 * @param environment the environment it was made for
 */
public record StoreInfo(String storeId, String formatVersion, ZoneId zone, String environment) {}
