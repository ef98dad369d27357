-- The newest schema of the legacy application: types, defaults and keys as it declared them.

CREATE TABLE goals (
  id TEXT PRIMARY KEY,
  type TEXT NOT NULL,
  name TEXT NOT NULL,
  description TEXT DEFAULT '',
  deadline TIMESTAMP,
  completed BOOLEAN DEFAULT 0,
  created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
  parent_id TEXT,
  root_id TEXT,
  duration_minutes INTEGER,
  session_data TEXT,
  targets TEXT,
  updated_at TIMESTAMP,
  session_start TIMESTAMP,
  session_end TIMESTAMP,
  total_duration_seconds INTEGER,
  template_id VARCHAR,
  attributes TEXT,
  deleted_at DATETIME,
  sort_order INTEGER DEFAULT 0,
  program_day_id TEXT,
  completed_at DATETIME,
  FOREIGN KEY (parent_id) REFERENCES goals (id) ON DELETE CASCADE
);

CREATE TABLE session_templates (
  id VARCHAR NOT NULL PRIMARY KEY,
  name VARCHAR NOT NULL,
  description VARCHAR,
  root_id VARCHAR NOT NULL,
  created_at DATETIME,
  template_data VARCHAR NOT NULL,
  deleted_at DATETIME,
  updated_at DATETIME,
  FOREIGN KEY (root_id) REFERENCES goals (id)
);

CREATE TABLE activity_groups (
  id VARCHAR NOT NULL PRIMARY KEY,
  root_id VARCHAR NOT NULL,
  name VARCHAR NOT NULL,
  description VARCHAR,
  created_at DATETIME,
  sort_order INTEGER,
  deleted_at DATETIME,
  updated_at DATETIME,
  FOREIGN KEY (root_id) REFERENCES goals (id)
);

CREATE TABLE activity_definitions (
  id TEXT PRIMARY KEY,
  root_id TEXT NOT NULL,
  name TEXT NOT NULL,
  description TEXT DEFAULT '',
  created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
  has_sets BOOLEAN DEFAULT 0,
  has_metrics BOOLEAN DEFAULT 1,
  metrics_multiplicative BOOLEAN DEFAULT 0,
  has_splits BOOLEAN DEFAULT 0,
  group_id STRING,
  deleted_at DATETIME,
  updated_at DATETIME,
  FOREIGN KEY (root_id) REFERENCES goals (id)
);

CREATE TABLE metric_definitions (
  id TEXT PRIMARY KEY,
  activity_id TEXT NOT NULL,
  name TEXT NOT NULL,
  unit TEXT NOT NULL,
  created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
  deleted_at TIMESTAMP,
  is_active BOOLEAN DEFAULT 1,
  is_top_set_metric BOOLEAN DEFAULT 0,
  is_multiplicative BOOLEAN DEFAULT 1,
  root_id STRING,
  updated_at DATETIME,
  sort_order INTEGER DEFAULT 0,
  FOREIGN KEY (activity_id) REFERENCES activity_definitions (id)
);

CREATE TABLE split_definitions (
  id VARCHAR NOT NULL PRIMARY KEY,
  activity_id VARCHAR NOT NULL,
  name VARCHAR NOT NULL,
  "order" INTEGER NOT NULL,
  created_at DATETIME,
  root_id STRING,
  deleted_at DATETIME,
  updated_at DATETIME,
  FOREIGN KEY (activity_id) REFERENCES activity_definitions (id)
);

CREATE TABLE programs (
  id VARCHAR PRIMARY KEY,
  root_id VARCHAR NOT NULL,
  name VARCHAR NOT NULL,
  description VARCHAR DEFAULT '',
  start_date TIMESTAMP NOT NULL,
  end_date TIMESTAMP NOT NULL,
  created_at TIMESTAMP NOT NULL,
  updated_at TIMESTAMP NOT NULL,
  is_active BOOLEAN DEFAULT 1,
  goal_ids TEXT NOT NULL,
  weekly_schedule TEXT NOT NULL,
  FOREIGN KEY (root_id) REFERENCES goals (id)
);

CREATE TABLE program_blocks (
  id VARCHAR NOT NULL PRIMARY KEY,
  program_id VARCHAR NOT NULL,
  name VARCHAR NOT NULL,
  start_date DATE,
  end_date DATE,
  color VARCHAR,
  goal_ids TEXT,
  FOREIGN KEY (program_id) REFERENCES programs (id)
);

