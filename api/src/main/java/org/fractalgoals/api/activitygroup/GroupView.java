package org.fractalgoals.api.activitygroup;

import org.fractalgoals.api.http.WallClockText;
import org.fractalgoals.projections.activitygroup.GroupRow;

/** A group of activities as the API shows it. */
public record GroupView(String id, String rootId, String name, String description, long sortOrder,
    String createdAt, String updatedAt) {

  public static GroupView of(GroupRow row, WallClockText clock) {
    return new GroupView(row.id(), row.rootId(), row.name(), row.description(), row.sortOrder(),
        clock.of(row.createdAt()), clock.of(row.updatedAt()));
  }
}
