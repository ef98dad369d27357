-- The read model. Never altered: another schema is another file, filled from the events.
-- Tables, and the indexes that keep rules or that projectors look into; the others are in indexes.sql.
-- Instants are microseconds since 1970 UTC, days are texts like 2026-01-31, booleans are 0 or 1.

-- How far the rows of this file go; in the same transaction as the rows.
CREATE TABLE projection (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  store_id TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  position INTEGER NOT NULL CHECK (position >= 0),
  hash TEXT NOT NULL
) STRICT;

CREATE TABLE goals (
  id TEXT NOT NULL PRIMARY KEY,
  root_id TEXT NOT NULL REFERENCES goals (id),
  parent_id TEXT REFERENCES goals (id),
  parent_session_id TEXT REFERENCES sessions (id),
  type TEXT NOT NULL,
  name TEXT NOT NULL,
  description TEXT NOT NULL,
  deadline TEXT,
  completed INTEGER NOT NULL DEFAULT 0 CHECK (completed IN (0, 1)),
  completed_at INTEGER,
  targets TEXT,
  sort_order INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  -- the day of creation in the zone of the store; deadlines are judged by it
  created_day TEXT NOT NULL,
  deleted_at INTEGER,
  -- the action that deleted it
  deleted_by TEXT,
  -- position of the event that did; the first of an action is about what was asked to be deleted
  deleted_position INTEGER,
  -- whether it and everything above it lives
  visible INTEGER NOT NULL CHECK (visible IN (0, 1)),
  -- sequence of the last event of the goal's stream
  version INTEGER NOT NULL CHECK (version >= 0),
  imported_as_is INTEGER NOT NULL CHECK (imported_as_is IN (0, 1)),
  placeholder INTEGER NOT NULL DEFAULT 0 CHECK (placeholder IN (0, 1)),
  CHECK (parent_id IS NULL OR parent_session_id IS NULL),
  CHECK (id <> root_id OR (parent_id IS NULL AND parent_session_id IS NULL)),
  CHECK (completed OR completed_at IS NULL),
  CHECK ((deleted_at IS NULL) = (deleted_by IS NULL)),
  CHECK ((deleted_at IS NULL) = (deleted_position IS NULL)),
  CHECK (NOT visible OR deleted_at IS NULL),
  -- years after 9999 are written with a plus sign, which would sort before all digits
  CHECK (imported_as_is OR deadline IS NULL OR deadline >= created_day OR deadline LIKE '+%')
) STRICT;

CREATE INDEX idx_goals_parent_type ON goals (parent_id, type);
CREATE INDEX idx_goals_parent_session ON goals (parent_session_id);

-- A practice session is a node of the tree of goals.
CREATE TABLE sessions (
  id TEXT NOT NULL PRIMARY KEY,
  root_id TEXT NOT NULL REFERENCES goals (id),
  -- the goal above in the tree; an imported session may have none
  parent_id TEXT REFERENCES goals (id),
  name TEXT NOT NULL,
  description TEXT NOT NULL,
  deadline TEXT,
  targets TEXT,
  -- wall-clock digits of no zone, such as 2026-01-31T10:00:00; the end may precede the start
  session_start TEXT,
  session_end TEXT,
  duration_minutes INTEGER,
  -- as the client says; below zero where it was told while the end preceded the start
  total_duration_seconds INTEGER,
  -- as it was sent; may name nothing
  template_id TEXT,
  session_data TEXT,
  completed INTEGER NOT NULL DEFAULT 0 CHECK (completed IN (0, 1)),
  completed_at INTEGER,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  created_day TEXT NOT NULL,
  deleted_at INTEGER,
  deleted_by TEXT,
  deleted_position INTEGER,
  visible INTEGER NOT NULL CHECK (visible IN (0, 1)),
  -- sequence of the last event about the session itself
  version INTEGER NOT NULL CHECK (version >= 0),
  imported_as_is INTEGER NOT NULL CHECK (imported_as_is IN (0, 1)),
  placeholder INTEGER NOT NULL DEFAULT 0 CHECK (placeholder IN (0, 1)),
  CHECK (completed OR completed_at IS NULL),
  CHECK ((deleted_at IS NULL) = (deleted_by IS NULL)),
  CHECK ((deleted_at IS NULL) = (deleted_position IS NULL)),
  CHECK (NOT visible OR deleted_at IS NULL),
  CHECK (imported_as_is OR deadline IS NULL OR deadline >= created_day OR deadline LIKE '+%'),
  CHECK (imported_as_is OR duration_minutes IS NULL OR duration_minutes >= 0)
) STRICT;

