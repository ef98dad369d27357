package org.fractalgoals.api.asof;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.fractalgoals.api.Application;
import org.fractalgoals.api.http.HttpProblem;
import org.fractalgoals.api.http.Moments;
import org.fractalgoals.api.http.Sight;
import org.fractalgoals.api.http.Timeless;
import org.fractalgoals.domain.entity.Entity;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.entity.Lineages;
import org.fractalgoals.domain.event.EventHistory;
import org.fractalgoals.domain.event.Past;
import org.fractalgoals.projections.asof.TimeTravel;
import org.fractalgoals.projections.asof.TooMuchPast;
import org.fractalgoals.projections.serving.Serving.Pin;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/** Lets all queries of a request that asks as of then see what was then. */
@Component
class PastReads implements HandlerInterceptor {

  private static final String PIN = PastReads.class.getName();

  private final AsOf asOf;
  private final EventHistory history;
  private final Lineages entities;
  private final TimeTravel timeTravel;

  PastReads(Application application, Moments moments, Sight sight) {
    this.asOf = new AsOf(moments, application.store());
    this.history = application.store().history();
    this.entities = sight.over(application.store().entities());
    this.timeTravel = application.timeTravel();
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response,
      Object handler) {
    if (handler instanceof HandlerMethod method
        && !method.getBeanType().isAnnotationPresent(Timeless.class)) {
      asOf.in(request).ifPresent(until -> {
        var named = namedBy(request);
        var found = named.stream().map(entities::find).flatMap(Optional::stream).findFirst();
        // what was never known is no more known then than it is now
        if (named.isEmpty() || found.isPresent()) {
          var rootId = found.map(Entity::rootId).orElse(null);
          request.setAttribute(PIN, visit(history.upTo(rootId, until)));
        }
      });
    }
    return true;
  }

  /** By what a path names its fractal: the first that there is. Empty if it is about all fractals. */
  private static List<EntityRef> namedBy(HttpServletRequest request) {
    var variables = (Map<?, ?>) request
        .getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
    if (variables.get("rootId") instanceof String rootId) {
      return List.of(EntityRef.goal(rootId));
    }
    return variables.get("goalId") instanceof String id
        ? List.of(EntityRef.goal(id), EntityRef.session(id))
        : List.of();
  }

  private Pin visit(Past past) {
    try {
      return timeTravel.visit(past);
    } catch (TooMuchPast tooMuch) {
      throw tooLong(tooMuch.events());
    }
  }

  private static HttpProblem tooLong(long events) {
    return HttpProblem.badRequest(
        "There are %d events up to then, and at most %d can be told again for one answer; ask for one fractal, or an earlier time."
            .formatted(events, TimeTravel.MOST_EVENTS));
  }

  @Override
  public void afterCompletion(HttpServletRequest request, HttpServletResponse response,
      Object handler, @Nullable Exception fault) {
    if (request.getAttribute(PIN) instanceof Pin pin) {
      pin.close();
    }
  }
}
