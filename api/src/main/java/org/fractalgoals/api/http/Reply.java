package org.fractalgoals.api.http;

import java.util.Map;
import java.util.function.Supplier;

import org.fractalgoals.api.command.AppliedPosition;
import org.fractalgoals.domain.rule.RuleViolation;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** The answers to commands that were carried out: they say up to where the read model has come. */
public final class Reply {

  /** The point in the history of the store that the answer, and every later one, includes. */
  public static final String POSITION_HEADER = "Fractal-Position";

  private Reply() {}

  public static <T> ResponseEntity<T> ok(AppliedPosition position, Supplier<T> body) {
    return of(HttpStatus.OK, position, body);
  }

  /**
   * @param isNew whether something was created, or was there before
   */
  public static <T> ResponseEntity<T> createdOrOk(boolean isNew, AppliedPosition position,
      Supplier<T> body) {
    return of(isNew ? HttpStatus.CREATED : HttpStatus.OK, position, body);
  }

  public static <T> ResponseEntity<T> created(AppliedPosition position, Supplier<T> body) {
    return of(HttpStatus.CREATED, position, body);
  }

  /** Others may have deleted, since the command, what the answer is to show: no reason to deny that it is saved. */
  public static <T> ResponseEntity<T> of(HttpStatus status, AppliedPosition position,
      Supplier<T> body) {
    try {
      return ResponseEntity.status(status).header(POSITION_HEADER, position.token())
          .body(body.get());
    } catch (RuleViolation gone) {
      throw new HttpProblem(HttpStatus.CONFLICT,
          "What was asked for is saved, but somebody else has deleted it since; it is in the trash.",
          Map.of("saved", true, "position", position.position()));
    }
  }
}
