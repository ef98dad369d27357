package org.fractalgoals.api.idempotency;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import org.fractalgoals.api.http.HttpProblem;
import org.fractalgoals.api.http.Repetition;
import org.fractalgoals.eventstore.idempotency.RequestKey;

/**
 * A request with a key of its client.
 *
 * @param digest SHA-256 of what it carries, in hexadecimal digits
 */
record KeyedRequest(RequestKey key, String digest) {

  private static final Pattern KEY = Pattern
      .compile("[\\x21-\\x7E](?:[\\x20-\\x7E]{0,198}[\\x21-\\x7E])?");

  /**
   * @throws HttpProblem 400 if the key is none
   */
  static KeyedRequest of(HttpServletRequest request, String actor, byte[] body) {
    var key = request.getHeader(Repetition.KEY_HEADER);
    if (!KEY.matcher(key).matches()) {
      throw HttpProblem.badRequest(
          "The header %s must be 1 to 200 printable ASCII characters, such as a random UUID."
              .formatted(Repetition.KEY_HEADER));
    }
    return new KeyedRequest(
        new RequestKey(actor, request.getMethod() + " " + request.getRequestURI(), key),
        digest(Objects.requireNonNullElse(request.getQueryString(), ""), body));
  }

  private static String digest(String query, byte[] body) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(query.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      return HexFormat.of().formatHex(digest.digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
