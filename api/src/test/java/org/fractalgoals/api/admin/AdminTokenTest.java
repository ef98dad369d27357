package org.fractalgoals.api.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;

import org.fractalgoals.api.RunningServer;
import org.fractalgoals.projections.rebuild.RebuildProgress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdminTokenTest {

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  private static final String PROJECTIONS = "/api/admin/projections";

  private static String token() throws IOException {
    return Files.readString(SERVER.directory().resolve(AdminToken.FILE)).strip();
  }

  @Test
  void the_first_server_makes_it_for_its_owner_only_and_later_ones_keep_it() throws IOException {
    var file = SERVER.directory().resolve(AdminToken.FILE);
    var first = token();
    assertThat(first).matches("[0-9a-f]{64}");
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));

    SERVER.stop();
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    SERVER.start();

    assertThat(token()).isEqualTo(first);
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void it_opens_the_routes_of_the_admin() throws IOException {
    for (var scheme : new String[] {"Bearer", "bearer", "BEARER"}) {
      SERVER.send(SERVER.request(PROJECTIONS).header("Authorization", scheme + " " + token()))
          .ok(200);
    }
  }

  @ParameterizedTest
  @CsvSource({"GET, ''", "POST, /rebuild", "DELETE, /rebuild", "GET, /events"})
  void without_it_nothing_is_told_or_done(String method, String path) {
    var answer = SERVER.send(method, PROJECTIONS + path, "").problem(401);

    assertThat(answer.header("WWW-Authenticate")).hasValue("Bearer");
    assertThat(answer.error()).contains(AdminToken.FILE);
    assertThat(SERVER.application().readModel().lastRebuild().filter(RebuildProgress::isRunning))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer", "Bearer ", "Bearer wrong", "Basic YWRtaW46YWRtaW4=", "nonsense",
      "Bearer %s0", "Bearer 0%s", "%s"})
  void a_wrong_one_is_as_good_as_none(String header) throws IOException {
    var answer = SERVER.send(
        SERVER.request(PROJECTIONS).header("Authorization", header.formatted(token())).GET())
        .problem(401);

    assertThat(answer.header("WWW-Authenticate")).hasValue("Bearer");
    assertThat(answer.text()).doesNotContain(token());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/%61dmin/projections", "/api/admin;x=1/projections",
      "/api//admin/projections", "/api/./admin/projections", "/api/x/../admin/projections",
      "/api/admin/projections/", "/api/ADMIN/projections", "/api/admin%2Fprojections",
      "//api/admin/projections", "/api/admin//projections", "/api/admin/nothing"})
  void an_address_in_disguise_is_no_way_in(String path) {
    var answer = SERVER.sendUnchecked(SERVER.request(path).GET());

    assertThat(answer.status()).isIn(400, 401, 404);
  }

  @Test
  void everything_else_goes_without() {
    SERVER.get("/api/fractals").ok(200);
    SERVER.sendUnchecked(SERVER.request("/api/fractals").header("Authorization", "Bearer wrong")
        .POST(BodyPublishers.ofString("{\"name\":\"Sail\"}"))).ok(201);
  }
}
