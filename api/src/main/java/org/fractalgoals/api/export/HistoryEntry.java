package org.fractalgoals.api.export;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.fractalgoals.api.audit.AuditView;
import org.jspecify.annotations.Nullable;

/**
 * An event of the fractal.
 *
 * @param payload what happened, as JSON; null if that was purged
 */
record HistoryEntry(@JsonUnwrapped AuditView event, @JsonRawValue @Nullable String payload) {}
