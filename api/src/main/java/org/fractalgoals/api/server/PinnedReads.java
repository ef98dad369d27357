package org.fractalgoals.api.server;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.fractalgoals.api.Application;
import org.fractalgoals.projections.ReadModel;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets all queries of a request that only reads see the same generation of the read model. One that changes something
 * must see what it has changed, in whatever generation has that.
 */
@Component
class PinnedReads extends OncePerRequestFilter {

  private final ReadModel readModel;

  PinnedReads(Application application) {
    this.readModel = application.readModel();
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getMethod().equals("GET") && !request.getMethod().equals("HEAD");
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response,
      FilterChain chain) throws ServletException, IOException {
    var pin = readModel.pin();
    try {
      chain.doFilter(request, response);
    } finally {
      pin.close();
    }
  }
}
