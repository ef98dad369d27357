package org.fractalgoals.api.conditional;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import org.fractalgoals.domain.entity.Entity;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.entity.Lineages;
import org.springframework.web.servlet.HandlerMapping;

/** Finds out what the path of a request names: the innermost thing, or else the fractal. */
final class NamedThings {

  /** A variable of paths, and what an id in its place may be. */
  private record Variable(String name, List<Function<String, EntityRef>> kinds) {}

  /** The inner ones come first. */
  private static final List<Variable> VARIABLES = List.of(
      new Variable("dayId", List.of(EntityRef::day)),
      new Variable("blockId", List.of(EntityRef::block)),
      new Variable("programId", List.of(EntityRef::program)),
      new Variable("noteId", List.of(EntityRef::note)),
      new Variable("instanceId", List.of(EntityRef::instance)),
      new Variable("sessionId", List.of(EntityRef::session)),
      new Variable("activityId", List.of(EntityRef::activity)),
      new Variable("groupId", List.of(EntityRef::group)),
      new Variable("templateId", List.of(EntityRef::template)),
      new Variable("goalId", List.of(EntityRef::goal, EntityRef::session)),
      new Variable("rootId", List.of(EntityRef::goal)));

  private final Lineages entities;

  NamedThings(Lineages entities) {
    this.entities = entities;
  }

  /** Empty if the path names nothing, or nothing that was ever known in the fractal it names. */
  Optional<Entity> in(HttpServletRequest request) {
    var rootId = variables(request).get("rootId");
    return candidates(request).map(entities::find).flatMap(Optional::stream)
        .filter(thing -> rootId == null || rootId.equals(thing.rootId())).findFirst();
  }

  /** Whether the path names a thing of one fractal, known or not. */
  static boolean isNamed(HttpServletRequest request) {
    return candidates(request).findAny().isPresent();
  }

  private static Stream<EntityRef> candidates(HttpServletRequest request) {
    var values = variables(request);
    return VARIABLES.stream().filter(variable -> values.containsKey(variable.name())).limit(1)
        .flatMap(variable -> variable.kinds().stream()
            .map(kind -> kind.apply(String.valueOf(values.get(variable.name())))));
  }

  private static Map<?, ?> variables(HttpServletRequest request) {
    return request.getAttribute(
        HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> values
            ? values
            : Map.of();
  }
}
