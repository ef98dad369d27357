package org.fractalgoals.api.input;

import static org.fractalgoals.api.input.Column.COUNT;
import static org.fractalgoals.api.input.Column.FLAG;
import static org.fractalgoals.api.input.Column.IGNORED;
import static org.fractalgoals.api.input.Column.NAME;
import static org.fractalgoals.api.input.Column.STRICT;
import static org.fractalgoals.api.input.Column.TEXT;
import static org.fractalgoals.api.input.Column.TIME;

import java.util.List;

/** Sessions. */
final class SessionRoutes {

  /** The goals of a session; those that cannot have one are refused, and none at all. */
  private static final Column PARENTS = Column.ids("goal").refusing(Wrong.EMPTY_LIST)
      .refusing(400, "['<goal>','<root>']", "['<session>']");

  /** An object, or any text: data that was saved as a text comes back as it was. */
  private static final Column DATA = STRICT
      .accepting(Wrong.NOTHING, Wrong.NULL, Wrong.OBJECT, Wrong.EMPTY_OBJECT, Wrong.EMPTY_TEXT,
          Wrong.BLANK_TEXT, Wrong.LONG_NAME, Wrong.LONG_TEXT)
      .accepting(Wrong.SHORT_TEXTS)
      .accepting("'{'", "'{\\'sections\\':[{\\'activity_ids\\':[1,null,{}]}]}'",
          "'{\\'a\\':1,\\'a\\':2}'", "{'sections':{'activity_ids':[]}}",
          "{'sections':[null,1,[{'activity_ids':['<instance>']}]]}",
          "{'sections':[{'activity_ids':'<instance>','exercises':1}]}")
      .refusing(400, "{'a':NaN}", "{'a':1,'a':2}", "{'a':'\\ud800'}");

  /** What cannot be read is as good as nothing when a session is made. */
  private static final Column TIME_IF_READABLE = IGNORED;

  private static final Column TEMPLATE = TEXT;

  private static final String FACTS = """
    'description':'<new>','duration_minutes':45,'total_duration_seconds':60,
    'session_start':'2031-01-02T10:00:00Z','session_end':'2031-01-02T11:00:00',
    'template_id':'<template>','session_data':{'sections':[{'activity_ids':['<instance>']}]}
    """;

  static final List<Route> ROUTES = List.of(
      Route.get("/api/practice-sessions"),
      goals(Route.post("/api/goals/practice-session", """
        {'parent_ids':['<goal>'],'description':'<new>','name':'ignored',
         'immediate_goals':[{'name':'<new>','description':'<new>'}]}
        """))
          .member("/parent_ids", PARENTS.refusing(404, Wrong.LIST)
              .refusing(404, "['<deleted.goal>']", "['<session>']", "['<group>']")
              .refusing(400, "['<goal>','<other.goal>']"))
          .member("/parent_ids/0", STRICT.refusing(404, Wrong.SHORT_TEXTS.toArray(Wrong[]::new))
              .refusing(404, Wrong.BLANK_TEXT).refusing(Wrong.U0000))
          .member("/description", TEXT)
          .member("/name", IGNORED),

      Route.get("/api/{rootId}/sessions"),
      goals(facts(Route.post("/api/{rootId}/sessions",
          "{'name':'<new>','parent_ids':['<goal>'],'parent_id':'<goal>','completed':true,"
              + "'immediate_goals':[{'name':'<new>','description':'<new>'}]," + FACTS + "}")))
          .member("/name", NAME.accepting(Wrong.NOTHING, Wrong.NULL))
          .member("/parent_ids", PARENTS
              .accepting(Wrong.NOTHING, Wrong.NULL, Wrong.EMPTY_LIST)
              .refusing(400, "['<other.goal>']", "['<deleted.goal>']", "['<other.session>']"))
          .member("/parent_ids/0", Column.id("goal"))
          .member("/parent_id", IGNORED)
          .member("/completed", IGNORED)
          .member("/session_start", TIME_IF_READABLE)
          .member("/session_end", TIME_IF_READABLE),
      Route.post("/api/{rootId}/sessions", "{'parent_id':'<goal>'}")
          .member("/parent_id", Column.id("goal").refusing(400, "'<root>'", "'<session>'")),
      Route.get("/api/{rootId}/sessions/{sessionId}"),
      facts(Route.put("/api/{rootId}/sessions/{sessionId}",
          "{'name':'<new>','completed':true,'parent_ids':['<goal>']," + FACTS + "}"))
          .member("/name", NAME.accepting(Wrong.NOTHING))
          .member("/completed", FLAG.refusing(Wrong.NULL))
          .member("/parent_ids", IGNORED)
          .member("/session_start", TIME)
          .member("/session_end", TIME.accepting("'2031-01-02T09:00:00'")),
      Route.delete("/api/{rootId}/sessions/{sessionId}"));

  private SessionRoutes() {}

  private static Route facts(Route route) {
    return route.member("/description", TEXT)
        .member("/duration_minutes", COUNT)
        .member("/total_duration_seconds", COUNT)
        .member("/template_id", TEMPLATE)
        .member("/session_data", DATA);
  }

  /** Goals to be made below a session; one without a name is passed over. */
  private static Route goals(Route route) {
    return route
        .member("/immediate_goals", STRICT.accepting(Wrong.NOTHING, Wrong.NULL, Wrong.EMPTY_LIST)
            .refusing(400, "[null]", "[1]", "[[]]").accepting("[{}]"))
        .member("/immediate_goals/0/name", NAME.accepting(Wrong.NOTHING, Wrong.NULL,
            Wrong.EMPTY_TEXT, Wrong.BLANK_TEXT))
        .member("/immediate_goals/0/description", TEXT);
  }
}
