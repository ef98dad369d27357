package org.fractalgoals.api.input;

import static org.fractalgoals.api.input.Column.COUNT;
import static org.fractalgoals.api.input.Column.FLAG;
import static org.fractalgoals.api.input.Column.IGNORED;
import static org.fractalgoals.api.input.Column.NAME;
import static org.fractalgoals.api.input.Column.STRICT;
import static org.fractalgoals.api.input.Column.TEXT;
import static org.fractalgoals.api.input.Column.TIME;
import static org.fractalgoals.api.input.Column.TRUTH;

import java.util.List;

import org.fractalgoals.api.input.Route.Reads;

/** Programs with their blocks, days and planned sessions. */
final class ProgramRoutes {

  private static final String BLOCKS = "/api/{rootId}/programs/{programId}/blocks/{blockId}";
  private static final String DAY = BLOCKS + "/days/{dayId}";

  private static final Column GOALS = links("goal");
  private static final Column TEMPLATES = links("template");

  private static final Column DATE = TIME.refusing(Wrong.NOTHING, Wrong.NULL);

  /** A block without dates is refused. */
  private static final Column BLOCK_DATE = DATE.refusing(400, "''");

  private static final Column SCHEDULE = STRICT
      .accepting(Wrong.NOTHING, Wrong.NULL, Wrong.EMPTY_LIST)
      .refusing(400, "[null]", "[1]", "[[]]", "[{}]");

  private static final Column BLOCK_ID = STRICT
      .accepting(Wrong.NOTHING, Wrong.NULL, Wrong.EMPTY_TEXT)
      .refusing(409, "'<other.block>'");

  private static final Column OPTIONAL_NAME = NAME.accepting(Wrong.NOTHING, Wrong.NULL);

  private static final String PROGRAM = """
    {'name':'<new>','description':'<new>','start_date':'2031-01-06',
     'end_date':'2031-02-01T10:00:00Z','is_active':true,'selectedGoals':['<goal>'],
     'weeklySchedule':[{'id':'<new>','name':'<new>','startDate':'2031-01-06',
       'endDate':'2031-01-08T10:00:00','color':'#123456',
       'weeklySchedule':{'monday':['<template>'],'daily':[]}}]}
    """;

