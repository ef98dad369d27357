package org.fractalgoals.api.readiness;

import org.fractalgoals.projections.ReadModel;
import org.fractalgoals.projections.activity.ActivityQueries;
import org.fractalgoals.projections.activitygroup.GroupQueries;
import org.fractalgoals.projections.goal.GoalQueries;
import org.fractalgoals.projections.naming.NameQueries;
import org.fractalgoals.projections.note.NoteQueries;
import org.fractalgoals.projections.program.ProgramQueries;
import org.fractalgoals.projections.session.InstanceQueries;
import org.fractalgoals.projections.session.MetricQueries;
import org.fractalgoals.projections.template.TemplateQueries;
import org.fractalgoals.projections.trash.TrashQueries;
import org.fractalgoals.projections.tree.TreeQueries;
import org.fractalgoals.projections.version.VersionQueries;

/** The queries of the read model, as long as it can answer them. */
public final class Queries {

  private final ReadModel readModel;
  private final Readiness readiness;

  public Queries(ReadModel readModel, Readiness readiness) {
    this.readModel = readModel;
    this.readiness = readiness;
  }

  /**
   * @throws Unavailable if the read model is being filled
   */
  public GoalQueries goals() {
    readiness.requireForQueries();
    return readModel.goals();
  }

  /**
   * @throws Unavailable if the read model is being filled
   */
  public TreeQueries trees() {
    readiness.requireForQueries();
    return readModel.trees();
  }

  /**
   * @throws Unavailable if the read model is being filled
   */
  public InstanceQueries instances() {
    readiness.requireForQueries();
    return readModel.instances();
  }

  /**
   * @throws Unavailable if the read model is being filled
   */
  public MetricQueries metrics() {
    readiness.requireForQueries();
    return readModel.metrics();
  }

  /**
   * @throws Unavailable if the read model is being filled
   */
  public TemplateQueries templates() {
    readiness.requireForQueries();
    return readModel.templates();
  }

  /**
   * @throws Unavailable if the read model is being filled
   */
  public ProgramQueries programs() {
    readiness.requireForQueries();
    return readModel.programs();
  }

  /**
   * @throws Unavailable if the read model is being filled
   */
  public NoteQueries notes() {
    readiness.requireForQueries();
    return readModel.notes();
  }

  /**
   * @throws Unavailable if the read model is being filled
   */
  public TrashQueries trash() {
    readiness.requireForQueries();
    return readModel.trash();
  }

  /**
   * @throws Unavailable if the read model is being filled
   */
  public NameQueries names() {
    readiness.requireForQueries();
    return readModel.names();
  }

  /**
   * @throws Unavailable if the read model is being filled
   */
  public VersionQueries versions() {
    readiness.requireForQueries();
    return readModel.versions();
  }

  /**
   * @throws Unavailable if the read model is being filled
   */
  public GroupQueries groups() {
    readiness.requireForQueries();
    return readModel.groups();
  }

  /**
   * @throws Unavailable if the read model is being filled
   */
  public ActivityQueries activities() {
    readiness.requireForQueries();
    return readModel.activities();
  }
}
