package org.fractalgoals.api.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.fractalgoals.api.admin.AdminToken;
import org.fractalgoals.api.admin.RebuildView;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Rebuilds through the API of the server that has the data directory. */
final class ServedRebuild implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.builder()
      .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();
  private static final Duration TO_CONNECT = Duration.ofSeconds(5);
  private static final Duration TO_ANSWER = Duration.ofSeconds(60);
  private static final String DATA = "data:";

  private final int port;
  private final AdminToken token;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(TO_CONNECT).build();

  /**
   * @param port where the API is
   */
  ServedRebuild(int port, AdminToken token) {
    this.port = port;
    this.token = token;
  }

  /**
   * Begins.
   *
   * @throws CommandFailed if the server refuses, or gives no answer
   */
  void begin() {
    var answer = send(request("/rebuild").POST(BodyPublishers.noBody()).timeout(TO_ANSWER),
        BodyHandlers.ofString());
    if (answer.statusCode() != 202) {
      throw Refused.by(port, answer);
    }
  }

  /**
   * Watches to the end.
   *
   * @return the end
   * @throws CommandFailed if the server gives no answer, or stops meanwhile
   */
  RebuildView watch(Consumer<RebuildView> listener) {
    try (var lines = send(request("/events").GET(), BodyHandlers.ofLines()).body()) {
      return last(lines.filter(line -> line.startsWith(DATA))
          .map(line -> JSON.readValue(line.substring(DATA.length()), RebuildView.class))
          .peek(listener)).filter(step -> step.endedAt() != null).orElseThrow(this::silent);
    } catch (UncheckedIOException broken) {
      throw silent();
    }
  }

  private static Optional<RebuildView> last(Stream<RebuildView> steps) {
    return steps.reduce((earlier, later) -> later);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:%s/api/admin/projections%s"
        .formatted(Integer.toString(port), path))).header("Authorization", token.authorization());
  }

  private <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> body) {
    try {
      return client.send(request.build(), body);
    } catch (IOException e) {
      throw silent();
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
      throw silent();
    }
  }

  private CommandFailed silent() {
    return new CommandFailed(
        "The server on port %d does not tell any more how the rebuild goes: if it still runs, the rebuild goes on."
            .formatted(port));
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
