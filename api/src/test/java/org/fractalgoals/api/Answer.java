package org.fractalgoals.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Optional;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the server answered. */
public record Answer(HttpResponse<String> response) {

  private static final JsonMapper JSON = new JsonMapper();

  public int status() {
    return response.statusCode();
  }

  public String text() {
    return response.body();
  }

  public JsonNode json() {
    return JSON.readTree(response.body());
  }

  /** The value at a path such as {@code /attributes/parent_id}. */
  public JsonNode at(String path) {
    return json().at(path);
  }

  public String id() {
    return at("/id").stringValue();
  }

  public Optional<String> header(String name) {
    return response.headers().firstValue(name);
  }

  /** Checks the status of an answer that is not a problem. */
  public Answer ok(int status) {
    assertThat(status()).as(text()).isEqualTo(status);
    assertThat(header("Content-Type")).hasValue("application/json");
    return this;
  }

  /** Checks that this is a problem with this status, in the shape that old and new clients read. */
  public Answer problem(int status) {
    assertThat(status()).as(text()).isEqualTo(status);
    assertThat(header("Content-Type")).hasValue("application/problem+json");
    var problem = json();
    assertThat(problem.at("/type").stringValue()).isEqualTo("about:blank");
    assertThat(problem.at("/title").stringValue()).isNotBlank();
    assertThat(problem.at("/status").intValue()).isEqualTo(status);
    assertThat(problem.at("/error").stringValue()).isNotBlank()
        .isEqualTo(problem.at("/detail").stringValue());
    return this;
  }

  /** The sentence of a problem. */
  public String error() {
    return at("/error").stringValue();
  }
}
