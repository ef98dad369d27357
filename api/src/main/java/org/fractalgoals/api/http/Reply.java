package org.fractalgoals.api.http;

import java.util.Map;
import java.util.function.Supplier;

import org.fractalgoals.api.command.AppliedPosition;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.rule.RuleViolation;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** The answers to commands that were carried out: they say up to where the read model has come. */
public final class Reply {

  /** The point in the history of the store that the answer, and every later one, includes. */
  public static final String POSITION_HEADER = "Fractal-Position";

  /** Asks for an answer that includes such a point. */
  public static final String LEAST_POSITION_HEADER = "Fractal-Min-Position";

  /** The attribute of a request that says what was created for it: an {@link EntityRef}. */
  public static final String THING = Reply.class.getName();

  private static final String SAVED = Reply.class.getName() + ".saved";

  private Reply() {}

  /** Whether the request that is being answered has changed something, though not all may be well. */
  static boolean isSaved(RequestAttributes request) {
    return request.getAttribute(SAVED, RequestAttributes.SCOPE_REQUEST) != null;
  }

  public static <T> ResponseEntity<T> ok(AppliedPosition position, Supplier<T> body) {
    return of(HttpStatus.OK, position, body);
  }

  /**
   * @param isNew whether the thing was created, or was there before
   */
  public static <T> ResponseEntity<T> createdOrOk(boolean isNew, AppliedPosition position,
      EntityRef thing, Supplier<T> body) {
    note(THING, thing);
    return of(isNew ? HttpStatus.CREATED : HttpStatus.OK, position, body);
  }

  public static <T> ResponseEntity<T> created(AppliedPosition position, Supplier<T> body) {
    return of(HttpStatus.CREATED, position, body);
  }

  /**
   * @param thing what was created, and what the answer shows
   */
  public static <T> ResponseEntity<T> created(AppliedPosition position, EntityRef thing,
      Supplier<T> body) {
    return createdOrOk(true, position, thing, body);
  }

  /** Others may have deleted, since the command, what the answer is to show: no reason to deny that it is saved. */
  public static <T> ResponseEntity<T> of(HttpStatus status, AppliedPosition position,
      Supplier<T> body) {
    note(SAVED, true);
    try {
      return ResponseEntity.status(status).header(POSITION_HEADER, position.token())
          .body(body.get());
    } catch (RuleViolation gone) {
      throw new HttpProblem(HttpStatus.CONFLICT,
          "What was asked for is saved, but somebody else has deleted it since; it is in the trash.",
          Map.of("saved", true, "position", position.position()));
    }
  }

  /** Tells whoever sees to the answer later. */
  private static void note(String attribute, Object value) {
    var request = RequestContextHolder.getRequestAttributes();
    if (request != null) {
      request.setAttribute(attribute, value, RequestAttributes.SCOPE_REQUEST);
    }
  }
}
