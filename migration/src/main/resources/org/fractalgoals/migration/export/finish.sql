-- Programs, blocks and days that are deleted cannot be marked as such.
INSERT OR IGNORE INTO left_out (kind, id)
SELECT kind, id
  FROM deleted_plans;

INSERT OR IGNORE INTO left_out (kind, id)
SELECT 'block', id
  FROM program_blocks
 WHERE program_id IN (SELECT id FROM left_out WHERE kind = 'program');

INSERT OR IGNORE INTO left_out (kind, id)
SELECT 'day', id
  FROM program_days
 WHERE block_id IN (SELECT id FROM left_out WHERE kind = 'block');

DELETE FROM programs WHERE id IN (SELECT id FROM left_out WHERE kind = 'program');
DELETE FROM program_blocks WHERE id IN (SELECT id FROM left_out WHERE kind = 'block');
DELETE FROM program_days WHERE id IN (SELECT id FROM left_out WHERE kind = 'day');

INSERT INTO program_day_templates (program_day_id, session_template_id, "order")
SELECT day_id, template_id, min(place)
  FROM planned
 WHERE day_id NOT IN (SELECT id FROM left_out WHERE kind = 'day')
   AND template_id NOT IN (SELECT id FROM left_out WHERE kind = 'template')
 GROUP BY day_id, template_id;

-- The goal a session stands below is one that it serves: only so the legacy application shows it there.
INSERT OR IGNORE INTO session_goals (session_id, goal_id, goal_type, created_at)
SELECT session.id, goal.id,
       CASE goal.type WHEN 'ImmediateGoal' THEN 'immediate' ELSE 'short_term' END,
       session.created_at
  FROM places AS place
       JOIN sessions AS session ON session.id = place.id
       JOIN goals AS goal ON goal.id = place.parent_id
 WHERE place.kind = 'session';

-- A goal below a session stands, in the legacy table, below the goal of the session, which serves it.
UPDATE goals
   SET parent_id = above.parent_id
  FROM places AS place
       JOIN places AS above ON above.kind = 'session' AND above.id = place.parent_id
 WHERE place.kind = 'goal' AND place.id = goals.id AND place.parent_kind = 'session';

INSERT OR IGNORE INTO session_goals (session_id, goal_id, goal_type, created_at)
SELECT session.id, goal.id, 'immediate', goal.created_at
  FROM places AS place
       JOIN goals AS goal ON goal.id = place.id
       JOIN sessions AS session ON session.id = place.parent_id
 WHERE place.kind = 'goal' AND place.parent_kind = 'session';

UPDATE notes
   SET session_id = instance.session_id,
       activity_definition_id = instance.activity_definition_id
  FROM activity_instances AS instance
 WHERE notes.context_type = 'activity_instance' AND instance.id = notes.context_id;
