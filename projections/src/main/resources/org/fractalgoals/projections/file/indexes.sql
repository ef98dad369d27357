-- Indexes that only queries need: whoever fills a read model makes them when it is full.

CREATE INDEX idx_goals_root_type ON goals (root_id, type);
CREATE INDEX idx_goals_type ON goals (type);
CREATE INDEX idx_goals_created ON goals (created_at);
CREATE INDEX idx_goals_completed ON goals (root_id, type) WHERE completed;
CREATE INDEX idx_goals_fractals ON goals (sort_order, created_at, id) WHERE id = root_id AND visible;
CREATE INDEX idx_goals_trash ON goals (root_id, deleted_by) WHERE deleted_by IS NOT NULL;
CREATE INDEX idx_sessions_root ON sessions (root_id);
CREATE INDEX idx_sessions_live ON sessions (root_id, created_at) WHERE deleted_at IS NULL;
CREATE INDEX idx_sessions_trash ON sessions (root_id, deleted_by) WHERE deleted_by IS NOT NULL;
CREATE INDEX idx_session_goals_goal ON session_goals (goal_id);
CREATE INDEX idx_session_goals_root ON session_goals (root_id);
CREATE INDEX idx_activity_groups_root ON activity_groups (root_id);
CREATE INDEX idx_activity_groups_trash ON activity_groups (root_id, deleted_by)
  WHERE deleted_by IS NOT NULL;
CREATE INDEX idx_activity_definitions_root ON activity_definitions (root_id);
CREATE INDEX idx_activity_definitions_group ON activity_definitions (group_id);
CREATE INDEX idx_activity_definitions_trash ON activity_definitions (root_id, deleted_by)
  WHERE deleted_by IS NOT NULL;
CREATE INDEX idx_metric_definitions_root ON metric_definitions (root_id);
CREATE INDEX idx_metric_definitions_activity ON metric_definitions (activity_id);
CREATE INDEX idx_metric_definitions_active ON metric_definitions (activity_id) WHERE is_active;
CREATE INDEX idx_split_definitions_root ON split_definitions (root_id);
CREATE INDEX idx_split_definitions_activity ON split_definitions (activity_id);
CREATE INDEX idx_activity_instances_root_date ON activity_instances (root_id, created_at DESC);
CREATE INDEX idx_activity_instances_session_created ON activity_instances (session_id, created_at);
CREATE INDEX idx_activity_instances_activity ON activity_instances (activity_definition_id);
CREATE INDEX idx_activity_instances_trash ON activity_instances (root_id, deleted_by)
  WHERE deleted_by IS NOT NULL;
CREATE INDEX idx_metric_values_root_metric ON metric_values (root_id, metric_definition_id);
CREATE INDEX idx_metric_values_metric ON metric_values (metric_definition_id);
CREATE INDEX idx_metric_values_split ON metric_values (split_definition_id);
CREATE INDEX idx_session_templates_root ON session_templates (root_id);
CREATE INDEX idx_session_templates_trash ON session_templates (root_id, deleted_by)
  WHERE deleted_by IS NOT NULL;
CREATE INDEX idx_notes_root ON notes (root_id, created_at DESC, id);
CREATE INDEX idx_notes_goal ON notes (goal_id, created_at DESC, id);
CREATE INDEX idx_notes_session ON notes (session_id, created_at DESC, id);
CREATE INDEX idx_notes_activity ON notes (activity_definition_id, created_at DESC, id);
CREATE INDEX idx_notes_trash ON notes (root_id, deleted_by) WHERE deleted_by IS NOT NULL;
CREATE INDEX idx_programs_root ON programs (root_id);
CREATE INDEX idx_programs_trash ON programs (root_id, deleted_by) WHERE deleted_by IS NOT NULL;
CREATE INDEX idx_program_blocks_root ON program_blocks (root_id);
CREATE INDEX idx_program_blocks_trash ON program_blocks (root_id, deleted_by)
  WHERE deleted_by IS NOT NULL;
CREATE INDEX idx_program_days_root ON program_days (root_id);
CREATE INDEX idx_program_days_block ON program_days (block_id);
CREATE INDEX idx_program_days_trash ON program_days (root_id, deleted_by)
  WHERE deleted_by IS NOT NULL;
CREATE INDEX idx_scheduled_sessions_root ON scheduled_sessions (root_id);
CREATE INDEX idx_scheduled_sessions_template ON scheduled_sessions (session_template_id);
CREATE INDEX idx_program_day_templates_template ON program_day_templates (session_template_id);
CREATE INDEX idx_program_day_templates_root ON program_day_templates (root_id);
