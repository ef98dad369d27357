package org.fractalgoals.migration.session;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.entity.Kind;
import org.fractalgoals.migration.history.Cells;
import org.fractalgoals.migration.history.Evidence;
import org.fractalgoals.migration.legacy.LegacyRow;

/** Finds the rows about a session. */
record SessionRows(Evidence evidence) {

  static final String LEGACY_LINKS = "practice_session_goals";
  static final String LINKS = "session_goals";

  private static final String INSTANCES = "activity_instances";
  private static final String VALUES = "metric_values";
  private static final String SESSION = "session_id";
  private static final String LEGACY_SESSION = "practice_session_id";

  /**
   * The rows of the instances performed in the session, in the order of their rowids. An instance that names no session
   * stands in one that has its id.
   */
  List<LegacyRow> instances(String sessionId) {
    return Stream.of(evidence.rows(INSTANCES, SESSION, sessionId).stream(),
        unnamed(evidence.rows(INSTANCES, LEGACY_SESSION, sessionId)),
        unnamed(evidence.strays(Kind.INSTANCE, INSTANCES, LEGACY_SESSION, sessionId)))
        .flatMap(rows -> rows)
        .sorted(Comparator.comparing(LegacyRow::rowid,
            Comparator.nullsLast(Comparator.naturalOrder())))
        .toList();
  }

  /** Of these rows those that do not name a session in the newer column. */
  private static Stream<LegacyRow> unnamed(List<LegacyRow> rows) {
    return rows.stream().filter(row -> Cells.id(row, SESSION) == null);
  }

  /** Whether the row of an instance does not say in which session it was performed. */
  static boolean namesNone(LegacyRow instance) {
    return Cells.id(instance, SESSION) == null && Cells.id(instance, LEGACY_SESSION) == null;
  }

  /** The rows of the values of an instance. */
  List<LegacyRow> values(String instanceId) {
    return evidence.rows(VALUES, "activity_instance_id", instanceId);
  }

  /** The rows that link goals to the session. */
  List<LegacyRow> links(String sessionId) {
    return Stream.concat(evidence.pairs(LEGACY_LINKS, LEGACY_SESSION, sessionId).stream(),
        evidence.pairs(LINKS, SESSION, sessionId).stream()).toList();
  }

  /** Whether an instance has a row, in whatever session. */
  boolean haveInstance(String instanceId) {
    return evidence.references().parentOf(EntityRef.instance(instanceId)).isPresent();
  }

  /** The name of an activity; empty if it is not in the file. */
  Optional<String> activityName(String activityId) {
    return evidence.rows("activity_definitions", "id", activityId).stream().findFirst()
        .map(row -> row.text("name"));
  }
}
