package org.fractalgoals.api.program;

import java.util.List;

import org.fractalgoals.api.http.PathIds;
import org.fractalgoals.api.http.WallClockText;
import org.fractalgoals.api.readiness.Queries;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.rule.Rule;
import org.fractalgoals.domain.rule.RuleViolation;

/** Programs as the read model has them, in the form of the API. What is not there, or deleted, is a 404. */
public final class ProgramAnswers {

  private final Queries queries;
  private final WallClockText clock;

  public ProgramAnswers(Queries queries, WallClockText clock) {
    this.queries = queries;
    this.clock = clock;
  }

  List<ProgramView> all(String rootId) {
    if (queries.goals().root(rootId).isEmpty()) {
      throw PathIds.noFractal(rootId);
    }
    return queries.programs().programs(rootId).stream().map(row -> ProgramView.of(row, clock))
        .toList();
  }

  ProgramView one(String rootId, String programId) {
    return queries.programs().program(rootId, programId).map(row -> ProgramView.of(row, clock))
        .orElseThrow(() -> unknown(EntityRef.program(programId)));
  }

  BlockView block(String rootId, String programId, String blockId) {
    return one(rootId, programId).blocks().stream().filter(block -> block.id().equals(blockId))
        .findFirst().orElseThrow(() -> unknown(EntityRef.block(blockId)));
  }

  DayView day(String rootId, String programId, String blockId, String dayId) {
    return block(rootId, programId, blockId).days().stream()
        .filter(day -> day.id().equals(dayId)).findFirst()
        .orElseThrow(() -> unknown(EntityRef.day(dayId)));
  }

  private static RuleViolation unknown(EntityRef ref) {
    return new RuleViolation(new Rule.IsUnknown(ref));
  }
}
