package org.fractalgoals.api.cli;

import java.net.http.HttpResponse;
import java.util.Optional;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a server has not done that it was asked. */
final class Refused {

  private static final JsonMapper JSON = new JsonMapper();

  private Refused() {}

  /** Why, in the words of the server on that port, or by the status where it has none. */
  static CommandFailed by(int port, HttpResponse<String> answer) {
    return new CommandFailed(reason(answer.body()).orElse(
        "The server on port %d answered with status %d: see its log.".formatted(port,
            answer.statusCode())));
  }

  private static Optional<String> reason(String body) {
    try {
      return Optional.of(JSON.readTree(body).path("error")).filter(JsonNode::isString)
          .map(JsonNode::stringValue);
    } catch (JacksonException notOurs) {
      return Optional.empty();
    }
  }
}
