package org.fractalgoals.api.openapi;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/** Brings routes and chapters together. Each must have the other, or nothing comes of it. */
final class Paths {

  /** A method of a controller. */
  private record Handler(Class<?> controller, String method) {}

  /** What is said of it. */
  private record Description(Topic topic, Operation operation) {}

  private final Map<Handler, Description> descriptions = new HashMap<>();
  private final Set<Handler> found = new HashSet<>();

  private Paths(List<Chapter> chapters) {
    var ids = new HashSet<String>();
    for (var chapter : chapters) {
      for (var operation : chapter.operations()) {
        if (!ids.add(operation.id())) {
          throw new IllegalStateException("two operations are called " + operation.id());
        }
        descriptions.put(new Handler(chapter.controller(), operation.handler()),
            new Description(chapter.topic(), operation));
      }
    }
  }

  /**
   * The paths of the document, in alphabetical order.
   *
   * @throws IllegalStateException if a route is not described, or a description belongs to no route
   */
  static Map<String, Object> json(List<Route> routes, List<Chapter> chapters) {
    return new Paths(chapters).json(routes);
  }

  private Map<String, Object> json(List<Route> routes) {
    var paths = new TreeMap<String, Map<String, Object>>();
    for (var route : routes) {
      var description = description(new Handler(route.controller(), route.handler()));
      paths.computeIfAbsent(route.path(), path -> new LinkedHashMap<>()).put(route.verb(),
          OperationJson.of(description.topic().title(), description.operation(), route));
    }
    descriptions.keySet().removeAll(found);
    if (!descriptions.isEmpty()) {
      throw new IllegalStateException("no route leads to " + descriptions.keySet());
    }
    return new LinkedHashMap<>(paths);
  }

  private Description description(Handler handler) {
    @Nullable Description description = descriptions.get(handler);
    if (description == null) {
      throw new IllegalStateException(
          "the document says nothing of %s, method %s".formatted(handler.controller().getName(),
              handler.method()));
    }
    found.add(handler);
    return description;
  }
}
