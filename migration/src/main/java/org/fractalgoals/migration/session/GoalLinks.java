package org.fractalgoals.migration.session;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.session.SessionEvent.SessionGoalLinked;
import org.fractalgoals.migration.history.Cells;
import org.fractalgoals.migration.history.Flags;
import org.fractalgoals.migration.legacy.LegacyRow;
import org.jspecify.annotations.Nullable;

/** Tells which goals a session serves. */
record GoalLinks(Telling telling) {

  /** The older table links to goals of this type only. */
  private static final String SHORT_TERM = "short_term";

  void tell() {
    var linked = new HashSet<String>();
    for (var row : telling.rows().links(telling.sessionId())) {
      boolean isLegacy = row.table().equalsIgnoreCase(SessionRows.LEGACY_LINKS);
      var goal = Cells.id(row, isLegacy ? "short_term_goal_id" : "goal_id");
      if (goal == null) {
        telling.keep(row, telling.place().ref(), List.of(Flags.refMissing("goal_id")));
      } else if (!linked.add(goal)) {
        telling.keep(row, telling.place().ref(), List.of(Flags.ID_DUPLICATE));
      } else {
        tell(row, goal, isLegacy ? SHORT_TERM : row.text("goal_type"));
      }
    }
  }

  private void tell(LegacyRow row, String goal, @Nullable String type) {
    var time = telling.evidence().clocks().read(row, "created_at");
    var flags = new ArrayList<>(Flags.of(time));
    if (telling.place().row() == null) {
      flags.add(Flags.SESSION_MISSING);
    }
    telling.evidence().refer(EntityRef.goal(goal), "goal_id", flags);
    telling.story().tell(new SessionGoalLinked(telling.sessionId(), goal,
        Objects.requireNonNullElse(type, ""), time.at()), time.at(), telling.place().begin(),
        flags, row);
  }
}
