package org.fractalgoals.api.http;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;

/** Reads the body of a request. */
public final class RequestBody {

  /** How long a body may be, in bytes. */
  static final int LIMIT = 4 * 1024 * 1024;

  private RequestBody() {}

  /**
   * The whole body; empty if there is none.
   *
   * @throws HttpProblem 413 if it is too long, 400 if it breaks off
   */
  public static byte[] of(HttpServletRequest request) {
    if (request.getContentLengthLong() > LIMIT) {
      throw tooLong();
    }
    byte[] bytes;
    try {
      bytes = request.getInputStream().readNBytes(LIMIT + 1);
    } catch (IOException brokenOff) {
      throw HttpProblem.badRequest("The body could not be read to its end.");
    }
    if (bytes.length > LIMIT) {
      throw tooLong();
    }
    return bytes;
  }

  private static HttpProblem tooLong() {
    return new HttpProblem(HttpStatus.CONTENT_TOO_LARGE,
        "The body is longer than %d bytes, the most that is accepted.".formatted(LIMIT));
  }
}
