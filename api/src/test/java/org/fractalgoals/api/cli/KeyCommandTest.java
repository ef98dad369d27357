package org.fractalgoals.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.fractalgoals.api.RunningServer;
import org.fractalgoals.api.cli.Shell.Outcome;
import org.fractalgoals.api.security.KeySecret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command key, through a server and without one. */
class KeyCommandTest {

  private final RunningServer server = RunningServer.askingForKeys();

  @BeforeEach
  void start() throws Exception {
    server.open();
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  private Outcome key(String... more) {
    var arguments = new ArrayList<>(
        List.of("--data", server.directory().toString(), "--env", "testing", "key"));
    arguments.addAll(List.of(more));
    return new Shell().run(arguments.toArray(String[]::new));
  }

  private String added(String... more) {
    var arguments = new ArrayList<>(List.of("add"));
    arguments.addAll(List.of(more));
    var outcome = key(arguments.toArray(String[]::new));
    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(outcome.out()).startsWith(KeySecret.PREFIX);
    return outcome.out().strip();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_key_is_made_listed_and_revoked(boolean served) {
    if (!served) {
      server.stop();
    }
    var phone = added("phone");
    var coach = added("coach", "--fractal", "f-1", "--fractal", "f-2");
    var list = key("list");
    var revoked = key("revoke", "coach");
    if (!served) {
      server.start();
    }

    assertThat(list.out()).contains("phone  user  all", "coach  user  f-1 f-2")
        .doesNotContain(phone, coach);
    assertThat(revoked.code()).as(revoked.err()).isZero();
    server.ask(phone);
    server.get("/api/fractals").ok(200);
    server.ask(coach);
    server.get("/api/fractals").problem(401);
    assertThat(key("list", "--format", "json").out()).contains("\"revoked_at\":\"20");
  }

  @Test
  void what_cannot_be_made_is_refused_in_one_sentence() {
    added("phone");

    for (var wrong : List.of(List.of("add", "phone"), List.of("add", "admin"),
        List.of("add", "boss", "--role", "admin", "--fractal", "f-1"),
        List.of("revoke", "unknown"))) {
      var outcome = key(wrong.toArray(String[]::new));
      assertThat(outcome.code()).as(wrong.toString()).isEqualTo(1);
      assertThat(outcome.err().strip()).hasLineCount(1);
    }
    assertThat(key("add", "boss", "--role", "king").code()).isEqualTo(2);
    assertThat(key().code()).isEqualTo(2);
  }
}
