package org.fractalgoals.migration.session;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.migration.history.Evidence;
import org.fractalgoals.migration.history.Flags;
import org.fractalgoals.migration.history.KeptRow;
import org.fractalgoals.migration.history.LegacyUnit;
import org.fractalgoals.migration.history.Place;
import org.fractalgoals.migration.legacy.LegacyRow;

/** The story of one session while it is told, and what it is told by. */
record Telling(Evidence evidence, SessionRows rows, Place place, Story story,
    List<KeptRow> kept) {

  static Telling of(Evidence evidence, SessionRows rows, Place place) {
    return new Telling(evidence, rows, place, new Story(), new ArrayList<>());
  }

  LegacyUnit unit() {
    return new LegacyUnit(place.ref(), place.rootId(), story.inOrder(), kept);
  }

  String sessionId() {
    return place.ref().id();
  }

  Moments moments() {
    return new Moments(evidence.clocks());
  }

  /** Keeps a row that no event stands for. */
  void keep(LegacyRow row, String flag, EntityRef about) {
    kept.add(new KeptRow(row, List.of(flag), about));
  }

  /** Flags a reference to what is nowhere. */
  void refer(EntityRef ref, String field, Collection<String> flags) {
    if (!evidence.references().knows(ref)) {
      flags.add(Flags.refMissing(field));
    }
  }

  /** How the root in a row of the session relates to the fractal; nothing if the row does not speak of it. */
  List<String> rootFlags(LegacyRow row) {
    if (row.holdsNull("root_id")) {
      return List.of(Flags.ROOT_NULL_DERIVED);
    }
    var root = Cells.id(row, "root_id");
    if (root == null) {
      return List.of();
    }
    if (!evidence.references().knows(EntityRef.goal(root))) {
      return List.of(Flags.ROOT_MISSING);
    }
    return root.equals(place.rootId()) ? List.of() : List.of(Flags.ROOT_CONTRADICTED);
  }
}
