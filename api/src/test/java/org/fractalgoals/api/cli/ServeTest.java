package org.fractalgoals.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import org.fractalgoals.api.Application;
import org.fractalgoals.api.Settings;
import org.fractalgoals.api.cli.Shell.Outcome;
import org.fractalgoals.eventstore.DirectoryLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServeTest {

  private static final Pattern READY = Pattern
      .compile("Fractal Goals \\S+ answers at http://127\\.0\\.0\\.1:(\\d+) .*\\R");

  @TempDir private Path directory = Path.of("");

  /** Tells when the first whole line is there. */
  private static final class FirstLine extends StringWriter {

    private final CountDownLatch there = new CountDownLatch(1);

    @Override
    public void write(String text, int offset, int length) {
      super.write(text, offset, length);
      if (toString().endsWith("\n")) {
        there.countDown();
      }
    }
  }

  private Outcome serve(String... more) {
    var arguments = new String[more.length + 3];
    arguments[0] = "serve";
    arguments[1] = "--data";
    arguments[2] = directory.toString();
    System.arraycopy(more, 0, arguments, 3, more.length);
    return new Shell().run(arguments);
  }

  @Test
  void it_says_in_one_line_where_it_answers_and_stops_when_it_is_asked_to() throws Exception {
    var out = new FirstLine();
    var outcome = new CompletableFuture<Outcome>();
    var thread = Thread.ofPlatform().start(() -> outcome.complete(new Shell().run(out, "serve",
        "--data", directory.toString(), "--port", "0", "--env", "testing")));
    assertThat(out.there.await(60, TimeUnit.SECONDS)).isTrue();
    var line = READY.matcher(out.toString());
    assertThat(line.matches()).as(out.toString()).isTrue();
    int port = Integer.parseInt(line.group(1));

    var answer = HttpClient.newHttpClient().send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/health".formatted(port))).build(),
        BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("\"testing\"");
    assertThat(DirectoryLock.holder(directory).orElseThrow().port()).isEqualTo(port);

    thread.interrupt();
    assertThat(outcome.get(60, TimeUnit.SECONDS).code()).isZero();
    assertThat(outcome.get().out()).matches(READY);
    assertThat(DirectoryLock.holder(directory)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "192.0.2.1", "::"})
  void others_than_the_people_at_this_machine_are_let_in_only_with_keys(String address) {
    var outcome = serve("--port", "0", "--bind", address);

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).contains("--bind " + address, "--auth token");
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void a_port_that_is_taken_is_named() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var outcome = serve("--port", Integer.toString(taken.getLocalPort()));

      assertThat(outcome.code()).isEqualTo(1);
      assertThat(outcome.out()).isEmpty();
      assertThat(outcome.err().strip()).hasLineCount(1)
          .contains(Integer.toString(taken.getLocalPort()), "--port");
    }
    assertThat(DirectoryLock.holder(directory)).isEmpty();
  }

  @Test
  void a_directory_in_use_names_its_user() {
    try (var application = Application
        .open(new Settings(directory, "development", null, Clock.systemUTC()))) {
      application.publishPort(4711);

      var outcome = serve("--port", "0");

      assertThat(outcome.code()).isEqualTo(1);
      assertThat(outcome.err().strip()).hasLineCount(1)
          .contains(Long.toString(ProcessHandle.current().pid()), "4711");
    }
  }

  @Test
  void another_environment_or_zone_than_that_of_the_store_is_refused() {
    Application.open(new Settings(directory, "production", ZoneId.of("Europe/Berlin"),
        Clock.systemUTC())).close();

    var environment = serve("--env", "testing", "--port", "0");
    var zone = serve("--env", "production", "--zone", "Asia/Kolkata", "--port", "0");

    assertThat(environment.code()).isEqualTo(1);
    assertThat(environment.err().strip()).hasLineCount(1).contains("production", "testing");
    assertThat(zone.code()).isEqualTo(1);
    assertThat(zone.err().strip()).hasLineCount(1).contains("Europe/Berlin", "Asia/Kolkata");
  }
}
