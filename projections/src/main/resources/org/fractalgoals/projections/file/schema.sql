-- The read model. Never altered: another schema is another file, filled from the events.
-- Instants are microseconds since 1970 UTC, days are texts like 2026-01-31, booleans are 0 or 1.

-- How far the rows of this file go; in the same transaction as the rows.
CREATE TABLE projection (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  store_id TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  position INTEGER NOT NULL CHECK (position >= 0),
  hash TEXT NOT NULL
) STRICT;

-- Only its key, so that goals can refer to it.
CREATE TABLE sessions (
  id TEXT NOT NULL PRIMARY KEY
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

CREATE INDEX idx_goals_root_type ON goals (root_id, type);
CREATE INDEX idx_goals_parent_type ON goals (parent_id, type);
CREATE INDEX idx_goals_parent_session ON goals (parent_session_id);
CREATE INDEX idx_goals_type ON goals (type);
CREATE INDEX idx_goals_created ON goals (created_at);
CREATE INDEX idx_goals_completed ON goals (root_id, type) WHERE completed;
CREATE INDEX idx_goals_fractals ON goals (sort_order, created_at, id) WHERE id = root_id AND visible;
CREATE INDEX idx_goals_trash ON goals (root_id, deleted_by) WHERE deleted_by IS NOT NULL;
