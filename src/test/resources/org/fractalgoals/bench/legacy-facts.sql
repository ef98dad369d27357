-- The same facts as the legacy application kept them at its eighth stage: sessions are goals, nothing but goals and
-- activities names its fractal, and there is no index besides those of the keys.

INSERT INTO goals (id, type, name, description, completed, created_at, updated_at, parent_id, root_id)
  SELECT id, type, name, description, completed, datetime(created_at, 'unixepoch'),
    datetime(updated_at, 'unixepoch'), parent_id, root_id
  FROM ours.goals ORDER BY rowid;

INSERT INTO goals (id, type, name, description, completed, created_at, updated_at, parent_id, root_id, session_data)
  SELECT id, 'PracticeSession', name, description, completed, datetime(created_at, 'unixepoch'),
    datetime(updated_at, 'unixepoch'), parent_id, root_id, session_data
  FROM ours.sessions ORDER BY rowid;

INSERT INTO activity_definitions (id, root_id, name, description, created_at)
  SELECT id, root_id, name, description, datetime(created_at, 'unixepoch')
  FROM ours.activity_definitions ORDER BY rowid;

INSERT INTO metric_definitions (id, activity_id, name, unit, created_at)
  SELECT id, activity_id, name, unit, datetime(created_at, 'unixepoch')
  FROM ours.metric_definitions ORDER BY rowid;

INSERT INTO activity_instances (id, practice_session_id, activity_definition_id, created_at)
  SELECT id, session_id, activity_definition_id, datetime(created_at, 'unixepoch')
  FROM ours.activity_instances ORDER BY rowid;

INSERT INTO metric_values (id, activity_instance_id, metric_definition_id, value)
  SELECT id, activity_instance_id, metric_definition_id, value
  FROM ours.metric_values ORDER BY rowid;
