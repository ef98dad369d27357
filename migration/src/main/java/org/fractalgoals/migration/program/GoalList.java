package org.fractalgoals.migration.program;

import java.util.ArrayList;
import java.util.List;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.migration.history.Evidence;
import org.fractalgoals.migration.history.Flags;
import org.fractalgoals.migration.legacy.LegacyRow;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads the column {@code goal_ids}: a JSON list of ids. */
final class GoalList {

  private static final String COLUMN = "goal_ids";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final List<String> ids = new ArrayList<>();
  private final List<String> flags = new ArrayList<>();

  GoalList(Evidence evidence, LegacyRow row) {
    var text = row.text(COLUMN);
    if (text != null && !read(text)) {
      flags.add(Flags.unreadable(COLUMN));
    }
    if (!ids.stream().map(EntityRef::goal).allMatch(evidence.references()::knows)) {
      flags.add(Flags.refMissing(COLUMN));
    }
  }

  /** @return whether all of it is a list of texts */
  private boolean read(String text) {
    try {
      var list = JSON.readTree(text);
      for (var id : list) {
        if (id.isString() && !ids.contains(id.asString())) {
          ids.add(id.asString());
        }
      }
      return list.isArray() && ids.size() == list.size();
    } catch (JacksonException malformed) {
      return false;
    }
  }

  /** The ids in their order, each once. */
  List<String> ids() {
    return ids;
  }

  /** What is wrong with the list. */
  List<String> flags() {
    return flags;
  }
}
