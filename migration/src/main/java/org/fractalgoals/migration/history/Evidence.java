package org.fractalgoals.migration.history;

import java.util.function.Function;

import org.fractalgoals.domain.event.JsonText;
import org.fractalgoals.migration.clock.ClockRules;
import org.fractalgoals.migration.legacy.LegacyFile;

/**
 * What an interpreter goes by.
 *
 * @param clocks which clock wrote which time; its zone is that of the store
 * @param json makes a text an opaque value, malformed as it may be
 */
public record Evidence(LegacyFile file, ClockRules clocks, Function<String, JsonText> json,
    References references) {}
