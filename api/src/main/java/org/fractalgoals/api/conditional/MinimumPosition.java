package org.fractalgoals.api.conditional;

import java.io.IOException;
import java.util.regex.Pattern;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.fractalgoals.api.Application;
import org.fractalgoals.api.http.HttpProblem;
import org.fractalgoals.api.http.Reply;
import org.fractalgoals.api.readiness.CaughtUp;
import org.fractalgoals.api.readiness.Unavailable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Lets a query wait until the read model has come to a position that the client knows from elsewhere. A filter, because it
 * comes before a generation of the read model is chosen.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 1)
final class MinimumPosition extends OncePerRequestFilter {

  private static final Pattern TOKEN = Pattern.compile("([^:]+):([0-9]{1,18})");

  private final Application application;
  private final CaughtUp caughtUp;
  private final HandlerExceptionResolver problems;

  MinimumPosition(Application application, CaughtUp caughtUp,
      @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
    this.application = application;
    this.caughtUp = caughtUp;
    this.problems = problems;
  }

  /** The position in a token of this program. */
  static long numberOf(String token) {
    return Long.parseLong(token.substring(token.indexOf(':') + 1));
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return request.getHeader(Reply.LEAST_POSITION_HEADER) == null
        || (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD"));
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response,
      FilterChain chain) throws ServletException, IOException {
    try {
      caughtUp.to(position(request.getHeader(Reply.LEAST_POSITION_HEADER)));
    } catch (HttpProblem | Unavailable refusal) {
      problems.resolveException(request, response, null, refusal);
      return;
    }
    chain.doFilter(request, response);
  }

  private long position(String token) {
    var read = TOKEN.matcher(token.strip());
    if (!read.matches()) {
      throw HttpProblem.badRequest(
          "The header %s must be what the header Fractal-Position of an answer was, such as 0197c1a2:17."
              .formatted(Reply.LEAST_POSITION_HEADER));
    }
    if (!read.group(1).equals(application.store().storeId())) {
      throw new HttpProblem(HttpStatus.PRECONDITION_FAILED,
          "The header %s names a position of another event store."
              .formatted(Reply.LEAST_POSITION_HEADER));
    }
    var position = Long.parseLong(read.group(2));
    var head = application.store().head().position();
    if (position > head) {
      throw new HttpProblem(HttpStatus.PRECONDITION_FAILED,
          "The header %s asks for event %d, but there are %d: a backup may have been restored since."
              .formatted(Reply.LEAST_POSITION_HEADER, position, head));
    }
    return position;
  }
}
