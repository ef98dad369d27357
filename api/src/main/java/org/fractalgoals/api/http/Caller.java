package org.fractalgoals.api.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletRequest;
import org.fractalgoals.domain.event.Origin;
import org.fractalgoals.domain.event.Source;
import org.jspecify.annotations.Nullable;

/**
 * Who asks.
 *
 * @param actor who acts
 * @param requestId what the client calls its request; null if it does not say
 */
public record Caller(String actor, @Nullable String requestId) {

  /** Names who acts. */
  public static final String ACTOR_HEADER = "X-Actor";

  /** Names the request, in words of the client. */
  public static final String REQUEST_HEADER = "X-Request-Id";

  /** How long the text of either header may be, in UTF-16 code units. */
  public static final int LIMIT = 200;

  /** Who acts, as long as nobody has to say who they are. */
  private static final String NOBODY = "local";

  /**
   * @throws HttpProblem 400 if one of the headers is not a short text
   */
  static Caller of(HttpServletRequest request) {
    var actor = text(request, ACTOR_HEADER);
    return new Caller(actor == null ? NOBODY : actor, text(request, REQUEST_HEADER));
  }

  /** What the header says; null if it is not there or blank. */
  private static @Nullable String text(HttpServletRequest request, String header) {
    var sent = request.getHeader(header);
    if (sent == null || sent.isBlank()) {
      return null;
    }
    var text = decoded(sent);
    if (text.length() > LIMIT) {
      throw HttpProblem.badRequest("The header %s has %d characters; %d are allowed.".formatted(
          header, text.length(), LIMIT));
    }
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw HttpProblem.badRequest(
          "The header %s must not contain control characters.".formatted(header));
    }
    return text;
  }

  /** Bytes of headers come as ISO 8859-1, which says nothing of what the client meant: most mean UTF-8. */
  private static String decoded(String sent) {
    try {
      return StandardCharsets.UTF_8.newDecoder()
          .decode(ByteBuffer.wrap(sent.getBytes(StandardCharsets.ISO_8859_1))).toString();
    } catch (CharacterCodingException notUtf8) {
      return sent;
    }
  }

  /** What the events of an action of this caller say of its origin. */
  public Origin origin(String actionId) {
    var origin = new Origin(actor, Source.API, actionId);
    return requestId == null ? origin : origin.noting(Origin.REQUEST_ID, requestId);
  }
}
