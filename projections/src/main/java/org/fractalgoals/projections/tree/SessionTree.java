package org.fractalgoals.projections.tree;

import java.util.List;

import org.fractalgoals.projections.session.InstanceRow;
import org.fractalgoals.projections.session.SessionRow;

/**
 * A visible session, what was performed in it, and all that is visible below it.
 *
 * @param instances by sort order, time of creation, id
 */
public record SessionTree(SessionRow session, List<InstanceRow> instances, List<Tree> children)
    implements
      Tree {

  public SessionTree {
    instances = List.copyOf(instances);
    children = List.copyOf(children);
  }
}
