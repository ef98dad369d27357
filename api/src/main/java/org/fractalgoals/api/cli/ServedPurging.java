package org.fractalgoals.api.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;

import org.fractalgoals.api.admin.AdminToken;
import org.fractalgoals.api.purge.ErasureView;
import org.fractalgoals.api.purge.PurgedView;
import org.fractalgoals.domain.entity.Entity;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Purges through the API of the server that has the data directory. */
final class ServedPurging implements Purging {

  private static final JsonMapper JSON = JsonMapper.builder()
      .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();
  private static final Duration TO_CONNECT = Duration.ofSeconds(5);
  private static final Duration TO_ANSWER = Duration.ofMinutes(10);
  private static final Set<Integer> DONE = Set.of(200, 202);

  private final int port;
  private final AdminToken token;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(TO_CONNECT).build();

  /**
   * @param port where the API is
   */
  ServedPurging(int port, AdminToken token) {
    this.port = port;
    this.token = token;
  }

  @Override
  public PurgedView purge(Entity thing, String reason) {
    var path = "%s/%s/%s?reason=%s".formatted(encoded(thing.rootId()),
        thing.ref().kind().code(), encoded(thing.ref().id()), encoded(reason));
    return JSON.readValue(send(request(path).DELETE()), PurgedView.class);
  }

  @Override
  public ErasureView erasure() {
    return JSON.readValue(send(request("erasure").GET()), ErasureView.class);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest
        .newBuilder(URI.create("http://127.0.0.1:%s/api/admin/%s"
            .formatted(Integer.toString(port), path)))
        .timeout(TO_ANSWER).header("Authorization", token.authorization());
  }

  private String send(HttpRequest.Builder request) {
    HttpResponse<String> answer;
    try {
      answer = client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw silent();
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
      throw silent();
    }
    if (!DONE.contains(answer.statusCode())) {
      throw Refused.by(port, answer);
    }
    return answer.body();
  }

  private CommandFailed silent() {
    return new CommandFailed(
        "The server on port %d gave no answer: ask the history whether it has done its work."
            .formatted(port));
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
