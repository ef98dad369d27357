package org.fractalgoals.api.tree;

import java.util.ArrayDeque;
import java.util.Iterator;

import org.fractalgoals.api.http.WallClockText;
import org.fractalgoals.projections.tree.GoalTree;
import org.fractalgoals.projections.tree.SessionTree;
import org.fractalgoals.projections.tree.Tree;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/** Writes a node and its children without recursion: nobody limits how deep a tree of goals may be. */
final class TreeViewWriter extends ValueSerializer<TreeView> {

  @Override
  public void serialize(TreeView view, JsonGenerator json, SerializationContext context) {
    var levels = new ArrayDeque<Iterator<Tree>>();
    open(view.tree(), view.clock(), json);
    levels.push(view.tree().children().iterator());
    while (!levels.isEmpty()) {
      if (levels.peek().hasNext()) {
        var child = levels.peek().next();
        open(child, view.clock(), json);
        levels.push(child.children().iterator());
      } else {
        levels.pop();
        json.writeEndArray();
        json.writeEndObject();
      }
    }
  }

  /** Writes all of a node up to the beginning of its children. */
  private static void open(Tree node, WallClockText clock, JsonGenerator json) {
    json.writeStartObject();
    switch (node) {
      case GoalTree goal -> members(goal, clock, json);
      case SessionTree session -> members(session, clock, json);
    }
    json.writeArrayPropertyStart("children");
  }

  private static void members(GoalTree tree, WallClockText clock, JsonGenerator json) {
    var goal = tree.goal();
    json.writeStringProperty("id", goal.id());
    json.writeStringProperty("name", goal.name());
    json.writeStringProperty("description", goal.description());
    json.writeStringProperty("deadline", WallClockText.ofDay(goal.deadline()));
    json.writePOJOProperty("attributes", GoalAttributes.of(goal, clock));
  }

  private static void members(SessionTree tree, WallClockText clock, JsonGenerator json) {
    var session = tree.session();
    var attributes = SessionAttributes.of(tree, clock);
    json.writeStringProperty("id", session.id());
    json.writeStringProperty("name", session.name());
    json.writeStringProperty("description", session.description());
    json.writeStringProperty("deadline", attributes.deadline());
    json.writeStringProperty("session_start", attributes.sessionStart());
    json.writeStringProperty("session_end", attributes.sessionEnd());
    json.writeStringProperty("template_id", attributes.templateId());
    json.writePOJOProperty("total_duration_seconds", attributes.totalDurationSeconds());
    json.writePOJOProperty("attributes", attributes);
  }
}
