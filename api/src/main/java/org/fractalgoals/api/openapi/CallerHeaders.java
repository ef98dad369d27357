package org.fractalgoals.api.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.fractalgoals.api.http.Caller;

/** The headers by which clients say who asks for a change. */
final class CallerHeaders {

  static final List<String> NAMES = List.of(Caller.ACTOR_HEADER, Caller.REQUEST_HEADER);

  private CallerHeaders() {}

  static Map<String, Object> json() {
    return Map.of(
        Caller.ACTOR_HEADER, header(Caller.ACTOR_HEADER,
            "Who acts; `local` if it is absent or blank. Kept with every event. UTF-8, without control characters.",
            "anna"),
        Caller.REQUEST_HEADER, header(Caller.REQUEST_HEADER,
            "What the client calls this request. Kept with every event and sent back; it does not make a request safe to repeat. UTF-8, without control characters.",
            "phone-4711"));
  }

  private static Map<String, Object> header(String name, String says, String example) {
    var json = new LinkedHashMap<String, Object>();
    json.put("name", name);
    json.put("in", "header");
    json.put("description", says);
    json.put("schema", Schema.text().with("maxLength", Caller.LIMIT).json());
    json.put("example", example);
    return json;
  }
}
