package org.fractalgoals.api.admin;

import java.util.Locale;

import org.fractalgoals.api.http.WallClockText;
import org.fractalgoals.projections.rebuild.RebuildProgress;
import org.jspecify.annotations.Nullable;

/**
 * How far a rebuild is.
 *
 * @param phase what it does, or how it ended, in lower case
 * @param done events applied so far
 * @param total events there are
 * @param remainingSeconds until all are applied; null while that cannot be told, and afterwards
 * @param endedAt null while it runs
 * @param problem one sentence that says why it failed; null unless it did
 */
public record RebuildView(String phase, long done, long total, double eventsPerSecond,
    @Nullable Double remainingSeconds, String startedAt, @Nullable String endedAt,
    @Nullable String problem) {

  public static RebuildView of(RebuildProgress progress, WallClockText clock) {
    var remaining = progress.remaining();
    var ended = progress.endedAt();
    return new RebuildView(progress.phase().name().toLowerCase(Locale.ROOT), progress.done(),
        progress.total(), progress.eventsPerSecond(),
        remaining == null ? null : remaining.toMillis() / 1000.0,
        clock.of(progress.startedAt()), ended == null ? null : clock.of(ended),
        progress.problem());
  }
}
