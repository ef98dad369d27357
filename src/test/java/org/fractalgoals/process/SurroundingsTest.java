package org.fractalgoals.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.fractalgoals.process.Program.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the real program is started does not change where it can be reached. */
class SurroundingsTest {

  @TempDir Path directory;

  @Test
  void a_file_in_the_current_directory_does_not_open_the_server_to_others() throws Exception {
    Files.writeString(directory.resolve("application.properties"),
        "server.address=0.0.0.0\nserver.servlet.context-path=/elsewhere\n");
    Files.createDirectory(directory.resolve("config"));
    Files.writeString(directory.resolve("config/application.yaml"),
        "spring.mvc.servlet.path: /elsewhere\nfractal.cors.origins: '*'\n");

    assertReachableOnlyFromHere(Map.of());
  }

  @Test
  void neither_does_the_environment() throws Exception {
    assertReachableOnlyFromHere(Map.of("SERVER_ADDRESS", "0.0.0.0", "SERVER_PORT", "1",
        "SERVER_SERVLET_CONTEXT_PATH", "/elsewhere", "SPRING_MVC_SERVLET_PATH", "/elsewhere",
        "SPRING_CONFIG_LOCATION", "file:./"));
  }

  @Test
  void in_production_other_pages_may_call_it_only_where_a_setting_says_so() throws Exception {
    var page = "https://goals.example.org";
    var production = Map.of("FRACTAL_ENV", "production");
    try (var server = Program.serve(directory.resolve("none"), directory, production)) {
      assertThat(statusFor("http://localhost:5173", server)).isEqualTo(403);
      assertThat(server.get("/health").get("environment").asString()).isEqualTo("production");
    }
    var data = Files.createDirectory(directory.resolve("one"));
    Files.writeString(data.resolve("fractal.properties"), "origins = https://a.example, " + page);
    try (var server = Program.serve(data, directory, production)) {
      assertThat(statusFor(page, server)).isEqualTo(200);
      assertThat(statusFor("http://localhost:5173", server)).isEqualTo(403);
    }
  }

  private static int statusFor(String page, Server server) throws Exception {
    var request = HttpRequest
        .newBuilder(URI.create("http://127.0.0.1:%d/api/fractals".formatted(server.port())))
        .header("Origin", page).build();
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request, BodyHandlers.discarding()).statusCode();
    }
  }

  private void assertReachableOnlyFromHere(Map<String, String> environment) throws Exception {
    try (var server = Program.serve(directory.resolve("data"), directory, environment)) {
      assertThat(server.get("/api/fractals")).isEmpty();
      // a second address of this machine, which is answered where all addresses are
      var other = InetAddress.getByName("127.0.0.2");
      assertThatThrownBy(() -> new Socket(other, server.port()).close())
          .isInstanceOf(ConnectException.class);
    }
  }
}
