package org.fractalgoals.api.tree;

import com.fasterxml.jackson.annotation.JsonRawValue;
import org.fractalgoals.api.http.StoredJson;
import org.fractalgoals.api.http.WallClockText;
import org.fractalgoals.projections.goal.GoalRow;
import org.jspecify.annotations.Nullable;

/**
 * What stands under {@code attributes} of a goal.
 *
 * @param parentId the goal or session above; null for a root
 * @param targets a JSON list
 */
record GoalAttributes(String id, String type, @Nullable String parentId, String rootId,
    String description, @Nullable String deadline, boolean completed, String createdAt,
    String updatedAt, @JsonRawValue String targets) {

  static GoalAttributes of(GoalRow goal, WallClockText clock) {
    return new GoalAttributes(goal.id(), goal.type(),
        goal.parentId() == null ? goal.parentSessionId() : goal.parentId(), goal.rootId(),
        goal.description(), WallClockText.ofDay(goal.deadline()), goal.completed(),
        clock.of(goal.createdAt()), clock.of(goal.updatedAt()), StoredJson.list(goal.targets()));
  }
}
