package org.fractalgoals.api.openapi;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.fractalgoals.api.http.Timeless;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * A path and a method that a controller answers.
 *
 * @param controller the class of the controller
 * @param handler the name of its method
 * @param verb the HTTP method, in lower case
 * @param path with its variables in braces, such as {@code /api/{rootId}/goals}
 */
record Route(Class<?> controller, String handler, String verb, String path) {

  private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)(:[^{}]*)?}");

  /** All routes of our controllers, by path. */
  static List<Route> all(RequestMappingHandlerMapping mapping) {
    var routes = new ArrayList<Route>();
    mapping.getHandlerMethods().forEach((info, handler) -> routes.addAll(of(info, handler)));
    routes.sort(Comparator.comparing(Route::path).thenComparing(Route::verb));
    return routes;
  }

  private static List<Route> of(RequestMappingInfo info, HandlerMethod handler) {
    var routes = new ArrayList<Route>();
    for (var path : info.getPatternValues()) {
      for (var method : info.getMethodsCondition().getMethods()) {
        routes.add(new Route(handler.getBeanType(), handler.getMethod().getName(),
            method.name().toLowerCase(Locale.ROOT), VARIABLE.matcher(path).replaceAll("{$1}")));
      }
    }
    return routes;
  }

  /** The names of the variables in the path, in their order. */
  List<String> variables() {
    return VARIABLE.matcher(path).results().map(found -> found.group(1)).toList();
  }

  /** Whether it asks for a change. */
  boolean isCommand() {
    return !verb.equals("get");
  }

  /** Whether it can be asked as of then. */
  boolean isOfAMoment() {
    return isInApi() && !isCommand() && !controller.isAnnotationPresent(Timeless.class);
  }

  /** Whether it needs the admin token. What it changes is no part of the history. */
  boolean isAdmin() {
    return path.startsWith("/api/admin/");
  }

  /** Whether it is part of the API proper, which web pages of other origins may ask. */
  boolean isInApi() {
    return path.startsWith("/api/");
  }
}
