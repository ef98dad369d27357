package org.fractalgoals.api.input;

import static org.fractalgoals.api.input.Column.DAY;
import static org.fractalgoals.api.input.Column.FLAG;
import static org.fractalgoals.api.input.Column.IGNORED;
import static org.fractalgoals.api.input.Column.NAME;
import static org.fractalgoals.api.input.Column.STRICT;
import static org.fractalgoals.api.input.Column.TEXT;

import java.util.List;

import org.fractalgoals.api.input.Route.Reads;

/** Fractals and goals, and sessions in the place of goals. */
final class GoalRoutes {

  private static final Column TYPE = STRICT.refusing(400, "'PracticeSession'", "'ultimategoal'",
      "'ULTIMATE'", "'Placeholder'", "'UltimateGoal '");

  /** Days before today are over for a goal that is made today. */
  private static final Column DEADLINE = DAY.accepting("'2031-01-01T25:00'", "'2031-01-01T'")
      .refusing(400, "'2026-03-03'", "'0001-01-01'");

  private static final Column TARGETS = STRICT
      .accepting(Wrong.NOTHING, Wrong.NULL, Wrong.EMPTY_LIST)
      .refusing(400, "[1]", "[null]", "[[]]", "[{}", "[{'a':NaN}]", "[{'a':1,'a':2}]",
          "[{'a':'\\ud800'}]", "[{'\\udc00':1}]", "[{'a':01}]",
          "[{'a':" + "1".repeat(1001) + "}]")
      .accepting("[{}]", "[{'id':1}]", "[{'id':null,'a':1e999}]", "[{'a':'\\u0000'}]");

  /** Who wants to complete, or reopen, says so; nothing, or nothing that can be read, turns it round. */
  private static final Column COMPLETED = STRICT.accepting(Wrong.NOTHING, Wrong.TRUE)
      .accepting(Wrong.MALFORMED);

  private static final String NEW_GOAL = """
    {'name':'<new>','description':'','type':'LongTermGoal','parent_id':'<goal>',
     'deadline':'2031-05-06','completed':false}
    """;

  private static final String CHANGE = """
    {'name':'<new>','description':'<new>','deadline':'2031-05-06T00:00:00',
     'targets':[{'id':'k-1','name':'Fast','metrics':[{'metric_id':'<metric>','value':10.0}]}],
     'completed':true,'type':'NanoGoal','parent_id':'<root>'}
    """;

  static final List<Route> ROUTES = List.of(
      Route.get("/api/fractals"),
      Route.post("/api/fractals", "{'name':'<new>','description':'','type':'UltimateGoal'}")
          .member("/name", NAME)
          .member("/description", TEXT)
          .member("/type", TYPE.accepting(Wrong.NOTHING)
              .refusing(400, "'ImmediateGoal'", "'MicroGoal'", "'NanoGoal'")),
      Route.delete("/api/fractals/{rootId}"),

      Route.get("/api/{rootId}/goals"),
      Route.post("/api/{rootId}/goals", NEW_GOAL)
          .member("/name", NAME)
          .member("/description", TEXT)
          .member("/type", TYPE)
          .member("/parent_id", Column.id("goal").accepting("'<session>'")
              .refusing(400, "'<other.session>'", "'<deleted.session>'", "'<group>'"))
          .member("/deadline", DEADLINE)
          .member("/completed", IGNORED),
      Route.get("/api/{rootId}/goals/{goalId}"),
      Route.get("/api/{rootId}/goals/{goalId}").on("goalId", "session"),
      changed(Route.put("/api/{rootId}/goals/{goalId}", CHANGE)),
      changed(Route.put("/api/{rootId}/goals/{goalId}", CHANGE).on("goalId", "session")),
      Route.delete("/api/{rootId}/goals/{goalId}"),
      completed("/api/{rootId}/goals/{goalId}/complete"),
      completed("/api/{rootId}/goals/{goalId}/complete").on("goalId", "session"),

      Route.get("/api/goals"),
      Route.post("/api/goals", NEW_GOAL)
          .member("/name", NAME)
          .member("/description", TEXT)
          .member("/type", TYPE)
          .member("/parent_id", anyParent())
          .member("/deadline", DEADLINE)
          .member("/completed", FLAG),
      Route.get("/api/goals/{goalId}"),
      changed(Route.put("/api/goals/{goalId}", CHANGE))
          .member("/name", NAME.accepting(Wrong.NOTHING, Wrong.NULL)),
      Route.delete("/api/goals/{goalId}"),
      completed("/api/goals/{goalId}/complete"),
      Route.post("/api/goals/{goalId}/targets", "{'id':'k-1','name':'Fast'}")
          .member("/id", STRICT.accepting(Wrong.NOTHING).accepting(Wrong.SHORT_TEXTS)
              .accepting(Wrong.BLANK_TEXT).refusing(Wrong.U0000))
          .member("/name", IGNORED),
      Route.delete("/api/goals/{goalId}/targets/{targetId}"));

  private GoalRoutes() {}

  /** A parent in any fractal, or none; the existing API looks for it as for an id in the path. */
  private static Column anyParent() {
    return STRICT.accepting(Wrong.NOTHING, Wrong.NULL, Wrong.EMPTY_TEXT)
        .refusing(404, Wrong.SHORT_TEXTS.toArray(Wrong[]::new)).refusing(404, Wrong.BLANK_TEXT)
        .refusing(400, Wrong.U0000)
        .refusing(404, "'<deleted.goal>'", "'<deleted.root>'", "'<group>'")
        .accepting("'<other.goal>'");
  }

  private static Route changed(Route route) {
    return route.member("/name", NAME.accepting(Wrong.NOTHING))
        .member("/description", TEXT)
        .member("/deadline", DEADLINE)
        .member("/targets", TARGETS)
        .member("/completed", IGNORED)
        .member("/type", IGNORED)
        .member("/parent_id", IGNORED);
  }

  private static Route completed(String path) {
    return Route.of("PATCH", path, 200, Reads.ANYTHING, "{'completed':true}")
        .member("/completed", COMPLETED);
  }
}
