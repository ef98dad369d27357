package org.fractalgoals.api.cli;

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
  private static final Duration TO_ANSWER = Duration.ofMinutes(10);
  private static final Set<Integer> DONE = Set.of(200, 202);

  private final ServedApi api;

  /**
   * @param port where the API is
   */
  ServedPurging(int port, AdminToken token) {
    this.api = new ServedApi(port, token, "ask the history whether it has done its work");
  }

  @Override
  public PurgedView purge(Entity thing, String reason) {
    var path = "admin/%s/%s/%s?reason=%s".formatted(ServedApi.encoded(thing.rootId()),
        thing.ref().kind().code(), ServedApi.encoded(thing.ref().id()), ServedApi.encoded(reason));
    return JSON.readValue(api.ask(api.request(path).timeout(TO_ANSWER).DELETE(), DONE),
        PurgedView.class);
  }

  @Override
  public ErasureView erasure() {
    return JSON.readValue(api.ask(api.request("admin/erasure").timeout(TO_ANSWER).GET(), DONE),
        ErasureView.class);
  }

  @Override
  public void close() {
    api.close();
  }
}
