package org.fractalgoals.api.cli;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.fractalgoals.api.admin.AdminToken;
import org.fractalgoals.api.key.KeyView;
import org.fractalgoals.api.key.MadeKeyView;
import org.fractalgoals.domain.key.NewKey;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** The keys of the server that has the data directory. */
final class ServedKeys implements Keys {

  private static final JsonMapper JSON = JsonMapper.builder()
      .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();
  private static final Duration TO_ANSWER = Duration.ofSeconds(60);
  private static final Set<Integer> DONE = Set.of(200, 201);
  private static final String KEYS = "admin/keys";

  private final ServedApi api;

  /**
   * @param port where the API is
   */
  ServedKeys(int port, AdminToken token) {
    this.api = new ServedApi(port, token, "list the keys to see whether it has done its work");
  }

  @Override
  public MadeKeyView add(NewKey key) {
    var body = Map.of("name", key.name(), "role", key.role().code(), "fractals", key.fractals());
    return JSON.readValue(api.ask(api.request(KEYS).timeout(TO_ANSWER)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))), DONE), MadeKeyView.class);
  }

  @Override
  public List<KeyView> all() {
    return JSON.readValue(api.ask(api.request(KEYS).timeout(TO_ANSWER).GET(), DONE),
        new TypeReference<List<KeyView>>() {});
  }

  @Override
  public void revoke(String name) {
    api.ask(api.request(KEYS + "/" + ServedApi.encoded(name)).timeout(TO_ANSWER).DELETE(), DONE);
  }

  @Override
  public void close() {
    api.close();
  }
}
