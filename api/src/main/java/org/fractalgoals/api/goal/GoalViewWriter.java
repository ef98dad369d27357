package org.fractalgoals.api.goal;

import java.util.ArrayDeque;
import java.util.Iterator;

import org.fractalgoals.api.goal.GoalView.Attributes;
import org.fractalgoals.api.http.WallClockText;
import org.fractalgoals.projections.goal.GoalRow;
import org.fractalgoals.projections.tree.GoalTree;
import org.fractalgoals.projections.tree.Tree;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/** Writes a goal and its children without recursion: nobody limits how deep a tree of goals may be. */
final class GoalViewWriter extends ValueSerializer<GoalView> {

  @Override
  public void serialize(GoalView view, JsonGenerator json, SerializationContext context) {
    var levels = new ArrayDeque<Iterator<Tree>>();
    open(view.goal(), view.clock(), json);
    levels.push(view.children().iterator());
    while (!levels.isEmpty()) {
      if (levels.peek().hasNext()) {
        var child = (GoalTree) levels.peek().next();
        open(child.goal(), view.clock(), json);
        levels.push(child.children().iterator());
      } else {
        levels.pop();
        json.writeEndArray();
        json.writeEndObject();
      }
    }
  }

  /** Writes all of a goal up to the beginning of its children. */
  private static void open(GoalRow goal, WallClockText clock, JsonGenerator json) {
    var attributes = Attributes.of(goal, clock);
    json.writeStartObject();
    json.writeStringProperty("id", goal.id());
    json.writeStringProperty("name", goal.name());
    json.writeStringProperty("description", goal.description());
    json.writeStringProperty("deadline", attributes.deadline());
    json.writePOJOProperty("attributes", attributes);
    json.writeArrayPropertyStart("children");
  }
}
