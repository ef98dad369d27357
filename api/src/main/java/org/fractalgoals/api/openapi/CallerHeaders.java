package org.fractalgoals.api.openapi;

import java.util.List;
import java.util.Map;

import org.fractalgoals.api.http.Caller;

/** The headers by which clients say who asks for a change. */
final class CallerHeaders {

  static final List<String> NAMES = List.of(Caller.ACTOR_HEADER, Caller.REQUEST_HEADER);

  private static final Schema TEXT = Schema.text().with("maxLength", Caller.LIMIT);

  private CallerHeaders() {}

  static Map<String, Object> json() {
    return Map.of(
        Caller.ACTOR_HEADER, Parameter.json(Caller.ACTOR_HEADER, "header",
            "Who acts; `local` if it is absent or blank. Kept with every event. UTF-8, without control characters.",
            TEXT, "anna"),
        Caller.REQUEST_HEADER, Parameter.json(Caller.REQUEST_HEADER, "header",
            "What the client calls this request. Kept with every event and sent back; it does not make a request safe to repeat. UTF-8, without control characters.",
            TEXT, "phone-4711"));
  }
}
