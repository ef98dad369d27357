-- What stands beside the events and is no part of the chain. Since format 1.1.

-- Answers to requests that clients may repeat. A row without an answer is of a request whose events are stored, and whose
-- answer was never made or has been erased: it is made again then, with the ids it was made with.
CREATE TABLE IF NOT EXISTS idempotency (
  actor       TEXT    NOT NULL,
  route       TEXT    NOT NULL,
  key         TEXT    NOT NULL,
  made_at     INTEGER NOT NULL,
  body_digest BLOB    NOT NULL CHECK (length(body_digest) = 32),
  made_ids    TEXT    NOT NULL,
  action_id   TEXT,
  status      INTEGER,
  headers     TEXT,
  answer      TEXT,
  PRIMARY KEY (actor, route, key),
  CHECK ((status IS NULL) = (headers IS NULL)),
  CHECK (answer IS NULL OR status IS NOT NULL)
) STRICT, WITHOUT ROWID;

CREATE INDEX IF NOT EXISTS idempotency_made_at ON idempotency (made_at);
CREATE INDEX IF NOT EXISTS idempotency_action ON idempotency (action_id) WHERE action_id IS NOT NULL;

-- Who may use the API. Of a key only the SHA-256 is kept: it is 256 random bits, nobody guesses those.
CREATE TABLE IF NOT EXISTS api_key (
  name       TEXT    NOT NULL PRIMARY KEY,
  digest     BLOB    NOT NULL CHECK (length(digest) = 32),
  role       TEXT    NOT NULL CHECK (role IN ('user', 'admin')),
  roots      TEXT    CHECK (roots IS NULL OR json_valid(roots)),
  created_at INTEGER NOT NULL,
  revoked_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX IF NOT EXISTS api_key_digest ON api_key (digest);
