package org.fractalgoals.api.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** Reads the body of a request as text. */
final class RequestText {

  private RequestText() {}

  /**
   * The whole body; empty if there is none.
   *
   * @throws HttpProblem 413 if it is too long, 415 if it says to be something else than JSON, 400 if it is not UTF-8
   *     or breaks off
   */
  static String of(HttpServletRequest request) {
    return of(RequestBody.of(request), request.getContentType());
  }

  /**
   * The text of a body that was read to its end.
   *
   * @throws HttpProblem 415 if it says to be something else than JSON, 400 if it is not UTF-8
   */
  static String of(byte[] bytes, @Nullable String contentType) {
    if (bytes.length > 0 && !maybeJson(contentType)) {
      throw new HttpProblem(HttpStatus.UNSUPPORTED_MEDIA_TYPE,
          "The body must be JSON, sent as application/json.");
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notUtf8) {
      throw HttpProblem.badRequest("The body is not valid UTF-8.");
    }
  }

  private static boolean maybeJson(@Nullable String contentType) {
    if (contentType == null || contentType.isBlank()) {
      return true;
    }
    try {
      var type = MediaType.parseMediaType(contentType);
      return type.getSubtype().equals("json") || type.getSubtype().endsWith("+json");
    } catch (InvalidMediaTypeException unreadable) {
      return false;
    }
  }
}
