package org.fractalgoals.api.http;

import org.fractalgoals.api.command.AppliedPosition;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** The answers to commands that were carried out: they say up to where the read model has come. */
public final class Reply {

  /** The point in the history of the store that the answer, and every later one, includes. */
  public static final String POSITION_HEADER = "Fractal-Position";

  private Reply() {}

  public static <T> ResponseEntity<T> ok(AppliedPosition position, T body) {
    return of(HttpStatus.OK, position, body);
  }

  public static <T> ResponseEntity<T> created(AppliedPosition position, T body) {
    return of(HttpStatus.CREATED, position, body);
  }

  private static <T> ResponseEntity<T> of(HttpStatus status, AppliedPosition position, T body) {
    return ResponseEntity.status(status).header(POSITION_HEADER, position.token()).body(body);
  }
}
