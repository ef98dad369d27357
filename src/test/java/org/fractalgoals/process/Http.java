package org.fractalgoals.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a running server, wherever it runs. */
public class Http implements AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper(JsonFactory.builder()
      .streamReadConstraints(
          StreamReadConstraints.builder().maxNestingDepth(Integer.MAX_VALUE).build())
      .build());

  private final URI address;
  private final HttpClient client = HttpClient.newHttpClient();

  Http(URI address) {
    this.address = address;
  }

  public int port() {
    return address.getPort();
  }

  /** Any text as one segment of a path. */
  public static String segment(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** The answer to a GET, which must be 200. */
  public JsonNode get(String path) throws IOException, InterruptedException {
    var answer = send("GET", path, "");
    assertThat(answer.statusCode()).as("GET " + path + ": " + answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  /** The answer to a request that must succeed. */
  public JsonNode ask(String method, String path, String body)
      throws IOException, InterruptedException {
    var answer = send(method, path, body);
    assertThat(answer.statusCode()).as(method + " " + path + ": " + answer.body())
        .isBetween(200, 299);
    return JSON.readTree(answer.body());
  }

  /** Any answer. */
  public HttpResponse<String> send(String method, String path, String body)
      throws IOException, InterruptedException {
    return send(request(method, path, body));
  }

  /** Any answer to somebody who proves who they are. */
  public HttpResponse<String> send(String method, String path, String body, String authorization)
      throws IOException, InterruptedException {
    return send(request(method, path, body).header("Authorization", authorization));
  }

  /** Any answer to a POST that can be repeated. */
  public HttpResponse<String> post(String path, String body, String key)
      throws IOException, InterruptedException {
    return send(request("POST", path, body).header("Idempotency-Key", key));
  }

  private HttpRequest.Builder request(String method, String path, String body) {
    return HttpRequest.newBuilder(address.resolve(path))
        .header("Content-Type", "application/json")
        .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  @Override
  public void close() throws IOException {
    client.close();
  }
}
