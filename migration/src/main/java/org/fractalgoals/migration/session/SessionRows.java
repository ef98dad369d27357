package org.fractalgoals.migration.session;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.fractalgoals.migration.legacy.LegacyFile;
import org.fractalgoals.migration.legacy.LegacyRow;
import org.fractalgoals.migration.legacy.LegacyTable;

/** Finds the rows about a session. A reference in bytes refers to nothing. */
record SessionRows(LegacyFile file) {

  static final String LEGACY_LINKS = "practice_session_goals";
  static final String LINKS = "session_goals";

  private static final String INSTANCES = "activity_instances";
  private static final String VALUES = "metric_values";
  private static final String SESSION = "session_id";
  private static final String LEGACY_SESSION = "practice_session_id";

  /** The rows of the instances performed in the session, in the order of their rowids. */
  List<LegacyRow> instances(String sessionId) {
    var rows = new ArrayList<>(of(INSTANCES, SESSION, sessionId));
    of(INSTANCES, LEGACY_SESSION, sessionId).stream()
        .filter(row -> row.text(SESSION) == null).forEach(rows::add);
    rows.sort(Comparator.comparing(LegacyRow::rowid, Comparator.nullsLast(
        Comparator.naturalOrder())));
    return rows;
  }

  /** The rows of the values of an instance. */
  List<LegacyRow> values(String instanceId) {
    return of(VALUES, "activity_instance_id", instanceId);
  }

  /** The rows that link goals to the session. */
  List<LegacyRow> links(String sessionId) {
    return Stream.concat(of(LEGACY_LINKS, LEGACY_SESSION, sessionId).stream(),
        of(LINKS, SESSION, sessionId).stream()).toList();
  }

  /** Whether an instance has a row, in whatever session. */
  boolean haveInstance(String instanceId) {
    return !of(INSTANCES, "id", instanceId).isEmpty();
  }

  /** Whether no row before it has the same id. */
  boolean isFirst(LegacyRow row, String id) {
    var table = file.schema().table(row.table());
    return table == null || isKey(table) || of(row.table(), "id", id).stream().findFirst()
        .filter(first -> !Objects.equals(first.rowid(), row.rowid())).isEmpty();
  }

  /** The name of an activity; empty if it is not in the file. */
  Optional<String> activityName(String activityId) {
    return of("activity_definitions", "id", activityId).stream().findFirst()
        .map(row -> row.text("name"));
  }

  private List<LegacyRow> of(String table, String column, String text) {
    return file.rows(table, column, text).stream()
        .filter(row -> text.equals(Cells.id(row, column))).toList();
  }

  private static boolean isKey(LegacyTable table) {
    return table.columns().stream().filter(column -> column.keyPlace() > 0)
        .map(LegacyTable.Column::name).toList().equals(List.of("id"));
  }
}
