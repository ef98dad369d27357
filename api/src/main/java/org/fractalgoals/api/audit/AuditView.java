package org.fractalgoals.api.audit;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * An event as those see it who ask who did what.
 *
 * @param effectiveAt when it happened
 * @param recordedAt when it was stored
 * @param thing what it is most about; null for an act that is about no thing
 * @param causedBy id of the event that caused it; null for the first of an action
 * @param flags how an imported fact was interpreted
 * @param sentence for people
 * @param purgedBy position of the event that erased what happened; null if that is still there
 */
public record AuditView(long position, String eventId, String effectiveAt, String recordedAt,
    String rootId, @Nullable ThingView thing, String type, String actor, String source,
    String actionId, @Nullable String importId, @Nullable String causedBy,
    @Nullable String requestId, List<String> flags, String sentence, List<ChangeView> changes,
    @Nullable Long purgedBy) {}
