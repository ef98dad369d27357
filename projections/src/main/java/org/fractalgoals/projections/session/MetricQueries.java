package org.fractalgoals.projections.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

import javax.sql.DataSource;

import org.fractalgoals.projections.engine.Columns;
import org.fractalgoals.projections.engine.Microseconds;
import org.fractalgoals.projections.paging.Cursor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Questions about what was measured, over all sessions of a fractal. */
public final class MetricQueries {

  /** The values of one metric in one fractal are found by index and sorted: they are few, however many there are in all. */
  private static final String VALUES = """
    SELECT measured.id, measured.value, measured.split_definition_id,
      instance.created_at AS performed_at,
      split.name AS split_name, instance.id AS instance_id, sessions.id AS session_id,
      sessions.name AS session_name
    FROM metric_values AS measured
      CROSS JOIN activity_instances AS instance ON instance.id = measured.activity_instance_id
      CROSS JOIN sessions ON sessions.id = instance.session_id
      LEFT JOIN split_definitions AS split ON split.id = measured.split_definition_id
        AND split.deleted_at IS NULL AND NOT split.placeholder AND EXISTS (
          SELECT 1
          FROM activity_definitions AS activity
          WHERE activity.id = split.activity_id AND activity.deleted_at IS NULL
            AND NOT activity.placeholder
        )
    WHERE measured.root_id = :root AND measured.metric_definition_id = :metric
      AND instance.deleted_at IS NULL AND NOT instance.placeholder AND sessions.visible
      AND instance.created_at >= :from AND instance.created_at <= :last
      AND (instance.created_at < :last OR measured.id > :after)
    ORDER BY instance.created_at DESC, measured.id
    LIMIT :limit
    """;

  private static final String BEFORE_ALL_IDS = "";

  private record Place(long performedAt, String valueId) {}

  private final JdbcClient jdbc;

  public MetricQueries(DataSource readers) {
    this.jdbc = JdbcClient.create(readers);
  }

  /**
   * The values of a metric in visible instances of visible sessions, those of the newest instances first, then by id.
   *
   * @param from instances created then or later; null for all
   * @param to instances created before; null for all
   * @param after the end of the page before; null for the first page
   * @param limit the greatest number of values to give
   */
  public List<MeasuredValue> values(String rootId, String metricId, @Nullable Instant from,
      @Nullable Instant to, @Nullable Cursor after, int limit) {
    var begin = begin(to, after);
    return jdbc.sql(VALUES).param("root", rootId).param("metric", metricId)
        .param("from", Microseconds.bounded(from == null ? Instant.MIN : from))
        .param("last", begin.performedAt()).param("after", begin.valueId())
        .param("limit", limit).query(MetricQueries::value).list();
  }

  /** The place before the first value to give: the cursor, unless it is among what is too new. */
  private static Place begin(@Nullable Instant to, @Nullable Cursor after) {
    var newest = new Place(Microseconds.bounded(to == null ? Instant.MAX : to) - 1, BEFORE_ALL_IDS);
    if (after == null) {
      return newest;
    }
    var cursor = new Place(Microseconds.bounded(after.createdAt()), after.id());
    return cursor.performedAt() <= newest.performedAt() ? cursor : newest;
  }

  /** Whether there is or was such a metric in a fractal. */
  public boolean isKnown(String rootId, String metricId) {
    return jdbc.sql("""
      SELECT 1
      FROM metric_definitions
      WHERE id = :metric AND root_id = :root AND NOT placeholder
      """).param("metric", metricId).param("root", rootId).query(Integer.class).optional()
        .isPresent();
  }

  private static MeasuredValue value(ResultSet row, int number) throws SQLException {
    return new MeasuredValue(row.getString("id"), row.getDouble("value"),
        row.getString("split_definition_id"), row.getString("split_name"),
        row.getString("session_id"), row.getString("session_name"),
        row.getString("instance_id"), Columns.instant(row, "performed_at"));
  }
}
