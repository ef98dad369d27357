package org.fractalgoals.migration.export;

import java.sql.SQLException;

import org.fractalgoals.domain.activitygroup.GroupEvent;
import org.fractalgoals.domain.activitygroup.GroupEvent.GroupCreated;
import org.fractalgoals.domain.activitygroup.GroupEvent.GroupDeleted;
import org.fractalgoals.domain.activitygroup.GroupEvent.GroupDescribed;
import org.fractalgoals.domain.activitygroup.GroupEvent.GroupRenamed;
import org.fractalgoals.domain.activitygroup.GroupEvent.GroupReordered;
import org.fractalgoals.domain.activitygroup.GroupEvent.GroupRestored;
import org.fractalgoals.domain.activitygroup.GroupEvent.GroupTouched;
import org.fractalgoals.domain.event.RecordedEvent;

/** Writes {@code activity_groups}. */
final class GroupRows {

  private final ExportedTable groups;

  GroupRows(ExportedRows rows) {
    this.groups = new ExportedTable(rows, "activity_groups");
  }

  void apply(RecordedEvent event, GroupEvent group) throws SQLException {
    var id = group.groupId();
    switch (group) {
      case GroupCreated created -> groups.insert(
          "id, root_id, name, description, sort_order, created_at, updated_at", id,
          created.rootId(), created.name(), created.description(), created.sortOrder(),
          event.time(), event.time());
      case GroupRenamed renamed -> groups.set(event, id, "name", renamed.name());
      case GroupDescribed described ->
        groups.set(event, id, "description", described.description());
      case GroupReordered reordered ->
        groups.set(event, id, "sort_order", reordered.sortOrder());
      case GroupDeleted deleted -> groups.delete(event, id);
      case GroupRestored restored -> groups.restore(event, id);
      case GroupTouched touched -> groups.touch(event, id);
    }
  }
}
