package org.fractalgoals.api.openapi;

import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.http.HttpStatus;

/** Why requests are refused, as far as that is the same for all operations. */
enum Refusal {

  BAD_REQUEST(HttpStatus.BAD_REQUEST,
      "The request cannot be carried out as it is: a member is missing or of the wrong kind, what is asked for breaks a rule, or an id in the path or a header is too long or malformed. Nothing was saved.",
      "\"name\" is needed: a text."),

  UNAUTHORIZED(HttpStatus.UNAUTHORIZED,
      "The request carries no key, or one that opens nothing: where the server asks for keys, and on the routes of the admin, which need the admin token or the key of an administrator.",
      "This needs the admin token: send the text in the file admin.token of the data directory as \"Authorization: Bearer TEXT\"."),

  FORBIDDEN(HttpStatus.FORBIDDEN,
      "A web page of an origin that is not allowed asked. Or the key does not open this: it is not that of an administrator, or for certain fractals only.",
      "This origin, or what it asks for, is not allowed; see the setting origins of the command serve."),

  NOT_FOUND(HttpStatus.NOT_FOUND,
      "Something that the path names does not exist, belongs to another fractal or is deleted.",
      "There is no goal \"01a20b5c-3f24-708d-9b41-3da16212363e\" in this fractal."),

  CONFLICT(HttpStatus.CONFLICT,
      "Something else stands in the way. Others may have changed the same thing at the same moment: then nothing was saved and the request can be repeated. Or they have deleted it right after: then `saved` is true.",
      "Others changed the same thing at the same moment; nothing was saved, please try again."),

  STALE(HttpStatus.PRECONDITION_FAILED,
      "What was to be changed has another version than `If-Match` names: `version` and `etag` tell the present one, nothing was saved. Or `Fractal-Min-Position` names a point that is not in the history of this store.",
      "The goal has been changed since: nothing was saved. Read it again, its version is 4 now."),

  KEY_IS_TAKEN(HttpStatus.UNPROCESSABLE_CONTENT,
      "The `Idempotency-Key` was used for another request, with another body.",
      "The Idempotency-Key of this request was used for another one, with another body: take a new key."),

  TOO_LONG(HttpStatus.CONTENT_TOO_LARGE, "The body has more than 4 194 304 bytes.",
      "The body is longer than 4194304 bytes, the most that is accepted."),

  NOT_JSON(HttpStatus.UNSUPPORTED_MEDIA_TYPE,
      "The body says to be something else than JSON.",
      "The body must be JSON, sent as application/json."),

  UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE,
      "The tables that answer queries are being filled or have stopped, or the event store cannot be used. `saved` tells whether a change was saved all the same.",
      "The read model is being filled: 120 of 4711 events so far; please try again soon."),

  FULL(HttpStatus.INSUFFICIENT_STORAGE,
      "The disk of the server is full. Nothing was saved, what is saved can still be read, and once there is room again the same request will do.",
      "The disk of the server is full: nothing was saved. Once there is room again, the same request will do.");

  /** What every refusal carries. */
  static final NamedSchema PROBLEM = ObjectShape
      .answer("Problem", "Why a request was refused: problem details by RFC 9457.")
      .required("type", Schema.text(), "Always `about:blank`.")
      .required("title", Schema.text(), "The name of the status.")
      .required("status", Schema.integer(), "The status once more.")
      .required("detail", Schema.text(), "A sentence for people: what is wrong, and what to do.")
      .required("error", Schema.text(), "The same sentence, where older clients look for it.")
      .optional("saved", Schema.bool(),
          "Whether the change that was asked for is saved all the same.")
      .optional("position", Schema.integer(),
          "Up to which event the read model has come, or the event it stopped at, or that of the change.")
      .optional("head", Schema.integer(), "Position of the last event of the store.")
      .optional("event", Schema.text(), "Type of the event at which the read model stopped.")
      .optional("reason", Schema.text(), "Why it stopped there.")
      .optional("version", Schema.integer(), "The present version of what was to be changed.")
      .optional("etag", Schema.text(), "Its present entity tag.")
      .optional("rebuild", Schema.ref("Rebuild"), "The rebuild that stands in the way.")
      .example("""
        {"type": "about:blank", "title": "Not Found", "status": 404,
         "detail": "There is no fractal \\"sail\\".", "error": "There is no fractal \\"sail\\"."}
        """);

  private final HttpStatus status;
  private final String meaning;
  private final String sentence;

  Refusal(HttpStatus status, String meaning, String sentence) {
    this.status = status;
    this.meaning = meaning;
    this.sentence = sentence;
  }

  int status() {
    return status.value();
  }

  /** Refers to what {@link #json()} is. */
  Map<String, Object> ref() {
    return Map.of("$ref", "#/components/responses/" + responseName());
  }

  /** Its name in the document. */
  String responseName() {
    return status.getReasonPhrase().replace(" ", "");
  }

  Map<String, Object> json() {
    var example = new LinkedHashMap<String, Object>();
    example.put("type", "about:blank");
    example.put("title", status.getReasonPhrase());
    example.put("status", status.value());
    example.put("detail", sentence);
    example.put("error", sentence);
    var content = new LinkedHashMap<String, Object>();
    content.put("schema", PROBLEM.ref().json());
    content.put("example", example);
    return response(meaning, content);
  }

  /** A refusal that means something of its own at one operation. */
  static Map<String, Object> json(String meaning) {
    return response(meaning, Map.of("schema", PROBLEM.ref().json()));
  }

  private static Map<String, Object> response(String meaning, Map<String, Object> content) {
    var response = new LinkedHashMap<String, Object>();
    response.put("description", meaning);
    response.put("content", Map.of("application/problem+json", content));
    return response;
  }
}
