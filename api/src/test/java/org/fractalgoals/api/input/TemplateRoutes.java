package org.fractalgoals.api.input;

import static org.fractalgoals.api.input.Column.NAME;
import static org.fractalgoals.api.input.Column.STRICT;
import static org.fractalgoals.api.input.Column.TEXT;

import java.util.List;

/** Templates of sessions. */
final class TemplateRoutes {

  /** An object, or a text that is one. */
  private static final Column DATA = STRICT.accepting(Wrong.OBJECT)
      .accepting("'{\\'a\\':1}'", "{'sections':[null,1]}")
      .refusing(400, "'{'", "'[]'", "'{} {}'", "'{\\'a\\':1,\\'a\\':2}'",
          "'{\\'a\\':\\'\\\\ud800\\'}'", "{'a':NaN}", "{'a':1,'a':2}", "{'a':'\\ud800'}");

  private static final String TEMPLATE = """
    {'name':'<new>','description':'<new>','template_data':{'sections':[{'name':'Prep',
     'activities':[{'activity_id':'<activity>'}]}],'total_duration_minutes':10}}
    """;

  static final List<Route> ROUTES = List.of(
      Route.get("/api/{rootId}/session-templates"),
      Route.get("/api/{rootId}/session-templates/{templateId}"),
      Route.post("/api/{rootId}/session-templates", TEMPLATE)
          .member("/name", NAME.refusing(409, "'Template'"))
          .member("/description", TEXT)
          .member("/template_data", DATA.refusing(400, "'{}'")),
      Route.put("/api/{rootId}/session-templates/{templateId}", TEMPLATE)
          .member("/name", NAME.accepting(Wrong.NOTHING).accepting("'Template'"))
          .member("/description", TEXT)
          .member("/template_data", DATA.accepting(Wrong.NOTHING, Wrong.EMPTY_OBJECT)
              .accepting("'{}'")),
      Route.delete("/api/{rootId}/session-templates/{templateId}"));

  private TemplateRoutes() {}
}
