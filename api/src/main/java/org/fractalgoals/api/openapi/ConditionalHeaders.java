package org.fractalgoals.api.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.fractalgoals.api.http.Repetition;
import org.fractalgoals.api.http.Reply;

/** The headers by which requests depend on what a client has seen or sent before, and those that answers carry for them. */
final class ConditionalHeaders {

  private static final String TAG = "ETag";
  private static final String IF_MATCH = "If-Match";
  private static final String IF_NONE_MATCH = "If-None-Match";
  private static final String KEY = Repetition.KEY_HEADER;
  private static final String LEAST = Reply.LEAST_POSITION_HEADER;

  private ConditionalHeaders() {}

  /** What refers to the parameters that a route takes. */
  static List<Map<String, Object>> parameters(Route route) {
    var names = new ArrayList<String>();
    if (route.isOfAMoment()) {
      names.addAll(List.of(IF_NONE_MATCH, LEAST));
    }
    if (isConditional(route)) {
      names.add(IF_MATCH);
    }
    if (isRepeatable(route)) {
      names.add(KEY);
    }
    return names.stream()
        .map(name -> Map.<String, Object>of("$ref", "#/components/parameters/" + name)).toList();
  }

  /** Whether a change can be made to depend on a version of what it changes. */
  static boolean isConditional(Route route) {
    return route.isCommand() && !route.isAdmin() && !route.variables().isEmpty();
  }

  static boolean isRepeatable(Route route) {
    return route.verb().equals("post") && route.isInApi();
  }

  /** What refers to the headers of an answer. */
  static Map<String, Object> ofAnswer(Route route) {
    var headers = new LinkedHashMap<String, Object>();
    if (route.isCommand() && !route.isAdmin()) {
      headers.put(Reply.POSITION_HEADER, header(Reply.POSITION_HEADER));
    }
    if (route.isOfAMoment() || (route.isCommand() && !route.isAdmin())) {
      headers.put(TAG, header(TAG));
    }
    return headers;
  }

  private static Map<String, Object> header(String name) {
    return Map.of("$ref", "#/components/headers/" + name);
  }

  /** The headers of answers, by name. */
  static Map<String, Object> headers() {
    var position = new LinkedHashMap<String, Object>();
    position.put("description",
        "The point in the history of the store that this answer, and every later one, includes.");
    position.put("required", true);
    position.put("schema", Schema.text().json());
    position.put("example", "01a20b5c-30ce-71fa-989c-d13a7de8da0d:16");
    var tag = new LinkedHashMap<String, Object>();
    tag.put("description",
        "The version of what the answer shows, and the position of the last event of its fractal. Not there where nothing is shown, or something that was.");
    tag.put("required", false);
    tag.put("schema", Schema.text().json());
    tag.put("example", "\"3.16\"");
    return new TreeMap<>(Map.of(Reply.POSITION_HEADER, position, TAG, tag));
  }

  /** The parameters, by name. */
  static Map<String, Object> json() {
    return Map.of(
        IF_MATCH, parameter(IF_MATCH,
            "Lets the change be made only if what the path names has the version of one of these entity tags; else it is refused with 412. How often its fractal has changed since does not matter.",
            "\"3.16\""),
        IF_NONE_MATCH, parameter(IF_NONE_MATCH,
            "Is answered with 304 if the answer would have one of these entity tags.",
            "\"3.16\""),
        KEY, parameter(KEY,
            "Makes the request safe to repeat for 24 hours: the same caller gets, for the same route, key and body, the same answer, and nothing happens twice. 1 to 200 printable ASCII characters.",
            "8e03978e-40d5-43e8-bc93-6894a57f9324"),
        LEAST, parameter(LEAST,
            "Lets the answer wait until it includes that point of the history: a `Fractal-Position` of an earlier answer of this store.",
            "01a20b5c-30ce-71fa-989c-d13a7de8da0d:16"));
  }

  private static Map<String, Object> parameter(String name, String says, String example) {
    return Parameter.json(name, "header", says, Schema.text(), example);
  }
}
