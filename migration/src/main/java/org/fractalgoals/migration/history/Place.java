package org.fractalgoals.migration.history;

import java.time.Instant;
import java.util.List;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.migration.legacy.LegacyRow;
import org.jspecify.annotations.Nullable;

/**
 * Where a thing of a file stands, as all rows together tell.
 *
 * @param row its row; null for a session that is missing and of which there are instances
 * @param rootId the fractal: where nothing leads to a goal, an id of which there is only a placeholder
 * @param parent what it stands under; null for what belongs to the fractal only
 * @param begin when it came into being, as far as can be told: where its row does not say so, no later than anything
 *     known of it
 * @param flags how root and parent were found
 */
public record Place(EntityRef ref, @Nullable LegacyRow row, String rootId,
    @Nullable EntityRef parent, Instant begin, List<String> flags) {

  public Place {
    flags = List.copyOf(flags);
  }
}
