package org.fractalgoals.api.input;

import static org.fractalgoals.api.input.Column.IGNORED;
import static org.fractalgoals.api.input.Column.STRICT;
import static org.fractalgoals.api.input.Column.TEXT;
import static org.fractalgoals.api.input.Column.TIME;
import static org.fractalgoals.api.input.Column.TRUTH;

import java.util.List;

import org.fractalgoals.api.input.Route.Reads;

/** What is performed in sessions. */
final class InstanceRoutes {

  /** The id of something new. */
  private static final Column NEW_ID = STRICT
      .accepting(Wrong.NOTHING, Wrong.NULL, Wrong.EMPTY_TEXT, Wrong.BLANK_TEXT)
      .accepting(Wrong.SHORT_TEXTS).refusing(Wrong.U0000)
      .refusing(409, "'<other.instance>'", "'<deleted.instance>'", "'<elsewhere.instance>'")
      .accepting("'<instance>'", "'<goal>'");

  /** Templates may name activities that are deleted. */
  private static final Column ACTIVITY = STRICT.accepting("'<deleted.activity>'")
      .refusing(400, "'<other.activity>'", "'<missing.activity>'", "'<goal>'",
          "'activity/<activity>'");

  private static final Column SESSION = Column.id("session").refusing(400, "'<goal>'");

  private static final Column LIST = STRICT
      .accepting(Wrong.NOTHING, Wrong.NULL, Wrong.EMPTY_LIST, Wrong.LIST)
      .accepting("[1,null,[],{}]").refusing(400, "[NaN]", "[{'a':1,'a':2}]", "['\\ud800']");

  /** What measures nothing is passed over; what is out of all bounds, or below zero, is refused. */
  private static final Column VALUE = IGNORED.refusing(Wrong.NEGATIVE, Wrong.ENDLESS_NUMBER,
      Wrong.ENDLESS_NUMBER_AS_TEXT).refusing(400, "'-1'", "'inf'", "'-Infinity'", "-1e999");

  private static final Column MEASURED = STRICT
      .accepting(Wrong.NOTHING, Wrong.NULL, Wrong.EMPTY_TEXT);

  private static final String WHERE = """
    'practice_session_id':'<session>','activity_definition_id':'<activity>'
    """;

  private static final String CHANGE = """
    'notes':'<new>','completed':true,'sets':[{'reps':3}],'time_start':'2026-03-04T05:06:07Z',
    'time_stop':'2026-03-04T05:07:07Z','duration_seconds':9
    """;

  private static final String ADDITION = "{" + WHERE + ",'instance_id':'<new>'}";

  static final List<Route> ROUTES = List.of(
      Route.get("/api/{rootId}/sessions/{sessionId}/activities"),
      Route.post("/api/{rootId}/sessions/{sessionId}/activities", ADDITION)
          .member("/practice_session_id", IGNORED)
          .member("/activity_definition_id", ACTIVITY)
          .member("/instance_id", NEW_ID),
      Route.put("/api/{rootId}/sessions/{sessionId}/activities/{instanceId}",
          "{" + CHANGE + "}")
          .member("/notes", TEXT)
          .member("/completed", TRUTH)
          .member("/sets", IGNORED)
          .member("/time_start", IGNORED),
      Route.delete("/api/{rootId}/sessions/{sessionId}/activities/{instanceId}"),
      Route.put("/api/{rootId}/sessions/{sessionId}/activities/{instanceId}/metrics",
          "{'metrics':[{'metric_id':'<metric>','split_id':'<split>','value':13.5,'name':'Pace'}]}")
          .member("/metrics", STRICT.accepting(Wrong.NOTHING, Wrong.NULL, Wrong.EMPTY_LIST)
              .refusing(400, "[null]", "[1]", "[[]]")
              .accepting("[{}]", "[{'metric_id':'<metric>','value':1},{'metric_id':'<metric>'}]"))
          .member("/metrics/0/metric_id", MEASURED.accepting("'<deleted.metric>'")
              .refusing(400, "'<other.metric>'", "'<split>'"))
          .member("/metrics/0/split_id", MEASURED.accepting("'<deleted.split>'")
              .refusing(400, "'<other.split>'", "'<metric>'"))
          .member("/metrics/0/value", VALUE)
          .member("/metrics/0/name", IGNORED),
      Route.of("POST", "/api/{rootId}/sessions/{sessionId}/activities/reorder", 200,
          Reads.JSON_OR_NOTHING, "{'activity_ids':['<instance>']}")
          .member("/activity_ids", Column.ids("instance")
              .accepting(Wrong.NOTHING, Wrong.NULL, Wrong.LIST)
              .accepting("['<other.instance>']", "['<deleted.instance>']")),

      Route.get("/api/{rootId}/activity-instances"),
      Route.post("/api/{rootId}/activity-instances", ADDITION)
          .member("/practice_session_id", SESSION)
          .member("/activity_definition_id", ACTIVITY)
          // what ids there are, the route above has given away, in another fractal
          .member("/instance_id", NEW_ID.refusing(409, Wrong.BLANK_TEXT)
              .refusing(409, Wrong.SHORT_TEXTS.toArray(Wrong[]::new)).refusing(Wrong.U0000)),
      changed(Route.put("/api/{rootId}/activity-instances/{instanceId}", "{" + CHANGE + "}")),
      made(changed(Route.put("/api/{rootId}/activity-instances/{instanceId}",
          "{" + WHERE + "," + CHANGE + "}")), 404),
      started(),
      made(Route.of("POST", "/api/{rootId}/activity-instances/{instanceId}/start", 200,
          Reads.JSON, "{" + WHERE + "}"), 400),
      Route.of("POST", "/api/{rootId}/activity-instances/{instanceId}/stop", 200));

  private InstanceRoutes() {}

  private static Route changed(Route route) {
    return route.member("/notes", TEXT)
        .member("/completed", TRUTH)
        .member("/sets", LIST)
        .member("/time_start", TIME.accepting(Wrong.EMPTY_TEXT)
            .refusing(400, "'2031-01-01T00:00:00Z'"))
        .member("/time_stop", TIME.accepting(Wrong.EMPTY_TEXT)
            .refusing(400, "'2001-01-01T00:00:00Z'"))
        .member("/duration_seconds", IGNORED);
  }

  /** A timer of an instance that is not known cannot be started unless it is said what it measures. */
  private static Route started() {
    var started = Route.of("POST", "/api/{rootId}/activity-instances/{instanceId}/start", 200);
    for (var what : Cases.UNKNOWN_IDS) {
      started = started.answering("instanceId", what, 400);
    }
    return started;
  }

  /**
   * An instance that is not known is made of what the body says.
   *
   * @param unsaid the answer if the body does not say it
   */
  private static Route made(Route route, int unsaid) {
    return route.on("instanceId", "new").answering("rootId", "in another fractal", 400)
        .member("/practice_session_id",
            SESSION.refusing(unsaid, Wrong.NOTHING, Wrong.NULL, Wrong.EMPTY_TEXT))
        .member("/activity_definition_id",
            ACTIVITY.refusing(unsaid, Wrong.NOTHING, Wrong.NULL, Wrong.EMPTY_TEXT));
  }
}