CREATE TABLE program_days (
  id VARCHAR NOT NULL PRIMARY KEY,
  block_id VARCHAR NOT NULL,
  date DATE,
  day_number INTEGER,
  name VARCHAR,
  notes TEXT,
  is_completed BOOLEAN DEFAULT 0,
  FOREIGN KEY (block_id) REFERENCES program_blocks (id)
);

CREATE TABLE program_day_templates (
  program_day_id TEXT NOT NULL,
  session_template_id TEXT NOT NULL,
  "order" INTEGER DEFAULT 0,
  PRIMARY KEY (program_day_id, session_template_id),
  FOREIGN KEY (program_day_id) REFERENCES program_days (id) ON DELETE CASCADE,
  FOREIGN KEY (session_template_id) REFERENCES session_templates (id) ON DELETE CASCADE
);

CREATE TABLE sessions (
  id TEXT PRIMARY KEY,
  root_id TEXT NOT NULL,
  name TEXT NOT NULL,
  description TEXT DEFAULT '',
  session_start DATETIME,
  session_end DATETIME,
  duration_minutes INTEGER,
  total_duration_seconds INTEGER,
  template_id TEXT,
  program_day_id TEXT,
  attributes TEXT,
  created_at DATETIME DEFAULT CURRENT_TIMESTAMP,
  updated_at DATETIME DEFAULT CURRENT_TIMESTAMP,
  deleted_at DATETIME,
  completed BOOLEAN DEFAULT 0,
  completed_at DATETIME,
  FOREIGN KEY (root_id) REFERENCES goals (id) ON DELETE CASCADE,
  FOREIGN KEY (template_id) REFERENCES session_templates (id),
  FOREIGN KEY (program_day_id) REFERENCES program_days (id)
);

CREATE TABLE session_goals (
  session_id TEXT NOT NULL,
  goal_id TEXT NOT NULL,
  goal_type TEXT NOT NULL,
  created_at DATETIME DEFAULT CURRENT_TIMESTAMP,
  PRIMARY KEY (session_id, goal_id),
  FOREIGN KEY (session_id) REFERENCES sessions (id) ON DELETE CASCADE,
  FOREIGN KEY (goal_id) REFERENCES goals (id) ON DELETE CASCADE
);

CREATE TABLE activity_instances (
  id TEXT PRIMARY KEY,
  practice_session_id TEXT,
  activity_definition_id TEXT NOT NULL,
  created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
  time_start TIMESTAMP,
  time_stop TIMESTAMP,
  duration_seconds INTEGER,
  root_id TEXT NOT NULL,
  deleted_at DATETIME,
  updated_at DATETIME,
  sort_order INTEGER DEFAULT 0,
  completed BOOLEAN DEFAULT 0,
  notes TEXT,
  data TEXT,
  session_id TEXT,
  FOREIGN KEY (session_id) REFERENCES sessions (id) ON DELETE CASCADE,
  FOREIGN KEY (activity_definition_id) REFERENCES activity_definitions (id),
  FOREIGN KEY (root_id) REFERENCES goals (id) ON DELETE CASCADE
);

CREATE TABLE metric_values (
  id TEXT PRIMARY KEY,
  activity_instance_id TEXT NOT NULL,
  metric_definition_id TEXT NOT NULL,
  value FLOAT NOT NULL,
  root_id STRING,
  updated_at DATETIME,
  created_at DATETIME,
  split_definition_id STRING,
  FOREIGN KEY (activity_instance_id) REFERENCES activity_instances (id) ON DELETE CASCADE,
  FOREIGN KEY (metric_definition_id) REFERENCES metric_definitions (id) ON DELETE RESTRICT
);

CREATE TABLE notes (
  id TEXT PRIMARY KEY,
  root_id TEXT NOT NULL,
  context_type TEXT NOT NULL,
  context_id TEXT NOT NULL,
  session_id TEXT,
  activity_instance_id TEXT,
  activity_definition_id TEXT,
  set_index INTEGER,
  content TEXT NOT NULL,
  created_at DATETIME DEFAULT CURRENT_TIMESTAMP,
  updated_at DATETIME DEFAULT CURRENT_TIMESTAMP,
  deleted_at DATETIME,
  FOREIGN KEY (root_id) REFERENCES goals (id) ON DELETE CASCADE,
  FOREIGN KEY (session_id) REFERENCES sessions (id) ON DELETE CASCADE,
  FOREIGN KEY (activity_instance_id) REFERENCES activity_instances (id) ON DELETE SET NULL,
  FOREIGN KEY (activity_definition_id) REFERENCES activity_definitions (id) ON DELETE SET NULL
);
