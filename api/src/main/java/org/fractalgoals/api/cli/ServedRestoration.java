package org.fractalgoals.api.cli;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.fractalgoals.api.admin.AdminToken;
import org.fractalgoals.domain.entity.Entities;
import org.fractalgoals.domain.entity.Entity;
import org.fractalgoals.domain.entity.EntityRef;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Brings things back through the API of the server that has the data directory. */
final class ServedRestoration implements Restoration {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration TO_ANSWER = Duration.ofSeconds(60);
  private static final Set<Integer> DONE = Set.of(200);

  private final Entities entities;
  private final ServedApi api;

  /**
   * @param entities of the store that the server has
   * @param port where its API is
   */
  ServedRestoration(Entities entities, int port, Optional<AdminToken> token) {
    this.entities = entities;
    this.api = new ServedApi(port, token, "look into the trash whether it has done its work");
  }

  @Override
  public Entities entities() {
    return entities;
  }

  @Override
  public void restore(Entity thing, @Nullable String name, @Nullable EntityRef parent) {
    var path = ApiCollection.pathOf(thing, entities).stream().map(ServedApi::encoded)
        .collect(Collectors.joining("/"));
    api.ask(api.request("%s/%s/restore".formatted(ServedApi.encoded(thing.rootId()), path))
        .timeout(TO_ANSWER).header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(JSON.writeValueAsString(body(name, parent)))), DONE);
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

  @Override
  public void close() {
    api.close();
  }
}
