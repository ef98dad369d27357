package org.fractalgoals.projections.trash;

/**
 * How the trash is read: one row for each action that deleted something, about its top, which is what was asked to be
 * deleted: a cascade begins with it, so it is known by the position of its deletion.
 *
 * <p>With what the action deleted comes back what lives below it, down to the next deleted thing: an imported deletion
 * has no cascade. What stands below a placeholder is not shown. What must be restored before it is the highest deleted thing above. What is not in the tree of goals
 * stands directly below its fractal, a note below what it is about,
 * a block below its program and a day below its block. Instances, blocks and days are never deleted along with something
 * else: where one action deleted several, each is an item of its own. {@code CROSS JOIN} keeps SQLite from turning a join round.
 */
final class TrashSql {

  private static final String TRASH = """
    WITH RECURSIVE deleted AS (
      SELECT 'goal' AS kind, id, root_id, name, parent_id AS goal_id,
        parent_session_id AS session_id, deleted_at, deleted_by, deleted_position,
        0 AS name_is_taken
      FROM goals
      WHERE deleted_by IS NOT NULL %1$s
      UNION ALL
      SELECT 'session', id, root_id, name, coalesce(parent_id, root_id), NULL, deleted_at,
        deleted_by, deleted_position, 0
      FROM sessions
      WHERE deleted_by IS NOT NULL %1$s
      UNION ALL
      SELECT 'instance', id, root_id, (
          SELECT activity.name
          FROM activity_definitions AS activity
          WHERE activity.id = activity_instances.activity_definition_id
        ), NULL, session_id, deleted_at, deleted_by, deleted_position, 0
      FROM activity_instances
      WHERE deleted_by IS NOT NULL %1$s
      UNION ALL
      SELECT 'group', id, root_id, name, root_id, NULL, deleted_at, deleted_by, deleted_position,
        NOT imported_as_is AND EXISTS (
          SELECT 1
          FROM activity_groups AS other
          WHERE other.root_id = activity_groups.root_id AND other.name = activity_groups.name
            AND other.deleted_at IS NULL AND NOT other.imported_as_is
        )
      FROM activity_groups
      WHERE deleted_by IS NOT NULL %1$s
      UNION ALL
      SELECT 'activity', id, root_id, name, root_id, NULL, deleted_at, deleted_by, deleted_position,
        NOT imported_as_is AND EXISTS (
          SELECT 1
          FROM activity_definitions AS other
          WHERE other.root_id = activity_definitions.root_id AND other.name = activity_definitions.name
            AND other.deleted_at IS NULL AND NOT other.imported_as_is
        )
      FROM activity_definitions
      WHERE deleted_by IS NOT NULL %1$s
      UNION ALL
      SELECT 'template', id, root_id, name, root_id, NULL, deleted_at, deleted_by, deleted_position,
        NOT imported_as_is AND EXISTS (
          SELECT 1
          FROM session_templates AS other
          WHERE other.root_id = session_templates.root_id AND other.name = session_templates.name
            AND other.deleted_at IS NULL AND NOT other.imported_as_is
        )
      FROM session_templates
      WHERE deleted_by IS NOT NULL %1$s
      UNION ALL
      SELECT 'note', id, root_id, substr(content, 1, 80),
        iif(context_kind = 'activity', root_id, goal_id), session_id, deleted_at, deleted_by,
        deleted_position, 0
      FROM notes
      WHERE deleted_by IS NOT NULL %1$s
      UNION ALL
      SELECT 'program', id, root_id, name, root_id, NULL, deleted_at, deleted_by, deleted_position, 0
      FROM programs
      WHERE deleted_by IS NOT NULL %1$s
      UNION ALL
      SELECT 'block', id, root_id, name, root_id, NULL, deleted_at, deleted_by, deleted_position, 0
      FROM program_blocks
      WHERE deleted_by IS NOT NULL %1$s
      UNION ALL
      SELECT 'day', id, root_id, coalesce(name, ''), root_id, NULL, deleted_at, deleted_by,
        deleted_position, 0
      FROM program_days
      WHERE deleted_by IS NOT NULL %1$s
    ),
    member AS (
      SELECT *, count(*) OVER by_action AS members, min(deleted_position) OVER by_action AS top
      FROM deleted
      WINDOW by_action AS (
        PARTITION BY root_id, deleted_by, iif(kind IN ('instance', 'block', 'day'), kind || id, NULL)
      )
    ),
    company (top, goal_id, session_id, is_hidden) AS (
      SELECT top, iif(kind = 'goal', id, NULL), iif(kind = 'session', id, NULL), 0
      FROM member
      WHERE kind IN ('goal', 'session')
      UNION ALL
      SELECT company.top, below.id, NULL, 1
      FROM company CROSS JOIN goals AS below ON below.parent_id = company.goal_id
      WHERE below.deleted_by IS NULL AND NOT below.placeholder
      UNION ALL
      SELECT company.top, below.id, NULL, 1
      FROM company CROSS JOIN goals AS below ON below.parent_session_id = company.session_id
      WHERE below.deleted_by IS NULL AND NOT below.placeholder
      UNION ALL
      SELECT company.top, NULL, below.id, 1
      FROM company CROSS JOIN sessions AS below ON below.parent_id = company.goal_id
      WHERE below.deleted_by IS NULL AND NOT below.placeholder
      UNION ALL
      SELECT company.top, NULL, below.id, 1
      FROM company CROSS JOIN sessions AS below
        ON below.parent_id IS NULL AND below.root_id = company.goal_id
      WHERE below.deleted_by IS NULL AND NOT below.placeholder
    ),
    hidden (top, size) AS (
      SELECT top, sum(is_hidden)
      FROM company
      GROUP BY top
    ),
    above (top, goal_id, session_id, height) AS (
      SELECT top, goal_id, session_id, 1
      FROM member
      WHERE deleted_position = top
      UNION ALL
      SELECT above.top, goals.parent_id, goals.parent_session_id, above.height + 1
      FROM above CROSS JOIN goals ON goals.id = above.goal_id
      UNION ALL
      SELECT above.top, coalesce(sessions.parent_id, sessions.root_id), NULL, above.height + 1
      FROM above CROSS JOIN sessions ON sessions.id = above.session_id
    ),
    obstacle_above (top, kind, name, height, is_presumed) AS (
      SELECT above.top, iif(goals.id = goals.root_id, 'fractal', 'goal'), goals.name,
        above.height, goals.placeholder
      FROM above CROSS JOIN goals ON goals.id = above.goal_id
      WHERE (goals.deleted_by IS NOT NULL OR goals.placeholder)
      UNION ALL
      SELECT above.top, 'session', sessions.name, above.height, sessions.placeholder
      FROM above CROSS JOIN sessions ON sessions.id = above.session_id
      WHERE (sessions.deleted_by IS NOT NULL OR sessions.placeholder)
      UNION ALL
      SELECT member.top, 'instance', activity.name, 0, instance.placeholder
      FROM member
        CROSS JOIN notes ON notes.id = member.id
        CROSS JOIN activity_instances AS instance ON instance.id = notes.activity_instance_id
        LEFT JOIN activity_definitions AS activity ON activity.id = instance.activity_definition_id
      WHERE member.kind = 'note' AND member.deleted_position = member.top AND (instance.deleted_by IS NOT NULL OR instance.placeholder)
      UNION ALL
      SELECT member.top, 'activity', activity.name, 0, activity.placeholder
      FROM member
        CROSS JOIN notes ON notes.id = member.id
        CROSS JOIN activity_definitions AS activity ON activity.id = notes.activity_definition_id
      WHERE member.kind = 'note' AND member.deleted_position = member.top AND notes.context_kind = 'activity'
        AND (activity.deleted_by IS NOT NULL OR activity.placeholder)
      UNION ALL
      SELECT member.top, 'program', program.name, 0, program.placeholder
      FROM member
        CROSS JOIN program_blocks AS block ON block.id = member.id
        CROSS JOIN programs AS program ON program.id = block.program_id
      WHERE member.kind = 'block' AND (program.deleted_by IS NOT NULL OR program.placeholder)
      UNION ALL
      SELECT member.top, 'program', program.name, 0, program.placeholder
      FROM member
        CROSS JOIN program_days AS day ON day.id = member.id
        CROSS JOIN program_blocks AS block ON block.id = day.block_id
        CROSS JOIN programs AS program ON program.id = block.program_id
      WHERE member.kind = 'day' AND (program.deleted_by IS NOT NULL OR program.placeholder)
      UNION ALL
      SELECT member.top, 'block', block.name, -1, block.placeholder
      FROM member
        CROSS JOIN program_days AS day ON day.id = member.id
        CROSS JOIN program_blocks AS block ON block.id = day.block_id
      WHERE member.kind = 'day' AND (block.deleted_by IS NOT NULL OR block.placeholder)
    ),
    obstacle (top, kind, name, height, presumed) AS (
      SELECT top, kind, name, max(height), sum(is_presumed)
      FROM obstacle_above
      GROUP BY top
    )
    SELECT member.*, members + coalesce(hidden.size, 0) AS size,
      obstacle.kind AS obstacle_kind, obstacle.name AS obstacle_name
    FROM member
      LEFT JOIN hidden ON hidden.top = member.top
      LEFT JOIN obstacle ON obstacle.top = member.top
    WHERE member.deleted_position = member.top AND coalesce(obstacle.presumed, 0) = 0
    ORDER BY member.deleted_at DESC, member.deleted_position DESC
    """;

  static final String OF_ALL = TRASH.formatted("");
  static final String OF_FRACTAL = TRASH.formatted("AND root_id = :root");

  private TrashSql() {}
}
