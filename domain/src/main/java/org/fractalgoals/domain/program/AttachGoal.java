package org.fractalgoals.domain.program;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * Lets a block serve a goal of the same fractal, and says until when the goal is to be reached: both or nothing.
 *
 * @param rootId the fractal they are asked for in
 * @param deadline null to leave the deadline of the goal as it is
 */
public record AttachGoal(ProgramId programId, String rootId, String blockId, String goalId,
    @Nullable LocalDate deadline) {}
