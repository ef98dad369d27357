-- The rows of many fractals: 30 goals, 50 sessions with 50 instances each, 25 activities with 40 metrics, 5 000 values.
-- They are written in turn, one fractal after the other, as in life; ids are in no order. The number of fractals is filled in.

CREATE TEMP TABLE roots AS SELECT :roots AS number;

INSERT INTO goals (id, root_id, parent_id, type, name, description, completed, completed_at, sort_order, created_at,
    updated_at, created_day, visible, version, imported_as_is)
  WITH RECURSIVE numbers (n) AS (
    SELECT 0 UNION ALL SELECT n + 1 FROM numbers WHERE n + 1 < 30 * (SELECT number FROM roots)
  ), facts AS (
    SELECT n, n / (SELECT number FROM roots) AS place, n % (SELECT number FROM roots) AS root
    FROM numbers
  )
  SELECT printf('%08x-goal-%08x', (n * 2654435761) % 4294967296, n),
    printf('%08x-goal-%08x', (root * 2654435761) % 4294967296, root),
    CASE WHEN place > 0 THEN printf('%08x-goal-%08x', (root * 2654435761) % 4294967296, root) END,
    CASE WHEN place = 0 THEN 'UltimateGoal' WHEN place % 3 = 0 THEN 'MidTermGoal' ELSE 'ShortTermGoal' END,
    'Goal ' || n, hex(randomblob(50)), place % 3 = 1, CASE WHEN place % 3 = 1 THEN n END, place, n, n, '1970-01-01', 1,
    0, 0
  FROM facts ORDER BY n;

INSERT INTO activity_definitions (id, root_id, name, description, has_sets, has_metrics, metrics_multiplicative,
    has_splits, created_at, updated_at, version, imported_as_is)
  WITH RECURSIVE numbers (n) AS (
    SELECT 0 UNION ALL SELECT n + 1 FROM numbers WHERE n + 1 < 25 * (SELECT number FROM roots)
  ), facts AS (
    SELECT n, n % (SELECT number FROM roots) AS root FROM numbers
  )
  SELECT printf('%08x-acti-%08x', (n * 2654435761) % 4294967296, n),
    printf('%08x-goal-%08x', (root * 2654435761) % 4294967296, root),
    'Activity ' || n, hex(randomblob(50)), 1, 1, 0, 0, n, n, 0, 0
  FROM facts ORDER BY n;

-- an activity of the same fractal: as many activities as fractals follow each other
INSERT INTO metric_definitions (id, root_id, activity_id, name, unit, is_active, is_top_set_metric, is_multiplicative,
    allow_negative, sort_order, created_at, updated_at, version, imported_as_is)
  WITH RECURSIVE numbers (n) AS (
    SELECT 0 UNION ALL SELECT n + 1 FROM numbers WHERE n + 1 < 40 * (SELECT number FROM roots)
  ), facts AS (
    SELECT n, n % (SELECT number FROM roots) AS root, n % (25 * (SELECT number FROM roots)) AS activity FROM numbers
  )
  SELECT printf('%08x-metr-%08x', (n * 2654435761) % 4294967296, n),
    printf('%08x-goal-%08x', (root * 2654435761) % 4294967296, root),
    printf('%08x-acti-%08x', (activity * 2654435761) % 4294967296, activity),
    'Metric ' || n, 'kg', 1, 0, 1, 0, 0, n, n, 0, 0
  FROM facts ORDER BY n;

INSERT INTO sessions (id, root_id, parent_id, name, description, session_data, created_at, updated_at, created_day,
    visible, version, imported_as_is)
  WITH RECURSIVE numbers (n) AS (
    SELECT 0 UNION ALL SELECT n + 1 FROM numbers WHERE n + 1 < 50 * (SELECT number FROM roots)
  ), facts AS (
    SELECT n, n % (SELECT number FROM roots) AS root FROM numbers
  )
  SELECT printf('%08x-sess-%08x', (n * 2654435761) % 4294967296, n),
    printf('%08x-goal-%08x', (root * 2654435761) % 4294967296, root),
    printf('%08x-goal-%08x', (root * 2654435761) % 4294967296, root),
    'Session ' || n, hex(randomblob(50)), '{"sections":["' || hex(randomblob(800)) || '"]}', n, n, '1970-01-01', 1, 0, 0
  FROM facts ORDER BY n;

INSERT INTO activity_instances (id, root_id, session_id, activity_definition_id, notes, completed, sort_order,
    created_at, updated_at, version, imported_as_is)
  WITH RECURSIVE numbers (n) AS (
    SELECT 0 UNION ALL SELECT n + 1 FROM numbers WHERE n + 1 < 2500 * (SELECT number FROM roots)
  ), facts AS (
    SELECT n, n % (SELECT number FROM roots) AS root, n % (50 * (SELECT number FROM roots)) AS session,
      n % (25 * (SELECT number FROM roots)) AS activity
    FROM numbers
  )
  SELECT printf('%08x-inst-%08x', (n * 2654435761) % 4294967296, n),
    printf('%08x-goal-%08x', (root * 2654435761) % 4294967296, root),
    printf('%08x-sess-%08x', (session * 2654435761) % 4294967296, session),
    printf('%08x-acti-%08x', (activity * 2654435761) % 4294967296, activity),
    hex(randomblob(30)), 1, n, n, n, 0, 0
  FROM facts ORDER BY n;

INSERT INTO metric_values (id, root_id, activity_instance_id, metric_definition_id, value, allow_negative, created_at,
    updated_at, sort_order, version, imported_as_is)
  WITH RECURSIVE numbers (n) AS (
    SELECT 0 UNION ALL SELECT n + 1 FROM numbers WHERE n + 1 < 5000 * (SELECT number FROM roots)
  ), facts AS (
    SELECT n, n % (SELECT number FROM roots) AS root, n % (2500 * (SELECT number FROM roots)) AS instance,
      n % (40 * (SELECT number FROM roots)) AS metric
    FROM numbers
  )
  SELECT printf('%08x-valu-%08x', (n * 2654435761) % 4294967296, n),
    printf('%08x-goal-%08x', (root * 2654435761) % 4294967296, root),
    printf('%08x-inst-%08x', (instance * 2654435761) % 4294967296, instance),
    printf('%08x-metr-%08x', (metric * 2654435761) % 4294967296, metric),
    1.0 + n % 100, 0, n, n, 0, 0, 0
  FROM facts ORDER BY n;
