package org.fractalgoals.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

import org.fractalgoals.api.Application;
import org.fractalgoals.api.RunningServer;
import org.fractalgoals.api.Settings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class StatusTest {

  @TempDir private Path directory = Path.of("");

  private String data = "";

  @BeforeEach
  void given_a_migrated_store() throws Exception {
    data = directory.resolve("data").toString();
    var legacy = LegacyDatabase.in(directory).toString();
    assertThat(new Shell().run("migrate", legacy, "--data", data, "--env", "production").code())
        .isZero();
  }

  @Test
  void json_says_how_far_store_and_read_model_are() {
    var outcome = new Shell().run("status", "--data", data, "--format", "json");

    assertThat(outcome.code()).isZero();
    var status = new JsonMapper().readTree(outcome.out());
    long events = status.at("/events").longValue();
    assertThat(events).isPositive();
    assertThat(status.at("/position").longValue()).isEqualTo(events);
    assertThat(status.at("/head").stringValue()).matches("[0-9a-f]{64}");
    assertThat(status.at("/readModel/file").stringValue()).endsWith(".db");
    assertThat(status.at("/readModel/position").longValue()).isEqualTo(events);
    assertThat(status.at("/readModel/fingerprint").stringValue()).matches("[0-9a-f]{64}");
    assertThat(status.at("/readModel/lag").longValue()).isZero();
    assertThat(status.at("/storeId").stringValue()).isNotBlank();
    assertThat(status.at("/zone").stringValue()).isEqualTo("America/New_York");
    assertThat(status.at("/environment").stringValue()).isEqualTo("production");
  }

  @Test
  void a_running_server_is_not_disturbed() throws Exception {
    try (var application = Application.open(
        new Settings(Path.of(data), "production", null, Clock.systemUTC()))) {
      long head = application.store().head().position();
      assertThat(application.readModel().await(head, Duration.ofSeconds(30))).isTrue();

      var outcome = new Shell().run("status", "--data", data, "--format", "json");

      assertThat(outcome.code()).isZero();
      var status = new JsonMapper().readTree(outcome.out());
      assertThat(status.at("/readModel/file").stringValue())
          .isEqualTo(application.readModel().file().orElseThrow().toString());
      assertThat(status.at("/readModel/position").longValue()).isEqualTo(head);
      assertThat(status.at("/readModel/lag").longValue()).isZero();
      assertThat(status.at("/readModel/fingerprint").stringValue())
          .isEqualTo(application.readModel().fingerprint());
      assertThat(status.at("/head").stringValue())
          .isEqualTo(application.store().head().hash());
    }
  }

  @Test
  void the_table_says_the_same() {
    var outcome = new Shell().run("status", "--data", data);

    assertThat(outcome.out()).contains("events ", "position ", "head ", "readModel.file ",
        "readModel.position ", "readModel.fingerprint ", "readModel.lag ", "storeId ", "zone ",
        "environment ", "production");
  }

  @Test
  void asked_for_another_environment_it_refuses() {
    var byFlag = new Shell().run("status", "--data", data, "--env", "testing");
    var byVariable = new Shell(Map.of("FRACTAL_ENV", "development"), Clock.systemUTC())
        .run("status", "--data", data);

    assertThat(byFlag.code()).isEqualTo(1);
    assertThat(byFlag.err()).contains("production", "testing");
    assertThat(byVariable.code()).isEqualTo(1);
  }

  @Test
  void it_changes_nothing_that_is_there() throws Exception {
    var before = RunningServer.listing(Path.of(data));

    new Shell().run("status", "--data", data);

    assertThat(RunningServer.listing(Path.of(data))).containsAllEntriesOf(before);
  }
}
