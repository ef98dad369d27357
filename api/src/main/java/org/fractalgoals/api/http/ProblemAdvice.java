package org.fractalgoals.api.http;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.apache.tomcat.util.http.InvalidParameterException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.fractalgoals.api.readiness.Readiness;
import org.fractalgoals.api.readiness.Unavailable;
import org.fractalgoals.domain.rule.RuleViolation;
import org.fractalgoals.domain.rule.StaleDecision;
import org.fractalgoals.eventstore.fault.StoreFault;
import org.fractalgoals.eventstore.fault.StoreIsFull;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;

/** Turns whatever keeps a request from being answered into a {@link Problem}. */
@RestControllerAdvice
final class ProblemAdvice extends ResponseEntityExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

  private final Readiness readiness;

  ProblemAdvice(Readiness readiness) {
    this.readiness = readiness;
  }

  @ExceptionHandler
  ResponseEntity<Object> refused(RuleViolation violation) {
    var rule = violation.rule();
    return new Problem(RuleStatus.of(rule), rule.sentence()).answer();
  }

  @ExceptionHandler
  ResponseEntity<Object> refused(HttpProblem problem) {
    return new Problem(problem.status(), problem.sentence(), problem.facts()).answer();
  }

  @ExceptionHandler
  ResponseEntity<Object> notNow(Unavailable unavailable) {
    return new Problem(HttpStatus.SERVICE_UNAVAILABLE, unavailable.sentence(), unavailable.facts())
        .answer();
  }

  @ExceptionHandler
  ResponseEntity<Object> unknown(AggregateNotFoundException unknown) {
    return new Problem(HttpStatus.NOT_FOUND, "What is asked for does not exist in this fractal.")
        .answer();
  }

  @ExceptionHandler
  ResponseEntity<Object> unreadable(InvalidParameterException malformed) {
    return new Problem(HttpStatus.BAD_REQUEST,
        "The query of the address is malformed: it must be percent-encoded UTF-8.").answer();
  }

  @ExceptionHandler({ConcurrencyException.class, StaleDecision.class,
      AggregateStreamCreationException.class})
  ResponseEntity<Object> lostRace() {
    return new Problem(HttpStatus.CONFLICT,
        "Others changed the same thing at the same moment; nothing was saved, please try again.")
        .answer();
  }

  @ExceptionHandler
  ResponseEntity<Object> storeIsFull(StoreIsFull full) {
    LOG.error("the event store has no room: {}", full.getMessage());
    return new Problem(HttpStatus.INSUFFICIENT_STORAGE, "The disk of the server is full: "
        + "nothing was saved. Once there is room again, the same request will do.").answer();
  }

  @ExceptionHandler
  ResponseEntity<Object> storeFails(StoreFault fault) {
    LOG.error("the event store failed", fault);
    return new Problem(HttpStatus.SERVICE_UNAVAILABLE,
        "The event store cannot be used at the moment, nothing was saved; the log of the server says why.")
        .answer();
  }

  @ExceptionHandler
  @Nullable
  ResponseEntity<Object> queryFails(DataAccessException fault, WebRequest request) {
    var damage = readiness.damage(fault, Reply.isSaved(request));
    return damage.isPresent() ? notNow(damage.get()) : unexpected(fault);
  }

  @ExceptionHandler
  @Nullable
  ResponseEntity<Object> unexpected(Exception fault) {
    if (DisconnectedClientHelper.isClientDisconnectedException(fault)) {
      return null;
    }
    LOG.error("a request failed", fault);
    return new Problem(HttpStatus.INTERNAL_SERVER_ERROR,
        "Something went wrong inside the server; its log says what.").answer();
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleExceptionInternal(Exception reason,
      @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    if (status.is5xxServerError()) {
      return unexpected(reason);
    }
    return new Problem(status, sentence(reason, status), Map.of()).answer(headers);
  }

  private static String sentence(Exception reason, HttpStatusCode status) {
    return switch (reason) {
      case NoHandlerFoundException unknown -> "There is nothing at %s."
          .formatted(unknown.getRequestURL());
      case HttpRequestMethodNotSupportedException method -> "%s is not possible here, only %s."
          .formatted(method.getMethod(), String.join(", ", supported(method)));
      default -> "The request is not one that is understood here (%d).".formatted(status.value());
    };
  }

  private static List<String> supported(HttpRequestMethodNotSupportedException method) {
    var methods = method.getSupportedMethods();
    return methods == null ? List.of() : Arrays.stream(methods).sorted().toList();
  }
}
