package org.fractalgoals.api.trash;

import org.fractalgoals.api.http.WallClockText;
import org.fractalgoals.projections.trash.TrashItem;
import org.jspecify.annotations.Nullable;

/**
 * A deletion that can be looked at, and perhaps undone.
 *
 * @param count how many things come back, itself included
 * @param reason why it cannot come back as it was; null if it can
 */
public record TrashView(String actionId, String deletedAt, String kind, String id, String rootId,
    String name, int count, boolean restorable, @Nullable String reason) {

  public static TrashView of(TrashItem item, WallClockText clock) {
    return new TrashView(item.actionId(), clock.of(item.deletedAt()), item.ref().kind().code(),
        item.ref().id(), item.rootId(), item.name(), item.count(), item.restorable(),
        item.reason());
  }
}
