-- The event store, format 1. The only truth: everything else can be made again from the table events.

CREATE TABLE store (
  one            INTEGER PRIMARY KEY CHECK (one = 1),
  store_id       TEXT    NOT NULL,
  format_version TEXT    NOT NULL,
  zone           TEXT    NOT NULL,
  environment    TEXT    NOT NULL,
  lookup_version INTEGER NOT NULL
) STRICT;

-- Times are microseconds since 1970-01-01T00:00:00Z. AUTOINCREMENT: a position is never given twice.
-- What is purged loses salt, payload, metadata and source_row, and names the event that purged it.
CREATE TABLE events (
  position     INTEGER PRIMARY KEY AUTOINCREMENT,
  event_id     TEXT    NOT NULL,
  stream       TEXT    NOT NULL,
  sequence     INTEGER NOT NULL CHECK (sequence >= 0),
  type         TEXT    NOT NULL,
  revision     INTEGER NOT NULL CHECK (revision >= 1),
  recorded_at  INTEGER NOT NULL,
  effective_at INTEGER NOT NULL,
  root_id      TEXT    NOT NULL,
  actor        TEXT    NOT NULL,
  source       TEXT    NOT NULL CHECK (source IN ('api', 'cli', 'migration')),
  action_id    TEXT    NOT NULL,
  import_id    TEXT,
  causation_id TEXT,
  digest       BLOB    NOT NULL CHECK (length(digest) = 32),
  hash         BLOB    NOT NULL CHECK (length(hash) = 32),
  purged_by    INTEGER,
  salt         BLOB,
  metadata     TEXT,
  payload      TEXT,
  source_row   TEXT,
  CHECK (effective_at <= recorded_at),
  CHECK (purged_by IS NOT NULL OR (salt IS NOT NULL AND metadata IS NOT NULL AND payload IS NOT NULL))
) STRICT;

CREATE UNIQUE INDEX events_event_id ON events (event_id);
CREATE UNIQUE INDEX events_stream ON events (stream, sequence);
CREATE INDEX events_root_position ON events (root_id, position);
CREATE INDEX events_root_effective ON events (root_id, effective_at);
CREATE INDEX events_actor ON events (actor, position);
CREATE INDEX events_type ON events (type, position);
CREATE INDEX events_action ON events (action_id);
CREATE INDEX events_source ON events (source, position) WHERE source <> 'migration';
CREATE INDEX events_import ON events (import_id) WHERE import_id IS NOT NULL;

-- What set rules and routing need to know of each thing. Made from the events, inside the append.
CREATE TABLE entity (
  kind        TEXT    NOT NULL,
  id          TEXT    NOT NULL,
  root_id     TEXT    NOT NULL,
  parent_kind TEXT,
  parent_id   TEXT,
  stream      TEXT    NOT NULL,
  name        TEXT,
  sort_order  INTEGER NOT NULL,
  created_at  INTEGER NOT NULL,
  state       TEXT    NOT NULL CHECK (state IN ('live', 'deleted', 'purged')),
  deleted_by  TEXT    CHECK ((deleted_by IS NOT NULL) = (state = 'deleted')),
  placeholder INTEGER NOT NULL CHECK (placeholder IN (0, 1)),
  exempt      INTEGER NOT NULL CHECK (exempt IN (0, 1)),
  PRIMARY KEY (kind, id),
  CHECK ((parent_kind IS NULL) = (parent_id IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX entity_parent ON entity (parent_kind, parent_id, sort_order);
CREATE INDEX entity_root ON entity (root_id, state, kind);
CREATE INDEX entity_name ON entity (kind, root_id, name) WHERE name IS NOT NULL;
CREATE INDEX entity_deleted_by ON entity (deleted_by) WHERE deleted_by IS NOT NULL;
CREATE INDEX entity_placeholder ON entity (root_id) WHERE placeholder;

-- A shortcut for long streams; may be emptied at any time.
CREATE TABLE snapshot (
  stream   TEXT    NOT NULL PRIMARY KEY,
  sequence INTEGER NOT NULL,
  type     TEXT    NOT NULL,
  revision INTEGER NOT NULL,
  payload  TEXT    NOT NULL
) STRICT, WITHOUT ROWID;
