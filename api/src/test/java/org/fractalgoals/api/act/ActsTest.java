package org.fractalgoals.api.act;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;

import org.fractalgoals.api.Answer;
import org.fractalgoals.api.RunningServer;
import org.fractalgoals.api.admin.AdminToken;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Acts that were done beside the server and are noted in its history. */
class ActsTest {

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  @BeforeAll
  static void some_history() {
    SERVER.fractal("Sail");
  }

  private static Answer admin(String method, String path, String body) {
    return SERVER.send(SERVER.request("/api/admin/" + path)
        .header("Authorization",
            AdminToken.find(SERVER.directory()).orElseThrow().authorization())
        .header("Content-Type", "application/json")
        .method(method,
            body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
  }

  @Test
  void a_backup_and_an_export_are_noted_with_who_did_it_and_in_which_action() {
    var backup = admin("POST", "acts",
        "{\"act\":\"backup\",\"file_name\":\"of today\",\"position\":1}").ok(201);
    var export = admin("POST", "acts", """
      {"act":"export","form":"legacy","fractal_id":null,"file_name":"goals.db","position":0}
      """).ok(201);

    var noted = admin("GET", "audit?limit=2", "").ok(200);
    assertThat(noted.at("/events/0/sentence").stringValue())
        .isEqualTo("Exported to \"goals.db\" as legacy, up to event 0");
    assertThat(noted.at("/events/0/action_id")).isEqualTo(export.at("/action_id"));
    assertThat(noted.at("/events/1/sentence").stringValue())
        .isEqualTo("Backed up to \"of today\", up to event 1");
    assertThat(noted.at("/events/1/action_id")).isEqualTo(backup.at("/action_id"));
    assertThat(noted.at("/events/1/root_id").stringValue()).isEqualTo("$system");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "{\"act\":\"steal\",\"file_name\":\"x\",\"position\":0}",
      "{\"act\":\"backup\",\"position\":0}",
      "{\"act\":\"backup\",\"file_name\":\" \",\"position\":0}",
      "{\"act\":\"backup\",\"file_name\":\"/etc/x\",\"position\":0}",
      "{\"act\":\"backup\",\"file_name\":\"x\"}",
      "{\"act\":\"backup\",\"file_name\":\"x\",\"position\":-1}",
      "{\"act\":\"backup\",\"file_name\":\"x\",\"position\":999999}",
      "{\"act\":\"export\",\"file_name\":\"x\",\"position\":0}",
      "{\"act\":\"export\",\"file_name\":\"x\",\"position\":0,\"form\":\"pdf\"}"})
  void what_cannot_be_is_refused_and_not_noted(String body) {
    long head = SERVER.head();

    admin("POST", "acts", body).problem(400);

    assertThat(SERVER.head()).isEqualTo(head);
  }

  @Test
  void a_name_longer_than_any_file_has_is_refused() {
    admin("POST", "acts", "{\"act\":\"backup\",\"file_name\":\"%s\",\"position\":0}"
        .formatted("x".repeat(ActController.LONGEST_NAME + 1))).problem(400);
  }

  @Test
  void without_the_token_nothing_is_noted() {
    SERVER.post("/api/admin/acts", "{\"act\":\"backup\",\"file_name\":\"x\",\"position\":0}")
        .problem(401);
  }
}
