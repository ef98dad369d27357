-- The legacy application looks at the deletion of sessions and notes only: what else is deleted would be alive again.

-- Goals and sessions below a deleted one; deleted sessions themselves stay.
WITH RECURSIVE gone (kind, id) AS (
  SELECT 'goal', id FROM goals WHERE deleted_at IS NOT NULL
  UNION
  SELECT 'session', id FROM sessions WHERE deleted_at IS NOT NULL
  UNION
  SELECT place.kind, place.id
    FROM gone
         JOIN places AS place ON place.parent_kind = gone.kind AND place.parent_id = gone.id
)
INSERT INTO left_out (kind, id)
SELECT kind, id
  FROM gone
 WHERE kind = 'goal'
    OR id IN (SELECT id FROM sessions WHERE deleted_at IS NULL);

-- Everything of a fractal that is left out.
INSERT OR IGNORE INTO left_out (kind, id)
SELECT 'session', id
  FROM sessions
 WHERE root_id IN (SELECT id FROM left_out WHERE kind = 'goal');

INSERT INTO left_out (kind, id)
SELECT 'activity', id
  FROM activity_definitions
 WHERE deleted_at IS NOT NULL OR root_id IN (SELECT id FROM left_out WHERE kind = 'goal');

INSERT INTO left_out (kind, id)
SELECT 'group', id
  FROM activity_groups
 WHERE deleted_at IS NOT NULL OR root_id IN (SELECT id FROM left_out WHERE kind = 'goal');

INSERT INTO left_out (kind, id)
SELECT 'template', id
  FROM session_templates
 WHERE deleted_at IS NOT NULL OR root_id IN (SELECT id FROM left_out WHERE kind = 'goal');

INSERT INTO left_out (kind, id)
SELECT 'instance', id
  FROM activity_instances
 WHERE deleted_at IS NOT NULL OR session_id IN (SELECT id FROM left_out WHERE kind = 'session');

INSERT INTO left_out (kind, id)
SELECT 'program', id
  FROM programs
 WHERE root_id IN (SELECT id FROM left_out WHERE kind = 'goal');

INSERT INTO left_out (kind, id)
SELECT 'note', id
  FROM notes
 WHERE root_id IN (SELECT id FROM left_out WHERE kind = 'goal')
    OR (CASE context_type
          WHEN 'activity_instance' THEN 'instance'
          WHEN 'activity_definition' THEN 'activity'
          ELSE context_type
        END, context_id) IN (SELECT kind, id FROM left_out);

DELETE FROM goals WHERE id IN (SELECT id FROM left_out WHERE kind = 'goal');
DELETE FROM sessions WHERE id IN (SELECT id FROM left_out WHERE kind = 'session');
DELETE FROM activity_groups WHERE id IN (SELECT id FROM left_out WHERE kind = 'group');
DELETE FROM session_templates WHERE id IN (SELECT id FROM left_out WHERE kind = 'template');
DELETE FROM activity_definitions WHERE id IN (SELECT id FROM left_out WHERE kind = 'activity');
DELETE FROM activity_instances WHERE id IN (SELECT id FROM left_out WHERE kind = 'instance');
DELETE FROM notes WHERE id IN (SELECT id FROM left_out WHERE kind = 'note');

DELETE FROM metric_definitions
 WHERE deleted_at IS NOT NULL
    OR activity_id IN (SELECT id FROM left_out WHERE kind = 'activity');

DELETE FROM split_definitions
 WHERE deleted_at IS NOT NULL
    OR activity_id IN (SELECT id FROM left_out WHERE kind = 'activity');

DELETE FROM metric_values
 WHERE activity_instance_id IN (SELECT id FROM left_out WHERE kind = 'instance');

DELETE FROM session_goals
 WHERE goal_id IN (SELECT id FROM left_out WHERE kind = 'goal')
    OR session_id IN (SELECT id FROM left_out WHERE kind = 'session');

-- So the legacy application does when it deletes a group.
UPDATE activity_definitions
   SET group_id = NULL
 WHERE group_id IN (SELECT id FROM left_out WHERE kind = 'group');
