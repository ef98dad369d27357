package org.fractalgoals.api.input;

import static org.fractalgoals.api.input.Column.FLAG;
import static org.fractalgoals.api.input.Column.IGNORED;
import static org.fractalgoals.api.input.Column.NAME;
import static org.fractalgoals.api.input.Column.STRICT;
import static org.fractalgoals.api.input.Column.TEXT;

import java.util.List;

/** Activities and their groups. */
final class ActivityRoutes {

  private static final String METRIC = "{'name':'m%1$d','unit':'u%1$d'}";

  private static final Column GROUP = Column.id("group")
      .accepting(Wrong.NOTHING, Wrong.NULL, Wrong.EMPTY_TEXT);

  /** An id that the activity never had is as good as none. */
  private static final Column MEASURE_ID = STRICT
      .accepting(Wrong.NOTHING, Wrong.NULL, Wrong.EMPTY_TEXT, Wrong.BLANK_TEXT)
      .accepting(Wrong.SHORT_TEXTS).refusing(Wrong.U0000)
      .accepting("'<other.metric>'", "'<deleted.metric>'", "'<goal>'");

  private static final Column METRICS = STRICT.accepting(Wrong.EMPTY_LIST)
      .refusing(400, "[null]", "[1]", "[[]]", "[%s,%s,%s,%s]".formatted(METRIC.formatted(1),
          METRIC.formatted(2), METRIC.formatted(3), METRIC.formatted(4)),
          "[{},{},{},{}]")
      .refusing(409, "[%1$s,%1$s]".formatted(METRIC.formatted(1)))
      .accepting("[{}]");

  private static final Column SPLITS = STRICT.accepting(Wrong.EMPTY_LIST)
      .refusing(400, "[null]", "[1]", "[[]]", "[{},{},{},{},{},{}]")
      .refusing(409, "[{'name':'Up'},{'name':'Up'}]")
      .accepting("[{}]", "[{'name':'1'},{'name':'2'},{'name':'3'},{'name':'4'},{'name':'5'}]");

  private static final String ACTIVITY = """
    {'name':'<new>','description':'<new>','has_sets':true,'has_metrics':true,
     'metrics_multiplicative':false,'has_splits':true,'group_id':'<group>',
     'metrics':[{'id':'<metric>','name':'Pace','unit':'s','is_top_set_metric':true,
       'is_multiplicative':true,'allow_negative':false}],
     'splits':[{'id':'<split>','name':'Left'}],'sort_order':1}
    """;

  static final List<Route> ROUTES = List.of(
      Route.get("/api/{rootId}/activities"),
      activity(Route.post("/api/{rootId}/activities", ACTIVITY))
          .member("/name", NAME.refusing(409, "'Activity'"))
          .member("/metrics", METRICS.accepting(Wrong.NOTHING, Wrong.NULL))
          .member("/splits", SPLITS.accepting(Wrong.NOTHING, Wrong.NULL)),
      activity(Route.put("/api/{rootId}/activities/{activityId}", ACTIVITY))
          .member("/name", NAME.accepting(Wrong.NOTHING).accepting("'Activity'"))
          .member("/metrics", METRICS.accepting(Wrong.NOTHING))
          .member("/splits", SPLITS.accepting(Wrong.NOTHING)),
      Route.delete("/api/{rootId}/activities/{activityId}"),

      Route.get("/api/{rootId}/activity-groups"),
      Route.post("/api/{rootId}/activity-groups", "{'name':'<new>','description':'<new>'}")
          .member("/name", NAME.refusing(409, "'Group'"))
          .member("/description", TEXT),
      Route.put("/api/{rootId}/activity-groups/{groupId}",
          "{'name':'<new>','description':'<new>','sort_order':1}")
          .member("/name", NAME.accepting(Wrong.NOTHING).accepting("'Group'"))
          .member("/description", TEXT)
          .member("/sort_order", IGNORED),
      Route.delete("/api/{rootId}/activity-groups/{groupId}"),
      Route.put("/api/{rootId}/activity-groups/reorder", "{'group_ids':['<group>']}")
          .member("/group_ids", Column.ids("group").refusing(Wrong.EMPTY_LIST)
              .accepting(Wrong.LIST)
              .accepting("['<other.group>']", "['<deleted.group>']", "['<group>','<group>']")));

  private ActivityRoutes() {}

  private static Route activity(Route route) {
    return route.member("/description", TEXT)
        .member("/has_sets", FLAG)
        .member("/has_metrics", FLAG)
        .member("/metrics_multiplicative", FLAG)
        .member("/has_splits", FLAG)
        .member("/group_id", GROUP)
        .member("/metrics/0/id", MEASURE_ID)
        .member("/metrics/0/name", NAME.accepting(Wrong.NOTHING, Wrong.NULL, Wrong.EMPTY_TEXT))
        .member("/metrics/0/unit", TEXT)
        .member("/metrics/0/is_top_set_metric", FLAG)
        .member("/metrics/0/is_multiplicative", FLAG)
        .member("/metrics/0/allow_negative", FLAG)
        .member("/splits/0/id", MEASURE_ID)
        .member("/splits/0/name", NAME.accepting(Wrong.NOTHING, Wrong.NULL, Wrong.EMPTY_TEXT))
        .member("/sort_order", IGNORED);
  }
}
