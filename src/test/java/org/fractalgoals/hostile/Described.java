package org.fractalgoals.hostile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import tools.jackson.databind.JsonNode;

/** The OpenAPI document of a server. */
final class Described {

  private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

  /**
   * One operation.
   *
   * @param path with variables in braces
   * @param parameters those in the query and the headers, resolved
   * @param body schema of the body; empty if it takes none
   */
  record Operation(String method, String path, List<JsonNode> parameters,
      Optional<JsonNode> body) {}

  private final JsonNode document;
  private final List<Operation> operations = new ArrayList<>();

  Described(JsonNode document) {
    this.document = document;
    for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
      for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
        if (METHODS.contains(operation.getKey())) {
          operations.add(read(operation.getKey(), path.getKey(), operation.getValue()));
        }
      }
    }
  }

  private Operation read(String method, String path, JsonNode operation) {
    var parameters = new ArrayList<JsonNode>();
    for (var parameter : operation.path("parameters")) {
      var resolved = resolved(parameter);
      if (!resolved.get("in").asString().equals("path")) {
        parameters.add(resolved);
      }
    }
    var schema = operation.at("/requestBody/content/application~1json/schema");
    return new Operation(method.toUpperCase(Locale.ROOT), path, parameters,
        schema.isMissingNode() ? Optional.empty() : Optional.of(schema));
  }

  List<Operation> operations() {
    return operations;
  }

  /** What a node says, or what it refers to says. */
  JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? document.at(node.get("$ref").asString().substring(1)) : node;
  }

  /** The variable that stands for what a POST to this path makes; empty if nothing can be asked for so. */
  Optional<String> variableBelow(String path) {
    return operations.stream().map(Operation::path)
        .filter(other -> other.matches("\\Q" + path + "\\E/\\{\\w+}"))
        .map(other -> other.replaceAll(".*\\{(\\w+)}", "$1")).findFirst();
  }
}
