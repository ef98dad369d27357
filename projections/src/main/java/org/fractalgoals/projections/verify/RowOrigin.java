package org.fractalgoals.projections.verify;

import java.util.Map;

/** In which stream the events about the rows of a table are. */
final class RowOrigin {

  private static final String OF_PROGRAM_DAY = """
    (SELECT 'program/' || block.program_id
       FROM %%1$s.program_days day JOIN %%1$s.program_blocks block ON block.id = day.block_id
      WHERE day.id = part.%s)""";

  /** As an expression over a row {@code part} in a schema of the connection, the only parameter of the format. */
  private static final Map<String, String> STREAMS = Map.ofEntries(
      Map.entry("goals", "'goal/' || part.id"),
      Map.entry("sessions", "'session/' || part.id"),
      Map.entry("session_goals", "'session/' || part.session_id"),
      Map.entry("activity_groups", "'group/' || part.id"),
      Map.entry("activity_definitions", "'activity/' || part.id"),
      Map.entry("metric_definitions", "'activity/' || part.activity_id"),
      Map.entry("split_definitions", "'activity/' || part.activity_id"),
      Map.entry("activity_instances", "'session/' || part.session_id"),
      Map.entry("metric_values", """
        (SELECT 'session/' || session_id
           FROM %1$s.activity_instances
          WHERE id = part.activity_instance_id)"""),
      Map.entry("session_templates", "'template/' || part.id"),
      Map.entry("notes", "'note/' || part.id"),
      Map.entry("programs", "'program/' || part.id"),
      Map.entry("program_blocks", "'program/' || part.program_id"),
      Map.entry("program_days", OF_PROGRAM_DAY.formatted("id")),
      Map.entry("scheduled_sessions", OF_PROGRAM_DAY.formatted("day_id")),
      Map.entry("program_day_templates", OF_PROGRAM_DAY.formatted("program_day_id")));

  private RowOrigin() {}

  /** An expression over a row {@code part} of a table; NULL where nothing is known of the table. */
  static String stream(String table, String schema) {
    return STREAMS.getOrDefault(table, "NULL").formatted(schema);
  }
}
