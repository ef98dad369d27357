package org.fractalgoals.api.http;

import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is answered instead of what was asked for: problem details of RFC 9457, with the sentence once more in the
 * member {@code error}, where existing clients look for it.
 *
 * @param status 4xx or 5xx
 * @param sentence says to people what is wrong
 * @param facts further members
 */
record Problem(HttpStatusCode status, String sentence, Map<String, Object> facts) {

  private static final JsonMapper JSON = new JsonMapper();

  Problem(HttpStatusCode status, String sentence) {
    this(status, sentence, Map.of());
  }

  Map<String, Object> members() {
    var members = new LinkedHashMap<String, Object>();
    var known = HttpStatus.resolve(status.value());
    members.put("type", "about:blank");
    members.put("title", known == null ? "Status " + status.value() : known.getReasonPhrase());
    members.put("status", status.value());
    members.put("detail", sentence);
    members.put("error", sentence);
    members.putAll(facts);
    return members;
  }

  /** As JSON text, for where Spring's converters are not at hand. */
  String json() {
    return JSON.writeValueAsString(members());
  }

  ResponseEntity<Object> answer() {
    return answer(HttpHeaders.EMPTY);
  }

  ResponseEntity<Object> answer(HttpHeaders headers) {
    return ResponseEntity.status(status).headers(headers)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON).body(members());
  }
}
