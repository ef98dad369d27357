package org.fractalgoals.migration.history;

import java.util.List;

import org.fractalgoals.domain.event.Imported;
import org.fractalgoals.migration.clock.ClockRule;
import org.fractalgoals.migration.clock.LegacyTime;

/** How the facts of a legacy file were interpreted, in the words of the report. */
public final class Flags {

  /** The root is NULL in the file and was found by what the thing stands under. */
  public static final String ROOT_NULL_DERIVED = "ROOT_NULL_DERIVED";

  /** The root in the file is no goal. */
  public static final String ROOT_MISSING = "ROOT_MISSING";

  /** A session that is its own root in the file. */
  public static final String ROOT_SELF = "ROOT_SELF";

  /** The root in the file is another than what the thing stands under has; that one was taken. */
  public static final String ROOT_CONTRADICTED = staleCopy("root_id");

  /** The session is not in the file. */
  public static final String SESSION_MISSING = "SESSION_MISSING";

  /** The row is one set of an instance, which has it already. */
  public static final String TWIN_OF_SET = "TWIN_OF_SET";

  /** The session does not list it. */
  public static final String UNPLACED = "UNPLACED";

  /** Only free JSON says so. */
  public static final String JSON_ONLY = "JSON_ONLY";

  /** Another live thing has the name already. */
  public static final String DUPLICATE_NAME = Imported.DUPLICATE_NAME;

  /** When it happened cannot be told. */
  public static final String TIME_UNKNOWN = "TIME_UNKNOWN";

  /** The goal stands above itself in the file; it was taken as a root. */
  public static final String PARENT_ON_CYCLE = "PARENT_ON_CYCLE";

  /** The file does not say what stands above; the oldest link to a short-term goal was taken. */
  public static final String PARENT_FROM_LINK = "PARENT_FROM_LINK";

  /** The table is of no known stage. */
  public static final String TABLE_UNKNOWN = "TABLE_UNKNOWN";

  /** The row has no id that can be used. */
  public static final String ID_UNUSABLE = "ID_UNUSABLE";

  /** An earlier row has the same id. */
  public static final String ID_DUPLICATE = "ID_DUPLICATE";

  private Flags() {}

  /** The field names something that is nowhere. */
  public static String refMissing(String field) {
    return "REF_MISSING(" + field + ")";
  }

  /** The value of the field is of a kind that the field cannot have; it was left empty. */
  public static String unreadable(String field) {
    return "UNREADABLE(" + field + ")";
  }

  /** The field breaks a rule. */
  public static String checkViolated(String field) {
    return Imported.CHECK_VIOLATED + "(" + field + ")";
  }

  /** Rows and free JSON differ in the field; the row was taken. */
  public static String jsonRowConflict(String field) {
    return "JSON_ROW_CONFLICT(" + field + ")";
  }

  /** Only free JSON has the field. */
  public static String jsonOnly(String field) {
    return JSON_ONLY + "(" + field + ")";
  }

  /** The field repeats something that is different where it comes from. */
  public static String staleCopy(String field) {
    return "STALE_COPY(" + field + ")";
  }

  /** When the field says cannot be told. */
  public static String timeUnknown(String field) {
    return TIME_UNKNOWN + "(" + field + ")";
  }

  /** How a time was read; one that the file does not speak of is unknown, too. */
  public static List<String> of(LegacyTime time) {
    return switch (time) {
      case LegacyTime.Known(var at, var rule) -> rule.isAssumption()
          ? List.of(clockAssumed(rule))
          : List.of();
      case LegacyTime.None none -> List.of(TIME_UNKNOWN);
      case LegacyTime.Unreadable unreadable -> List.of(TIME_UNKNOWN);
    };
  }

  public static String clockAssumed(ClockRule rule) {
    return "CLOCK_ASSUMED(" + rule.code() + ")";
  }
}
