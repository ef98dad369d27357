package org.fractalgoals.api.input;

import static org.fractalgoals.api.input.Column.NAME;
import static org.fractalgoals.api.input.Column.STRICT;

import java.util.List;

/** Where things stand: back from the trash, below another parent, in another order. */
final class PlaceRoutes {

  private static final Column NEW_NAME = NAME.accepting(Wrong.NOTHING, Wrong.NULL);

  private static final Column KIND = STRICT.refusing(400, "'group'", "'Goal'", "'goal '");

  private static final Column PARENT_ID = Column.id("goal").refusing(400, "'<session>'");

  static final List<Route> ROUTES = List.of(
      Route.restore("/api/fractals/{rootId}/restore", "rootId", "{'name':'<new>','parent':null}")
          .member("/name", NEW_NAME)
          .member("/parent", STRICT.accepting(Wrong.NOTHING, Wrong.NULL)
              .refusing(400, "{'kind':'goal','id':'<goal>'}")),
      below(Route.restore("/api/{rootId}/goals/{goalId}/restore", "goalId", """
        {'name':'<new>','parent':{'kind':'goal','id':'<goal>'}}
        """)),
      below(Route.restore("/api/{rootId}/sessions/{sessionId}/restore", "sessionId", """
        {'name':'<new>','parent':{'kind':'goal','id':'<goal>'}}
        """)),
      nowhere(Route.restore("/api/{rootId}/activities/{activityId}/restore", "activityId",
          "{'name':'<new>','parent':null}")),
      nowhere(Route.restore("/api/{rootId}/activity-groups/{groupId}/restore", "groupId",
          "{'name':'<new>','parent':null}")),
      nowhere(Route.restore("/api/{rootId}/session-templates/{templateId}/restore", "templateId",
          "{'name':'<new>','parent':null}")),
      Route.restore("/api/{rootId}/activity-instances/{instanceId}/restore", "instanceId",
          "{'name':null,'parent':null}")
          .member("/name", STRICT.accepting(Wrong.NOTHING, Wrong.NULL))
          .member("/parent", STRICT.accepting(Wrong.NOTHING, Wrong.NULL)
              .refusing(400, "{'kind':'session','id':'<elsewhere>'}")
              .accepting("{'kind':'session','id':'<session>'}")),

      moved(Route.of("POST", "/api/{rootId}/goals/{goalId}/move", 200, Route.Reads.JSON,
          "{'parent':{'kind':'goal','id':'<root>'}}").on("goalId", "child")),
      Route.of("POST", "/api/{rootId}/goals/{goalId}/reorder", 200, Route.Reads.JSON,
          "{'goal_ids':['<child>']}")
          .member("/goal_ids", Column.ids("child").refusing(400, "['unknown']", "['<root>']",
              "['<other.child>']", "['<deleted.child>']", "['<child>','<child>']")));

  private PlaceRoutes() {}

  private static Route below(Route route) {
    return route.member("/name", NEW_NAME)
        .member("/parent", STRICT.accepting(Wrong.NOTHING, Wrong.NULL))
        .member("/parent/kind", KIND)
        .member("/parent/id", PARENT_ID);
  }

  private static Route nowhere(Route route) {
    return route.member("/name", NEW_NAME)
        .member("/parent", STRICT.accepting(Wrong.NOTHING, Wrong.NULL)
            .refusing(400, "{'kind':'goal','id':'<goal>'}"));
  }

  private static Route moved(Route route) {
    return route.member("/parent", STRICT)
        .member("/parent/kind", KIND)
        .member("/parent/id", PARENT_ID.refusing(400, "'<child>'"));
  }
}