  static final List<Route> ROUTES = List.of(
      Route.get("/api/{rootId}/programs"),
      Route.get("/api/{rootId}/programs/{programId}"),
      facts(Route.post("/api/{rootId}/programs", PROGRAM))
          .member("/name", NAME)
          .member("/start_date", DATE.refusing(400, "'2031-03-01'"))
          .member("/end_date", DATE.refusing(400, "'2031-01-05'"))
          .member("/is_active", IGNORED)
          .member("/weeklySchedule/0/id", BLOCK_ID.accepting(Wrong.BLANK_TEXT)
              .accepting(Wrong.SHORT_TEXTS).refusing(Wrong.U0000)
              .refusing(409, "'<block>'", "'<deleted.block>'")),
      facts(Route.put("/api/{rootId}/programs/{programId}", PROGRAM))
          .member("/name", NAME.accepting(Wrong.NOTHING))
          .member("/start_date", TIME.refusing(400, "'2031-03-01'"))
          .member("/end_date", TIME.refusing(400, "'2031-01-05'"))
          .member("/is_active", FLAG)
          // the texts became blocks of the programs above
          .member("/weeklySchedule/0/id", BLOCK_ID.refusing(409, Wrong.BLANK_TEXT)
              .refusing(409, Wrong.SHORT_TEXTS.toArray(Wrong[]::new)).refusing(Wrong.U0000)
              .accepting("'<block>'", "'<deleted.block>'")),
      Route.delete("/api/{rootId}/programs/{programId}"),
      nowhere(Route.restore("/api/{rootId}/programs/{programId}/restore", "programId",
          "{'name':'<new>','parent':null}")),

      Route.of("POST", BLOCKS + "/goals", 200, Reads.JSON,
          "{'goal_id':'<goal>','deadline':'2031-05-06'}")
          .member("/goal_id", Column.id("goal"))
          .member("/deadline", STRICT.accepting(Wrong.NOTHING, Wrong.NULL, Wrong.EMPTY_TEXT)
              .refusing(400, "'2031-13-01'", "'2031-1-1'", "' 2031-01-01'", "'٢٠٣١-٠١-٠١'")
              .accepting("'2031-01-01T10:00:00Z'", "'2031-01-01 and more'")),
      nowhere(Route.restore(BLOCKS + "/restore", "blockId", "{'name':'<new>','parent':null}")),

      Route.post(BLOCKS + "/days", """
        {'name':'<new>','template_ids':['<template>'],'template_id':'<template>',
         'day_of_week':'Monday','cascade':true}
        """)
          .member("/name", OPTIONAL_NAME)
          .member("/template_ids", TEMPLATES)
          .member("/template_ids/0", Column.id("template"))
          .member("/template_id", templateIfAny())
          .member("/day_of_week", STRICT.accepting(Wrong.NOTHING, Wrong.NULL, Wrong.EMPTY_TEXT)
              .refusing(400, "'monday'", "'Montag'", "'Mon'"))
          .member("/cascade", TRUTH),
      Route.put(DAY, """
        {'name':'<new>','day_number':2,'template_ids':['<template>'],'template_id':'<template>',
         'day_of_week':'Monday','cascade':true}
        """)
          .member("/name", OPTIONAL_NAME)
          .member("/day_number", COUNT.accepting(Wrong.NEGATIVE))
          .member("/template_ids", TEMPLATES)
          .member("/template_ids/0", Column.id("template"))
          .member("/template_id", templateIfAny())
          .member("/day_of_week", IGNORED)
          .member("/cascade", TRUTH),
      Route.delete(DAY),
      Route.of("POST", DAY + "/copy", 200, Reads.JSON_OR_NOTHING, "{'target_mode':'all'}")
          .member("/target_mode", STRICT.accepting(Wrong.NOTHING, Wrong.NULL)),
      nowhere(Route.restore(DAY + "/restore", "dayId", "{'name':'<new>','parent':null}")));

  private ProgramRoutes() {}

  private static Route facts(Route route) {
    return route.member("/description", TEXT)
        .member("/selectedGoals", GOALS)
        .member("/selectedGoals/0", Column.id("goal"))
        .member("/weeklySchedule", SCHEDULE)
        .member("/weeklySchedule/0/name", OPTIONAL_NAME)
        .member("/weeklySchedule/0/startDate", BLOCK_DATE.refusing(400, "'2031-01-09'"))
        .member("/weeklySchedule/0/endDate", BLOCK_DATE.refusing(400, "'2031-01-05'"))
        .member("/weeklySchedule/0/color", TEXT)
        .member("/weeklySchedule/0/weeklySchedule",
            STRICT.accepting(Wrong.NOTHING, Wrong.NULL, Wrong.EMPTY_OBJECT, Wrong.OBJECT))
        .member("/weeklySchedule/0/weeklySchedule/monday", TEMPLATES)
        .member("/weeklySchedule/0/weeklySchedule/monday/0", Column.id("template"))
        .member("/weeklySchedule/0/weeklySchedule/daily", IGNORED);
  }

  /** Ids of things of this kind that live in the same fractal, or no list at all. */
  private static Column links(String kind) {
    return Column.ids(kind).accepting(Wrong.NOTHING, Wrong.NULL)
        .refusing(400, "['<other.%s>']".formatted(kind), "['<deleted.%s>']".formatted(kind));
  }

  private static Column templateIfAny() {
    return Column.id("template").accepting(Wrong.NOTHING, Wrong.NULL, Wrong.EMPTY_TEXT);
  }

  private static Route nowhere(Route route) {
    return route.member("/name", OPTIONAL_NAME)
        .member("/parent", STRICT.accepting(Wrong.NOTHING, Wrong.NULL)
            .refusing(400, "{'kind':'goal','id':'<goal>'}"));
  }
}
