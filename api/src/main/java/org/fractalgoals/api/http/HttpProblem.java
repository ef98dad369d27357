package org.fractalgoals.api.http;

import java.util.Map;

import org.springframework.http.HttpStatus;

/** A request that cannot be answered as it was asked. Carries no stack trace: it is an answer, not a fault. */
public final class HttpProblem extends RuntimeException {

  private final HttpStatus status;
  private final transient Map<String, Object> facts;

  /**
   * @param sentence says to people what is wrong and what to do
   */
  public HttpProblem(HttpStatus status, String sentence) {
    this(status, sentence, Map.of());
  }

  /**
   * @param sentence says to people what is wrong and what to do
   * @param facts the same for programs; JSON values only
   */
  public HttpProblem(HttpStatus status, String sentence, Map<String, Object> facts) {
    super(sentence, null, false, false);
    this.status = status;
    this.facts = Map.copyOf(facts);
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

  /** Further members of the answer. */
  public Map<String, Object> facts() {
    return facts;
  }

  /** The sentence for people. */
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
