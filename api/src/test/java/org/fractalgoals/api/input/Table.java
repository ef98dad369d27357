package org.fractalgoals.api.input;

import java.util.List;
import java.util.stream.Stream;

/** The table: every route, every member, and what may be wrong with it. */
final class Table {

  static final List<Route> ROUTES = Stream
      .of(GoalRoutes.ROUTES, PlaceRoutes.ROUTES, SessionRoutes.ROUTES, InstanceRoutes.ROUTES,
          ActivityRoutes.ROUTES, TemplateRoutes.ROUTES, ProgramRoutes.ROUTES, NoteRoutes.ROUTES,
          OtherRoutes.ROUTES)
      .flatMap(List::stream).toList();

  private Table() {}
}
