package org.fractalgoals.migration.goal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.fractalgoals.domain.event.Envelope;
import org.fractalgoals.migration.goal.LeftOut.Reason;
import org.fractalgoals.migration.legacy.CellValue;
import org.fractalgoals.migration.legacy.LegacyRow;
import org.jspecify.annotations.Nullable;

/**
 * The trees of a file. What the file says of roots is not trusted: a goal's root is the top of its parents. Goals that
 * hang on nothing - the parent is a session or missing, or there is a cycle - are left out with all that is below.
 *
 * @param goals parents before children, otherwise in the order of the file
 * @param leftOut all others
 */
record GoalForest(List<PlacedGoal> goals, List<LeftOut> leftOut) {

  /**
   * @param rows the goals, sessions not among them
   * @param sessionIds ids of all sessions of the file
   */
  static GoalForest grow(List<LegacyRow> rows, Set<String> sessionIds) {
    var leftOut = new ArrayList<LeftOut>();
    var byId = byId(rows, leftOut);
    var children = childrenByParent(byId);
    var placed = new LinkedHashMap<String, PlacedGoal>();
    for (var top : children.getOrDefault(null, List.of())) {
      place(top, byId, children, placed);
    }
    leftOut.addAll(unplaced(byId, children, placed.keySet(), sessionIds));
    return new GoalForest(List.copyOf(placed.values()), leftOut);
  }

  /** The first row of an id has it. */
  private static Map<String, LegacyRow> byId(List<LegacyRow> rows, List<LeftOut> leftOut) {
    var byId = new LinkedHashMap<String, LegacyRow>();
    for (var row : rows) {
      var id = row.text("id");
      if (id == null || !isUsable(id, row)) {
        leftOut.add(new LeftOut(id, row.rowid(), Reason.NO_USABLE_ID));
      } else if (byId.putIfAbsent(id, row) != null) {
        leftOut.add(new LeftOut(id, row.rowid(), Reason.DUPLICATE_ID));
      }
    }
    return byId;
  }

  private static boolean isUsable(String id, LegacyRow row) {
    return !id.isEmpty() && !id.equals(Envelope.SYSTEM_ROOT)
        && !(row.value("id") instanceof CellValue.Blob);
  }

  private static Map<@Nullable String, List<String>> childrenByParent(
      Map<String, LegacyRow> byId) {
    var children = new HashMap<@Nullable String, List<String>>();
    byId.forEach((id, row) -> children
        .computeIfAbsent(row.text("parent_id"), parent -> new ArrayList<>()).add(id));
    return children;
  }

  private static void place(String top, Map<String, LegacyRow> byId,
      Map<@Nullable String, List<String>> children, Map<String, PlacedGoal> placed) {
    for (var id : withDescendants(List.of(top), children)) {
      var row = get(byId, id);
      placed.put(id, new PlacedGoal(row, id, row.text("parent_id"), top));
    }
  }

  private static List<LeftOut> unplaced(Map<String, LegacyRow> byId,
      Map<@Nullable String, List<String>> children, Set<String> placed, Set<String> sessionIds) {
    var reasons = new LinkedHashMap<String, Reason>();
    byId.forEach((id, row) -> {
      var parent = row.text("parent_id");
      if (parent != null && !byId.containsKey(parent)) {
        reasons.put(id, sessionIds.contains(parent)
            ? Reason.PARENT_IS_SESSION
            : Reason.PARENT_MISSING);
      }
    });
    for (var id : withDescendants(List.copyOf(reasons.keySet()), children)) {
      reasons.putIfAbsent(id, Reason.PARENT_LEFT_OUT);
    }
    for (var id : byId.keySet()) {
      if (!placed.contains(id)) {
        reasons.putIfAbsent(id, Reason.ON_CYCLE);
      }
    }
    return reasons.entrySet().stream().map(
        entry -> new LeftOut(entry.getKey(), get(byId, entry.getKey()).rowid(), entry.getValue()))
        .toList();
  }

  /** These, then all below them, parents before children; each once, so that a cycle ends. */
  private static List<String> withDescendants(List<String> tops,
      Map<@Nullable String, List<String>> children) {
    var found = new ArrayList<>(tops);
    var seen = new HashSet<>(tops);
    for (int next = 0; next < found.size(); next++) {
      for (var child : children.getOrDefault(found.get(next), List.of())) {
        if (seen.add(child)) {
          found.add(child);
        }
      }
    }
    return found;
  }

  private static LegacyRow get(Map<String, LegacyRow> byId, String id) {
    var row = byId.get(id);
    if (row == null) {
      throw new IllegalStateException("no row of the goal " + id);
    }
    return row;
  }

  long fractals() {
    return goals.stream().filter(PlacedGoal::isRoot).count();
  }
}
