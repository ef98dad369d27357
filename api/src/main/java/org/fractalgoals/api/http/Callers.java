package org.fractalgoals.api.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds out who asks, before anything is done for them, and gives the client its name of the request back, with
 * refusals too. Comes after {@link Cors}, so that web pages can read what it refuses.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
public class Callers extends OncePerRequestFilter {

  private static final String CALLER = Caller.class.getName();

  /** It does not matter who reads. */
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  /** Who made the request that the current thread answers. */
  public static Caller current() {
    var said = said();
    var proof = SecurityContextHolder.getContext().getAuthentication();
    return proof != null && proof.getPrincipal() instanceof Actor proved
        ? new Caller(proved.actor(), said.requestId())
        : said;
  }

  /** Who they say they are. */
  private static Caller said() {
    return (Caller) Objects.requireNonNull(RequestContextHolder.currentRequestAttributes()
        .getAttribute(CALLER, RequestAttributes.SCOPE_REQUEST));
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response,
      FilterChain chain) throws ServletException, IOException {
    try {
      var caller = Caller.of(request);
      request.setAttribute(CALLER, caller);
      if (caller.requestId() != null) {
        response.setHeader(Caller.REQUEST_HEADER, request.getHeader(Caller.REQUEST_HEADER));
      }
    } catch (HttpProblem problem) {
      if (!READING.contains(request.getMethod())) {
        refuse(response, problem);
        return;
      }
    }
    chain.doFilter(request, response);
  }

  private static void refuse(HttpServletResponse response, HttpProblem problem)
      throws IOException {
    var body = new Problem(problem.status(), problem.sentence()).json();
    response.setStatus(problem.status().value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
  }
}
