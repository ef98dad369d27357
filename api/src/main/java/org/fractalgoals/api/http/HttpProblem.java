package org.fractalgoals.api.http;

import org.springframework.http.HttpStatus;

/** A request that cannot be answered as it was asked. Carries no stack trace: it is an answer, not a fault. */
public final class HttpProblem extends RuntimeException {

  private final HttpStatus status;

  /**
   * @param sentence says to people what is wrong and what to do
   */
  public HttpProblem(HttpStatus status, String sentence) {
    super(sentence, null, false, false);
    this.status = status;
  }

  public static HttpProblem badRequest(String sentence) {
    return new HttpProblem(HttpStatus.BAD_REQUEST, sentence);
  }

  public static HttpProblem notFound(String sentence) {
    return new HttpProblem(HttpStatus.NOT_FOUND, sentence);
  }

  public HttpStatus status() {
    return status;
  }

  /** The sentence for people. */
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
