package org.fractalgoals.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Duration;

import org.fractalgoals.api.Answer;
import org.fractalgoals.api.Application;
import org.fractalgoals.api.Settings;
import org.fractalgoals.api.server.Server;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ids are what the legacy file says, also where they part a path. */
class ImportedIdsTest {

  @TempDir private Path directory = Path.of("");

  private final HttpClient client = HttpClient.newHttpClient();

  @ParameterizedTest
  @ValueSource(strings = {"x/y", "/", "x//y", "x/../y", "x\\y", "x%2Fy", "x;y=1", "x y?z#", "ä+ö"})
  void a_goal_is_reached_whatever_its_id(String id) throws Exception {
    var legacy = LegacyDatabase.in(directory);
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + legacy);
        var statement = connection.prepareStatement("UPDATE goals SET id = ? WHERE id = 'g-2'")) {
      statement.setString(1, id);
      statement.executeUpdate();
    }
    var data = directory.resolve("data");
    assertThat(new Shell().run("migrate", legacy.toString(), "--data", data.toString()).code())
        .isZero();
    var application = Application
        .open(new Settings(data, "development", null, Clock.systemUTC()));
    try (var server = Server.start(application, 0)) {
      application.readModel().await(application.store().head().position(),
          Duration.ofSeconds(30));
      var path = "http://127.0.0.1:" + server.port() + "/api/g-0/goals/"
          + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");

      assertThat(ask("GET", path, "").ok(200).id()).isEqualTo(id);
      assertThat(ask("PUT", path, "{\"name\":\"Rib\"}").ok(200).at("/name").asString())
          .isEqualTo("Rib");
      ask("DELETE", path, "").ok(200);
      ask("GET", path, "").problem(404);
      assertThat(ask("POST", path + "/restore", "").ok(200).id()).isEqualTo(id);
    }
  }

  private Answer ask(String method, String address, String body) throws Exception {
    return new Answer(client.send(HttpRequest.newBuilder(URI.create(address))
        .header("Content-Type", "application/json")
        .method(method, BodyPublishers.ofString(body)).build(), BodyHandlers.ofString()));
  }
}
