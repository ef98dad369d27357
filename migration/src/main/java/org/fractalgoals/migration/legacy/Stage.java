package org.fractalgoals.migration.legacy;

/**
 * The stages of the legacy schema. They are not one line of history: three lineages forked, so a stage is told by the
 * tables and columns that are there, never by a name or number.
 */
public enum Stage {
  /** No table at all, not even a byte: a legal, empty legacy database. */
  S00, S01, S02, S03, S04, S05, S06, S07, S08, S09, S10, S11, S12, S13, S14, S15, S16;

  private static final String INSTANCES = "activity_instances";

  /** The stage of a schema; what is unknown in it does not matter. */
  public static Stage of(LegacySchema schema) {
    if (schema.tables().isEmpty()) {
      return S00;
    }
    if (schema.has(LegacySchema.PRACTICE_SESSIONS)) {
      return S01;
    }
    if (schema.has("notes")) {
      return S16;
    }
    if (schema.has(LegacySchema.SESSIONS)) {
      return schema.forbidsNull(INSTANCES, "practice_session_id") ? S14 : S15;
    }
    return schema.has("program_day_templates") ? S13 : withSessionsAmongGoals(schema);
  }

  private static Stage withSessionsAmongGoals(LegacySchema schema) {
    if (schema.has(INSTANCES, "root_id")) {
      return S12;
    }
    if (schema.has("programs")) {
      return schema.has("activity_definitions", "group_id") ? S11 : S09;
    }
    if (schema.has(INSTANCES, "data")) {
      return S10;
    }
    if (schema.has(LegacySchema.GOALS, "session_start")) {
      return S08;
    }
    return schema.has("activity_groups") ? S07 : withoutGroups(schema);
  }

  private static Stage withoutGroups(LegacySchema schema) {
    if (schema.has("split_definitions")) {
      return S06;
    }
    if (schema.has("metric_definitions", "is_top_set_metric")) {
      return S05;
    }
    if (schema.has("activity_definitions", "metrics_multiplicative")) {
      return S04;
    }
    return schema.has(LegacySchema.GOALS, "updated_at") ? S03 : S02;
  }
}