CREATE INDEX idx_sessions_parent ON sessions (parent_id, root_id);

-- The goals a session serves. A link to a deleted goal stays, and is not shown.
CREATE TABLE session_goals (
  session_id TEXT NOT NULL REFERENCES sessions (id),
  goal_id TEXT NOT NULL REFERENCES goals (id),
  root_id TEXT NOT NULL REFERENCES goals (id),
  goal_type TEXT NOT NULL,
  sort_order INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  PRIMARY KEY (session_id, goal_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE activity_groups (
  id TEXT NOT NULL PRIMARY KEY,
  root_id TEXT NOT NULL REFERENCES goals (id),
  name TEXT NOT NULL,
  description TEXT NOT NULL,
  sort_order INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER,
  deleted_by TEXT,
  deleted_position INTEGER,
  version INTEGER NOT NULL CHECK (version >= 0),
  imported_as_is INTEGER NOT NULL CHECK (imported_as_is IN (0, 1)),
  placeholder INTEGER NOT NULL DEFAULT 0 CHECK (placeholder IN (0, 1)),
  CHECK ((deleted_at IS NULL) = (deleted_by IS NULL)),
  CHECK ((deleted_at IS NULL) = (deleted_position IS NULL))
) STRICT;

CREATE UNIQUE INDEX idx_activity_groups_name ON activity_groups (root_id, name)
  WHERE deleted_at IS NULL AND NOT imported_as_is;

-- A link to a deleted group stays, and is not shown.
CREATE TABLE activity_definitions (
  id TEXT NOT NULL PRIMARY KEY,
  root_id TEXT NOT NULL REFERENCES goals (id),
  group_id TEXT REFERENCES activity_groups (id),
  name TEXT NOT NULL,
  description TEXT NOT NULL,
  has_sets INTEGER NOT NULL CHECK (has_sets IN (0, 1)),
  has_metrics INTEGER NOT NULL CHECK (has_metrics IN (0, 1)),
  metrics_multiplicative INTEGER NOT NULL CHECK (metrics_multiplicative IN (0, 1)),
  has_splits INTEGER NOT NULL CHECK (has_splits IN (0, 1)),
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER,
  deleted_by TEXT,
  deleted_position INTEGER,
  -- sequence of the last event of the activity's stream
  version INTEGER NOT NULL CHECK (version >= 0),
  imported_as_is INTEGER NOT NULL CHECK (imported_as_is IN (0, 1)),
  placeholder INTEGER NOT NULL DEFAULT 0 CHECK (placeholder IN (0, 1)),
  CHECK ((deleted_at IS NULL) = (deleted_by IS NULL)),
  CHECK ((deleted_at IS NULL) = (deleted_position IS NULL))
) STRICT;

CREATE UNIQUE INDEX idx_activity_definitions_name ON activity_definitions (root_id, name)
  WHERE deleted_at IS NULL AND NOT imported_as_is;

-- Removed ones stay: values refer to them.
CREATE TABLE metric_definitions (
  id TEXT NOT NULL PRIMARY KEY,
  root_id TEXT NOT NULL REFERENCES goals (id),
  activity_id TEXT NOT NULL REFERENCES activity_definitions (id),
  name TEXT NOT NULL,
  unit TEXT NOT NULL,
  is_active INTEGER NOT NULL CHECK (is_active IN (0, 1)),
  is_top_set_metric INTEGER NOT NULL CHECK (is_top_set_metric IN (0, 1)),
  is_multiplicative INTEGER NOT NULL CHECK (is_multiplicative IN (0, 1)),
  allow_negative INTEGER NOT NULL CHECK (allow_negative IN (0, 1)),
  sort_order INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER,
  deleted_by TEXT,
  version INTEGER NOT NULL CHECK (version >= 0),
  imported_as_is INTEGER NOT NULL CHECK (imported_as_is IN (0, 1)),
  placeholder INTEGER NOT NULL DEFAULT 0 CHECK (placeholder IN (0, 1)),
  CHECK ((deleted_at IS NULL) = (deleted_by IS NULL))
) STRICT;

CREATE UNIQUE INDEX idx_metric_definitions_name ON metric_definitions (activity_id, name)
  WHERE deleted_at IS NULL AND NOT imported_as_is;

-- Removed ones stay: values refer to them.
CREATE TABLE split_definitions (
  id TEXT NOT NULL PRIMARY KEY,
  root_id TEXT NOT NULL REFERENCES goals (id),
  activity_id TEXT NOT NULL REFERENCES activity_definitions (id),
  name TEXT NOT NULL,
  -- the place as the client counts; lists are in the order of creation, which is sort_order
  split_order INTEGER NOT NULL,
  sort_order INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER,
  deleted_by TEXT,
  version INTEGER NOT NULL CHECK (version >= 0),
  imported_as_is INTEGER NOT NULL CHECK (imported_as_is IN (0, 1)),
  placeholder INTEGER NOT NULL DEFAULT 0 CHECK (placeholder IN (0, 1)),
  CHECK ((deleted_at IS NULL) = (deleted_by IS NULL))
) STRICT;

CREATE UNIQUE INDEX idx_split_definitions_name ON split_definitions (activity_id, name)
  WHERE deleted_at IS NULL AND NOT imported_as_is;

CREATE TABLE activity_instances (
  id TEXT NOT NULL PRIMARY KEY,
  root_id TEXT NOT NULL REFERENCES goals (id),
  session_id TEXT NOT NULL REFERENCES sessions (id),
  -- not known of a placeholder
  activity_definition_id TEXT REFERENCES activity_definitions (id),
  notes TEXT,
  -- a JSON list as it was sent
  sets TEXT,
  completed INTEGER NOT NULL DEFAULT 0 CHECK (completed IN (0, 1)),
  completed_at INTEGER,
  time_start INTEGER,
  time_stop INTEGER,
  duration_seconds INTEGER,
  sort_order INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER,
  deleted_by TEXT,
  deleted_position INTEGER,
  -- sequence of the last event about the instance
  version INTEGER NOT NULL CHECK (version >= 0),
  imported_as_is INTEGER NOT NULL CHECK (imported_as_is IN (0, 1)),
  placeholder INTEGER NOT NULL DEFAULT 0 CHECK (placeholder IN (0, 1)),
  CHECK (placeholder OR activity_definition_id IS NOT NULL),
  CHECK (completed OR completed_at IS NULL),
  CHECK ((deleted_at IS NULL) = (deleted_by IS NULL)),
  CHECK ((deleted_at IS NULL) = (deleted_position IS NULL)),
  CHECK (imported_as_is OR time_start IS NULL OR time_stop IS NULL OR time_stop >= time_start),
  CHECK (imported_as_is OR duration_seconds IS NULL OR duration_seconds >= 0)
) STRICT;

CREATE TABLE metric_values (
  id TEXT NOT NULL PRIMARY KEY,
  root_id TEXT NOT NULL REFERENCES goals (id),
  activity_instance_id TEXT NOT NULL REFERENCES activity_instances (id),
  metric_definition_id TEXT NOT NULL REFERENCES metric_definitions (id),
  split_definition_id TEXT REFERENCES split_definitions (id),
  value REAL NOT NULL,
  -- whether the metric allowed it when the value was recorded
  allow_negative INTEGER NOT NULL CHECK (allow_negative IN (0, 1)),
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  -- sequence of the first event about the value: the order of creation within the instance
  sort_order INTEGER NOT NULL,
  -- sequence of the last event about the value
  version INTEGER NOT NULL CHECK (version >= 0),
  imported_as_is INTEGER NOT NULL CHECK (imported_as_is IN (0, 1)),
  placeholder INTEGER NOT NULL DEFAULT 0 CHECK (placeholder IN (0, 1)),
  CHECK (imported_as_is OR allow_negative OR value >= 0)
) STRICT;

CREATE INDEX idx_metric_values_instance ON metric_values (activity_instance_id);

CREATE TABLE session_templates (
  id TEXT NOT NULL PRIMARY KEY,
  root_id TEXT NOT NULL REFERENCES goals (id),
  name TEXT NOT NULL,
  description TEXT NOT NULL,
  template_data TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER,
  deleted_by TEXT,
  deleted_position INTEGER,
  -- sequence of the last event of the template's stream
  version INTEGER NOT NULL CHECK (version >= 0),
  imported_as_is INTEGER NOT NULL CHECK (imported_as_is IN (0, 1)),
  placeholder INTEGER NOT NULL DEFAULT 0 CHECK (placeholder IN (0, 1)),
  CHECK ((deleted_at IS NULL) = (deleted_by IS NULL)),
  CHECK ((deleted_at IS NULL) = (deleted_position IS NULL))
) STRICT;

CREATE UNIQUE INDEX idx_session_templates_name ON session_templates (root_id, name)
  WHERE deleted_at IS NULL AND NOT imported_as_is;

-- What a note is about is kept in the column of its kind. A note about an instance has the session and the activity of
-- the instance as well, as far as they are known.
CREATE TABLE notes (
  id TEXT NOT NULL PRIMARY KEY,
  root_id TEXT NOT NULL REFERENCES goals (id),
  context_kind TEXT NOT NULL CHECK (context_kind IN ('goal', 'session', 'instance', 'activity')),
  goal_id TEXT REFERENCES goals (id),
  session_id TEXT REFERENCES sessions (id),
  activity_instance_id TEXT REFERENCES activity_instances (id),
  activity_definition_id TEXT REFERENCES activity_definitions (id),
  -- which set of the instance, from 0; an imported one may be anything
  set_index INTEGER,
  content TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER,
  deleted_by TEXT,
  deleted_position INTEGER,
  -- sequence of the last event of the note's stream
  version INTEGER NOT NULL CHECK (version >= 0),
  imported_as_is INTEGER NOT NULL CHECK (imported_as_is IN (0, 1)),
  placeholder INTEGER NOT NULL DEFAULT 0 CHECK (placeholder IN (0, 1)),
  CHECK ((context_kind = 'goal') = (goal_id IS NOT NULL)),
  CHECK ((context_kind IN ('session', 'instance')) = (session_id IS NOT NULL)),
  CHECK ((context_kind = 'instance') = (activity_instance_id IS NOT NULL)),
  CHECK (context_kind = 'instance'
    OR (context_kind = 'activity') = (activity_definition_id IS NOT NULL)),
  CHECK ((deleted_at IS NULL) = (deleted_by IS NULL)),
  CHECK ((deleted_at IS NULL) = (deleted_position IS NULL))
) STRICT;

CREATE INDEX idx_notes_instance ON notes (activity_instance_id, created_at DESC, id);

-- Plans over time. Lists of goals are JSON lists of ids: what is deleted, or was never there, stays and is not shown.
CREATE TABLE programs (
  id TEXT NOT NULL PRIMARY KEY,
  root_id TEXT NOT NULL REFERENCES goals (id),
  name TEXT NOT NULL,
  description TEXT NOT NULL,
  -- wall-clock digits of no zone, such as 2026-01-31T00:00:00
  start_date TEXT,
  end_date TEXT,
  is_active INTEGER NOT NULL CHECK (is_active IN (0, 1)),
  goal_ids TEXT NOT NULL,
  -- a JSON list as it was sent; what counts are the blocks and days
  weekly_schedule TEXT,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER,
  deleted_by TEXT,
  deleted_position INTEGER,
  -- sequence of the last event of the program's stream
  version INTEGER NOT NULL CHECK (version >= 0),
  imported_as_is INTEGER NOT NULL CHECK (imported_as_is IN (0, 1)),
  placeholder INTEGER NOT NULL DEFAULT 0 CHECK (placeholder IN (0, 1)),
  CHECK ((deleted_at IS NULL) = (deleted_by IS NULL)),
  CHECK ((deleted_at IS NULL) = (deleted_position IS NULL))
) STRICT;

CREATE TABLE program_blocks (
  id TEXT NOT NULL PRIMARY KEY,
  root_id TEXT NOT NULL REFERENCES goals (id),
  program_id TEXT NOT NULL REFERENCES programs (id),
  name TEXT NOT NULL,
  start_date TEXT,
  end_date TEXT,
  color TEXT,
  goal_ids TEXT NOT NULL,
  sort_order INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER,
  deleted_by TEXT,
  deleted_position INTEGER,
  -- sequence of the last event about the block itself
  version INTEGER NOT NULL CHECK (version >= 0),
  imported_as_is INTEGER NOT NULL CHECK (imported_as_is IN (0, 1)),
  placeholder INTEGER NOT NULL DEFAULT 0 CHECK (placeholder IN (0, 1)),
  CHECK ((deleted_at IS NULL) = (deleted_by IS NULL)),
  CHECK ((deleted_at IS NULL) = (deleted_position IS NULL))
) STRICT;

CREATE INDEX idx_program_blocks_program ON program_blocks (program_id);

-- Days of a block are shown by their number, which they may share.
CREATE TABLE program_days (
  id TEXT NOT NULL PRIMARY KEY,
  root_id TEXT NOT NULL REFERENCES goals (id),
  block_id TEXT NOT NULL REFERENCES program_blocks (id),
  date TEXT,
  day_number INTEGER,
  name TEXT,
  notes TEXT,
  is_completed INTEGER NOT NULL DEFAULT 0 CHECK (is_completed IN (0, 1)),
  sort_order INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER,
  deleted_by TEXT,
  deleted_position INTEGER,
  -- sequence of the last event about the day
  version INTEGER NOT NULL CHECK (version >= 0),
  imported_as_is INTEGER NOT NULL CHECK (imported_as_is IN (0, 1)),
  placeholder INTEGER NOT NULL DEFAULT 0 CHECK (placeholder IN (0, 1)),
  CHECK ((deleted_at IS NULL) = (deleted_by IS NULL)),
  CHECK ((deleted_at IS NULL) = (deleted_position IS NULL))
) STRICT;

-- What is planned for a day. What was taken off it stays, deleted: its id may come back.
CREATE TABLE scheduled_sessions (
  id TEXT NOT NULL PRIMARY KEY,
  root_id TEXT NOT NULL REFERENCES goals (id),
  day_id TEXT NOT NULL REFERENCES program_days (id),
  session_template_id TEXT REFERENCES session_templates (id),
  -- whether a person put it there, and not the weekly schedule
  by_hand INTEGER NOT NULL CHECK (by_hand IN (0, 1)),
  is_completed INTEGER NOT NULL CHECK (is_completed IN (0, 1)),
  completion_data TEXT,
  sort_order INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER,
  deleted_by TEXT,
  -- sequence of the last event about it
  version INTEGER NOT NULL CHECK (version >= 0),
  imported_as_is INTEGER NOT NULL CHECK (imported_as_is IN (0, 1)),
  placeholder INTEGER NOT NULL DEFAULT 0 CHECK (placeholder IN (0, 1)),
  CHECK ((deleted_at IS NULL) = (deleted_by IS NULL))
) STRICT;

CREATE INDEX idx_scheduled_sessions_day ON scheduled_sessions (day_id);

-- The templates planned for a day, each once, made from scheduled_sessions.
CREATE TABLE program_day_templates (
  program_day_id TEXT NOT NULL REFERENCES program_days (id),
  session_template_id TEXT NOT NULL REFERENCES session_templates (id),
  root_id TEXT NOT NULL REFERENCES goals (id),
  sort_order INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  PRIMARY KEY (program_day_id, session_template_id)
) STRICT, WITHOUT ROWID;

