package org.fractalgoals.api.trash;

import org.fractalgoals.api.http.WallClockText;
import org.fractalgoals.domain.entity.Entities;
import org.fractalgoals.projections.trash.TrashItem;
import org.jspecify.annotations.Nullable;

/**
 * A deletion that can be looked at, and perhaps undone.
 *
 * @param count how many things come back, itself included
 * @param reason why it cannot come back as it was, or what of it will not; null if all of it can
 */
public record TrashView(String actionId, String deletedAt, String kind, String id, String rootId,
    String name, int count, boolean restorable, @Nullable String reason) {

  /**
   * @param entities know what was purged since
   */
  public static TrashView of(TrashItem item, WallClockText clock, Entities entities) {
    return new TrashView(item.actionId(), clock.of(item.deletedAt()), item.ref().kind().code(),
        item.ref().id(), item.rootId(), item.name(), item.count(), item.restorable(),
        item.reason() == null ? loss(entities.purgedSince(item.actionId())) : item.reason());
  }

  private static @Nullable String loss(long purged) {
    return purged == 0
        ? null
        : "Of what was deleted with it %d %s purged since, and will not come back."
            .formatted(purged, purged == 1 ? "thing was" : "things were");
  }
}
