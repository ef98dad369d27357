package org.fractalgoals.api.activitygroup;

import java.util.ArrayList;

import org.fractalgoals.api.http.HttpProblem;
import org.fractalgoals.api.http.JsonObject;
import org.fractalgoals.domain.activitygroup.GroupCommand.ChangeGroup;
import org.fractalgoals.domain.activitygroup.GroupCommand.CreateGroup;
import org.fractalgoals.domain.activitygroup.GroupCommand.GroupChange;
import org.fractalgoals.domain.activitygroup.GroupCommand.GroupChange.Describe;
import org.fractalgoals.domain.activitygroup.GroupCommand.GroupChange.Rename;
import org.fractalgoals.domain.activitygroup.GroupId;
import org.fractalgoals.domain.activitygroup.ReorderGroups;
import org.fractalgoals.domain.text.Description;
import org.fractalgoals.domain.text.Name;

/** Makes commands of what requests carry. What is wrong with a body is a {@link HttpProblem} with status 400. */
final class GroupRequests {

  private GroupRequests() {}

  static CreateGroup create(String newId, String rootId, JsonObject body) {
    return new CreateGroup(new GroupId(newId), rootId, new Name(body.text("name")),
        description(body));
  }

  /** The members that are there, as changes of one command: all or none of them are made. */
  static ChangeGroup change(String rootId, String groupId, JsonObject body) {
    var changes = new ArrayList<GroupChange>();
    if (body.has("name")) {
      changes.add(new Rename(new Name(body.text("name"))));
    }
    if (body.has("description")) {
      changes.add(new Describe(description(body)));
    }
    return new ChangeGroup(new GroupId(groupId), rootId, changes);
  }

  static ReorderGroups reorder(String rootId, JsonObject body) {
    var ids = body.ids("group_ids");
    if (ids.isEmpty()) {
      throw HttpProblem
          .badRequest("\"group_ids\" is needed: the ids of groups in their new order.");
    }
    return new ReorderGroups(rootId, ids);
  }

  private static Description description(JsonObject body) {
    return body.optionalText("description").map(Description::new).orElse(Description.EMPTY);
  }
}
