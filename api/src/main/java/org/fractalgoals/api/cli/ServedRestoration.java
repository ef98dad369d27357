package org.fractalgoals.api.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.fractalgoals.domain.entity.Entities;
import org.fractalgoals.domain.entity.Entity;
import org.fractalgoals.domain.entity.EntityRef;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Brings things back through the API of the server that has the data directory. */
final class ServedRestoration implements Restoration {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration TO_CONNECT = Duration.ofSeconds(5);
  private static final Duration TO_ANSWER = Duration.ofSeconds(60);

  private final Entities entities;
  private final int port;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(TO_CONNECT).build();

  /**
   * @param entities of the store that the server has
   * @param port where its API is
   */
  ServedRestoration(Entities entities, int port) {
    this.entities = entities;
    this.port = port;
  }

  @Override
  public Entities entities() {
    return entities;
  }

  @Override
  public void restore(Entity thing, @Nullable String name, @Nullable EntityRef parent) {
    var path = ApiCollection.pathOf(thing, entities).stream().map(ServedRestoration::segment)
        .collect(Collectors.joining("/"));
    var address = URI.create("http://127.0.0.1:%s/api/%s/%s/restore"
        .formatted(Integer.toString(port), segment(thing.rootId()), path));
    var answer = post(address, JSON.writeValueAsString(body(name, parent)));
    if (answer.statusCode() != 200) {
      throw Refused.by(port, answer);
    }
  }

  private static String segment(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static Map<String, Object> body(@Nullable String name, @Nullable EntityRef parent) {
    var body = new LinkedHashMap<String, Object>();
    if (name != null) {
      body.put("name", name);
    }
    if (parent != null) {
      body.put("parent", Map.of("kind", parent.kind().code(), "id", parent.id()));
    }
    return body;
  }

  private HttpResponse<String> post(URI address, String json) {
    var request = HttpRequest.newBuilder(address).timeout(TO_ANSWER)
        .header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)).build();
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new CommandFailed(
          "The server on port %d gave no answer (%s): look into the trash whether it has done its work."
              .formatted(port, e));
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
      throw new CommandFailed(
          "The server on port %d was not waited for: look into the trash whether it has done its work."
              .formatted(port));
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
