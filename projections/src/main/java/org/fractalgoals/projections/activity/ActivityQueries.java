package org.fractalgoals.projections.activity;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Questions about activities. Only what lives in a visible fractal is answered, of metrics and splits only what was not
 * removed. {@code CROSS JOIN} keeps SQLite from turning a join round.
 */
public final class ActivityQueries {

  private final JdbcClient jdbc;
  private final TransactionTemplate atOneMoment;

  public ActivityQueries(DataSource readers) {
    this.jdbc = JdbcClient.create(readers);
    this.atOneMoment = new TransactionTemplate(new JdbcTransactionManager(readers));
  }

  /** The activities of a fractal by name, compared byte for byte. */
  public List<ActivityRow> activities(String rootId) {
    return atOneMoment.execute(transaction -> listed(rootId));
  }

  private List<ActivityRow> listed(String rootId) {
    var activities = jdbc.sql("""
      SELECT activity.*, (
          SELECT activity_groups.id
          FROM activity_groups
          WHERE activity_groups.id = activity.group_id AND activity_groups.deleted_at IS NULL
            AND NOT activity_groups.placeholder
        ) AS shown_group_id
      FROM goals AS root CROSS JOIN activity_definitions AS activity ON activity.root_id = root.id
      WHERE root.id = :root AND root.visible AND activity.deleted_at IS NULL
        AND NOT activity.placeholder
      ORDER BY activity.name, activity.id
      """).param("root", rootId).query(ActivityRowMapper::activity).list();
    var metrics = jdbc.sql("""
      SELECT *
      FROM metric_definitions
      WHERE root_id = :root AND is_active AND NOT placeholder
      ORDER BY sort_order, created_at, id
      """).param("root", rootId).query(ActivityRowMapper::metric).list().stream()
        .collect(Collectors.groupingBy(MetricRow::activityId));
    var splits = jdbc.sql("""
      SELECT *
      FROM split_definitions
      WHERE root_id = :root AND deleted_at IS NULL AND NOT placeholder
      ORDER BY sort_order, created_at, id
      """).param("root", rootId).query(ActivityRowMapper::split).list().stream()
        .collect(Collectors.groupingBy(SplitRow::activityId));
    return activities.stream()
        .map(activity -> ActivityRowMapper.complete(activity,
            metrics.getOrDefault(activity.id(), List.of()),
            splits.getOrDefault(activity.id(), List.of())))
        .toList();
  }

  /** One activity. */
  public Optional<ActivityRow> activity(String rootId, String activityId) {
    return atOneMoment.execute(transaction -> found(rootId, activityId));
  }

  private Optional<ActivityRow> found(String rootId, String activityId) {
    return jdbc.sql("""
      SELECT activity.*, (
          SELECT activity_groups.id
          FROM activity_groups
          WHERE activity_groups.id = activity.group_id AND activity_groups.deleted_at IS NULL
            AND NOT activity_groups.placeholder
        ) AS shown_group_id
      FROM activity_definitions AS activity CROSS JOIN goals AS root ON root.id = activity.root_id
      WHERE activity.id = :activity AND activity.root_id = :root AND root.visible
        AND activity.deleted_at IS NULL AND NOT activity.placeholder
      """).param("activity", activityId).param("root", rootId)
        .query(ActivityRowMapper::activity).optional()
        .map(activity -> ActivityRowMapper.complete(activity, metrics(activityId),
            splits(activityId)));
  }

  private List<MetricRow> metrics(String activityId) {
    return jdbc.sql("""
      SELECT *
      FROM metric_definitions
      WHERE activity_id = :activity AND is_active AND NOT placeholder
      ORDER BY sort_order, created_at, id
      """).param("activity", activityId).query(ActivityRowMapper::metric).list();
  }

  private List<SplitRow> splits(String activityId) {
    return jdbc.sql("""
      SELECT *
      FROM split_definitions
      WHERE activity_id = :activity AND deleted_at IS NULL AND NOT placeholder
      ORDER BY sort_order, created_at, id
      """).param("activity", activityId).query(ActivityRowMapper::split).list();
  }
}
