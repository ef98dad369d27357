package org.fractalgoals.api.http;

/** The answer to a deletion, in the words of the existing API. */
public record Success(String status, String message) {

  public static Success of(String message) {
    return new Success("success", message);
  }
}
