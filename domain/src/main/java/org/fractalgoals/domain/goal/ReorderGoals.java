package org.fractalgoals.domain.goal;

import java.util.List;

import org.fractalgoals.domain.entity.EntityRef;

/**
 * Puts the goals below a parent in order.
 *
 * @param parent goal or session
 * @param rootId the fractal the parent is asked for in
 * @param goalIds the children in their new order; those not listed follow in the order they have
 */
public record ReorderGoals(EntityRef parent, String rootId, List<String> goalIds) {

  public ReorderGoals {
    goalIds = List.copyOf(goalIds);
  }
}
