package org.fractalgoals.migration.session;

import java.util.List;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.migration.history.Evidence;
import org.fractalgoals.migration.history.History;
import org.fractalgoals.migration.history.KeptRow;
import org.fractalgoals.migration.history.LegacyUnit;
import org.fractalgoals.migration.history.Place;
import org.fractalgoals.migration.legacy.LegacyRow;

/** The story of one session while it is told, and what it is told by. */
record Telling(Evidence evidence, SessionRows rows, Place place, Story story,
    History history) {

  static Telling of(Evidence evidence, SessionRows rows, Place place) {
    return new Telling(evidence, rows, place, new Story(), new History(place));
  }

  LegacyUnit unit() {
    history.addAll(story.inOrder());
    return history.unit();
  }

  String sessionId() {
    return place.ref().id();
  }

  Moments moments() {
    return new Moments(evidence.clocks());
  }

  /** Keeps a row that no event stands for. */
  void keep(LegacyRow row, EntityRef about, List<String> flags) {
    history.keep(new KeptRow(row, flags, about));
  }

  /** How the root in a row of the session compares to the fractal. */
  List<String> rootFlags(LegacyRow row) {
    return evidence.references().rootFlags(row, place.rootId());
  }
}
