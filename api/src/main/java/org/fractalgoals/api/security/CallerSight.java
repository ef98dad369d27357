package org.fractalgoals.api.security;

import java.util.List;

import org.fractalgoals.api.http.Sight;
import org.springframework.security.core.context.SecurityContextHolder;

/** What the key of the request that the current thread answers lets its holder see. */
final class CallerSight implements Sight {

  private static List<String> limits() {
    var proof = SecurityContextHolder.getContext().getAuthentication();
    return proof != null && proof.getPrincipal() instanceof Holder holder
        ? holder.fractals()
        : List.of();
  }

  @Override
  public boolean isUnlimited() {
    return limits().isEmpty();
  }

  @Override
  public boolean sees(String rootId) {
    var limits = limits();
    return limits.isEmpty() || limits.contains(rootId);
  }
}
