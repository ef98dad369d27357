package org.fractalgoals.api.cli;

import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
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
  private static final Duration TO_ANSWER = Duration.ofSeconds(60);
  private static final Set<Integer> BEGUN = Set.of(202);
  private static final String DATA = "data:";

  private final ServedApi api;

  /**
   * @param port where the API is
   */
  ServedRebuild(int port, AdminToken token) {
    this.api = new ServedApi(port, token, "if it still runs, the rebuild goes on");
  }

  /**
   * Begins.
   *
   * @throws CommandFailed if the server refuses, or gives no answer
   */
  void begin() {
    api.ask(api.request("admin/projections/rebuild").POST(BodyPublishers.noBody())
        .timeout(TO_ANSWER), BEGUN);
  }

  /**
   * Watches to the end.
   *
   * @return the end
   * @throws CommandFailed if the server gives no answer, or stops meanwhile
   */
  RebuildView watch(Consumer<RebuildView> listener) {
    try (var lines = api.send(api.request("admin/projections/events").GET(),
        BodyHandlers.ofLines()).body()) {
      return last(lines.filter(line -> line.startsWith(DATA))
          .map(line -> JSON.readValue(line.substring(DATA.length()), RebuildView.class))
          .peek(listener)).filter(step -> step.endedAt() != null).orElseThrow(api::silent);
    } catch (UncheckedIOException broken) {
      throw api.silent();
    }
  }

  private static Optional<RebuildView> last(Stream<RebuildView> steps) {
    return steps.reduce((earlier, later) -> later);
  }

  @Override
  public void close() {
    api.close();
  }
}
