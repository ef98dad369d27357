package org.fractalgoals.api.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes an operation as OpenAPI has it. */
final class OperationJson {

  private final Operation operation;
  private final Route route;

  private OperationJson(Operation operation, Route route) {
    this.operation = operation;
    this.route = route;
  }

  static Map<String, Object> of(String tag, Operation operation, Route route) {
    return new OperationJson(operation, route).json(tag);
  }

  private Map<String, Object> json(String tag) {
    var json = new LinkedHashMap<String, Object>();
    json.put("tags", List.of(tag));
    json.put("operationId", operation.id());
    json.put("summary", operation.summary());
    if (!operation.description().isEmpty()) {
      json.put("description", operation.description());
    }
    var parameters = parameters();
    if (!parameters.isEmpty()) {
      json.put("parameters", parameters);
    }
    var body = operation.body();
    if (body != null) {
      json.put("requestBody", body(body));
    }
    var responses = new LinkedHashMap<String, Object>();
    responses().forEach((status, response) -> responses.put(status.toString(), response));
    json.put("responses", responses);
    return json;
  }

  private List<Map<String, Object>> parameters() {
    var parameters = new ArrayList<Map<String, Object>>();
    for (var name : route.variables()) {
      parameters.add(Map.of("$ref", "#/components/parameters/" + name));
    }
    if (route.isCommand() && !route.isAdmin()) {
      CallerHeaders.NAMES.forEach(
          name -> parameters.add(Map.of("$ref", "#/components/parameters/" + name)));
    }
    parameters.addAll(ConditionalHeaders.parameters(route));
    for (var query : operation.queries()) {
      var parameter = new LinkedHashMap<String, Object>();
      parameter.put("name", query.name());
      parameter.put("in", "query");
      parameter.put("description", query.says());
      parameter.put("schema", query.schema().json());
      parameters.add(parameter);
    }
    if (route.isOfAMoment()) {
      parameters.addAll(PastParameters.refs());
    }
    return parameters;
  }

  private static Map<String, Object> body(Operation.Body body) {
    var component = body.component();
    var json = new LinkedHashMap<String, Object>();
    json.put("required", body.required());
    json.put("content", content(Operation.JSON, component.ref(), Json.read(component.example())));
    return json;
  }

  private static Map<String, Object> content(String type, Schema schema, Object example) {
    var media = new LinkedHashMap<String, Object>();
    media.put("schema", schema.json());
    media.put("example", example);
    return Map.of(type, media);
  }

  private Map<Integer, Object> responses() {
    var responses = new TreeMap<Integer, Object>();
    for (var refusal : commonRefusals()) {
      responses.put(refusal.status(), refusal.ref());
    }
    responses.keySet().removeAll(operation.impossible());
    if (route.isOfAMoment()) {
      responses.put(304, Map.of("description", "What the client has seen still holds."));
    }
    operation.refusals().forEach((status, says) -> responses.put(status, Refusal.json(says)));
    operation.answers().forEach((status, answer) -> responses.put(status, answer(answer)));
    return responses;
  }

  private Map<String, Object> answer(Operation.Answer answer) {
    var json = new LinkedHashMap<String, Object>();
    json.put("description", answer.says());
    var headers = ConditionalHeaders.ofAnswer(route);
    if (!headers.isEmpty()) {
      json.put("headers", headers);
    }
    json.put("content", content(answer.type(), answer.schema(), answer.example()));
    return json;
  }

  private List<Refusal> commonRefusals() {
    var refusals = new ArrayList<Refusal>();
    if (route.isInApi()) {
      refusals.addAll(List.of(Refusal.UNAUTHORIZED, Refusal.FORBIDDEN, Refusal.UNAVAILABLE));
    }
    if (route.isOfAMoment()) {
      refusals.addAll(List.of(Refusal.BAD_REQUEST, Refusal.STALE));
    }
    if (ConditionalHeaders.isConditional(route)) {
      refusals.add(Refusal.STALE);
    }
    if (ConditionalHeaders.isRepeatable(route)) {
      refusals.addAll(List.of(Refusal.BAD_REQUEST, Refusal.KEY_IS_TAKEN));
    }
    if (!route.variables().isEmpty()) {
      refusals.addAll(List.of(Refusal.BAD_REQUEST, Refusal.NOT_FOUND));
    }
    if (route.isCommand() && !route.isAdmin()) {
      refusals.addAll(List.of(Refusal.BAD_REQUEST, Refusal.CONFLICT, Refusal.FULL));
    }
    if (operation.body() != null) {
      refusals.addAll(List.of(Refusal.BAD_REQUEST, Refusal.TOO_LONG, Refusal.NOT_JSON));
    }
    return refusals;
  }
}
