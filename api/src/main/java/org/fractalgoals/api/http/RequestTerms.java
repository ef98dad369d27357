package org.fractalgoals.api.http;

import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import org.fractalgoals.api.command.Terms;

/** Reads from a request on what terms its command is to be carried out. */
@FunctionalInterface
public interface RequestTerms {

  /** Empty if the request makes none. */
  Optional<Terms> of(HttpServletRequest request);
}
