package org.fractalgoals.projections.program;

/**
 * How what is inside of programs is asked for: of all of a fractal, or of one program. {@code :scope} is the id of either.
 * {@code CROSS JOIN} keeps SQLite from turning a join round.
 */
record ProgramParts(String goals, String blocks, String days, String planned) {

  static final ProgramParts OF_FRACTAL = new ProgramParts("owner.root_id = :scope",
      "owner.root_id = :scope", "root_id = :scope", "root_id = :scope",
      "planned.root_id = :scope");

  static final ProgramParts OF_PROGRAM = new ProgramParts("owner.id = :scope",
      "owner.program_id = :scope", "program_id = :scope", """
        block_id IN (
          SELECT id
          FROM program_blocks
          WHERE program_id = :scope
        )""", """
        planned.day_id IN (
          SELECT day.id
          FROM program_blocks AS block CROSS JOIN program_days AS day ON day.block_id = block.id
          WHERE block.program_id = :scope
        )""");

  private ProgramParts(String programs, String blocksOfGoals, String blocks, String days,
      String planned) {
    this("""
      SELECT 'program' AS kind, owner.id AS id, goal.id AS goal_id, link.key AS place
      FROM programs AS owner CROSS JOIN json_each(owner.goal_ids) AS link
        CROSS JOIN goals AS goal ON goal.id = link.value
      WHERE %s AND goal.root_id = owner.root_id AND goal.visible AND NOT goal.placeholder
      UNION ALL
      SELECT 'block', owner.id, goal.id, link.key
      FROM program_blocks AS owner CROSS JOIN json_each(owner.goal_ids) AS link
        CROSS JOIN goals AS goal ON goal.id = link.value
      WHERE %s AND goal.root_id = owner.root_id AND goal.visible AND NOT goal.placeholder
      ORDER BY place
      """.formatted(programs, blocksOfGoals), """
      SELECT *
      FROM program_blocks
      WHERE %s AND deleted_at IS NULL AND NOT placeholder
      ORDER BY sort_order, created_at, id
      """.formatted(blocks), """
      SELECT *
      FROM program_days
      WHERE %s AND deleted_at IS NULL AND NOT placeholder
      ORDER BY day_number, sort_order, created_at, id
      """.formatted(days), """
      SELECT planned.*, (
          SELECT template.name
          FROM session_templates AS template
          WHERE template.id = planned.session_template_id AND template.deleted_at IS NULL
            AND NOT template.placeholder
        ) AS template_name
      FROM scheduled_sessions AS planned
      WHERE %s AND planned.deleted_at IS NULL AND NOT planned.placeholder
      ORDER BY planned.sort_order, planned.created_at, planned.id
      """.formatted(planned));
  }
}
