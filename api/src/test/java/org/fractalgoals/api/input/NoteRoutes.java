package org.fractalgoals.api.input;

import static org.fractalgoals.api.input.Column.COUNT;
import static org.fractalgoals.api.input.Column.IGNORED;
import static org.fractalgoals.api.input.Column.STRICT;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Notes. */
final class NoteRoutes {

  private static final Column CONTENT = STRICT.accepting(Wrong.SHORT_TEXTS)
      .accepting(Wrong.LONG_NAME);

  private static final Column NEW_ID = STRICT
      .accepting(Wrong.NOTHING, Wrong.NULL, Wrong.EMPTY_TEXT, Wrong.BLANK_TEXT)
      .accepting(Wrong.SHORT_TEXTS).refusing(Wrong.U0000)
      .refusing(409, "'<note>'", "'<deleted.note>'", "'<other.note>'")
      .accepting("'<goal>'");

  static final List<Route> ROUTES = List.of(
      Route.get("/api/{rootId}/notes")
          .parameter("context", contexts())
          .parameter("limit", OtherRoutes.LIMIT)
          .parameter("after", OtherRoutes.CURSOR),
      Route.post("/api/{rootId}/notes", """
        {'id':'<new>','context':{'kind':'instance','id':'<instance>'},'set_index':0,
         'content':'<new>'}
        """)
          .member("/id", NEW_ID)
          .member("/context", STRICT)
          .member("/context/kind", STRICT.refusing(400, "'goal'", "'session'", "'group'",
              "'Instance'", "'note'"))
          .member("/context/id", Column.id("instance").refusing(400, "'<session>'"))
          .member("/set_index", COUNT)
          .member("/content", CONTENT),
      Route.get("/api/{rootId}/notes/{noteId}"),
      Route.put("/api/{rootId}/notes/{noteId}", "{'content':'<new>','set_index':1}")
          .member("/content", CONTENT)
          .member("/set_index", IGNORED),
      Route.delete("/api/{rootId}/notes/{noteId}"),
      Route.restore("/api/{rootId}/notes/{noteId}/restore", "noteId",
          "{'name':null,'parent':null}")
          .member("/name", STRICT.accepting(Wrong.NOTHING, Wrong.NULL))
          .member("/parent", STRICT.accepting(Wrong.NOTHING, Wrong.NULL)
              .refusing(400, "{'kind':'session','id':'<elsewhere>'}")
              .accepting("{'kind':'session','id':'<session>'}")));

  private NoteRoutes() {}

  private static Map<String, Integer> contexts() {
    var answers = new HashMap<String, Integer>();
    List.of("", "abc", "goal", "goal/", "/x", "group/<group>", "Goal/<goal>", "goal/%00",
        "goal/" + "x".repeat(501)).forEach(wrong -> answers.put(wrong, 400));
    List.of("goal/unknown", "goal/<session>", "goal/<deleted.goal>", "goal/<other.goal>",
        "session/<goal>", "goal/a/b").forEach(unknown -> answers.put(unknown, 404));
    return answers;
  }
}
