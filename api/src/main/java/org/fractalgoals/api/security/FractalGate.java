package org.fractalgoals.api.security;

import java.util.Map;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.fractalgoals.api.http.HttpProblem;
import org.fractalgoals.api.http.PathIds;
import org.fractalgoals.api.http.Sight;
import org.springframework.http.HttpStatus;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Lets whoever may see some fractals only come to those. Whether another one exists, they are not told. Routes that name no
 * fractal are closed to them unless they stand here: those look through {@link Sight} themselves.
 */
final class FractalGate implements HandlerInterceptor {

  private static final Set<String> SIGHTED = Set.of("GET /api/fractals", "GET /api/goals",
      "POST /api/goals", "GET /api/practice-sessions", "POST /api/goals/practice-session",
      "GET /api/trash", "GET /health", "GET /openapi.json");

  private static final String ONE_GOAL = "/api/goals/{goalId";

  private final Sight sight;

  FractalGate(Sight sight) {
    this.sight = sight;
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response,
      Object handler) {
    if (!(handler instanceof HandlerMethod) || sight.isUnlimited()) {
      return true;
    }
    if (variables(request).get("rootId") instanceof String rootId) {
      if (!sight.sees(rootId)) {
        throw PathIds.noFractal(rootId);
      }
      return true;
    }
    var pattern = String
        .valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
    var method = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
    if (!pattern.startsWith(ONE_GOAL) && !SIGHTED.contains(method + " " + pattern)) {
      throw new HttpProblem(HttpStatus.FORBIDDEN,
          "This key is for certain fractals only: it does not open this.");
    }
    return true;
  }

  private static Map<?, ?> variables(HttpServletRequest request) {
    return (Map<?, ?>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
  }
}
