-- What the legacy tables have no column for while the events are replayed.

-- Where goals and sessions stand.
CREATE TEMP TABLE places (
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  parent_kind TEXT,
  parent_id TEXT,
  PRIMARY KEY (kind, id)
) WITHOUT ROWID;

-- Deleted programs, blocks and days, which the legacy tables cannot mark.
CREATE TEMP TABLE deleted_plans (
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  PRIMARY KEY (kind, id)
) WITHOUT ROWID;

-- What is planned; the legacy table knows it only as pairs of day and template.
CREATE TEMP TABLE planned (
  id TEXT NOT NULL PRIMARY KEY,
  day_id TEXT NOT NULL,
  template_id TEXT NOT NULL,
  place INTEGER NOT NULL
) WITHOUT ROWID;

-- What is left out at the end.
CREATE TEMP TABLE left_out (
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  PRIMARY KEY (kind, id)
) WITHOUT ROWID;
