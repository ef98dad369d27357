package org.fractalgoals.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;

import org.fractalgoals.api.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** There is one set of queries: whatever is answered now is answered as of then when then has come. */
class AsOfEveryRouteTest {

  @RegisterExtension static final RunningServer server = new RunningServer();

  @Test
  void every_read_gives_then_what_it_gave_at_that_time() {
    var routes = EveryRoute.on(server);
    routes.add("0");
    routes.changes().forEach(request -> request.sendTo(server));
    var then = server.clock().instant();
    var position = server.head();
    var answers = new LinkedHashMap<String, String>();
    routes.reads().stream().map(EveryRoute.Request::path)
        .filter(path -> path.startsWith("/api/"))
        .forEach(path -> answers.put(path, server.get(path).ok(200).text()));

    server.clock().advance(Duration.ofHours(1));
    routes.add("1");
    routes.upheavals().forEach(request -> request.sendTo(server));

    assertThat(answers).hasSizeGreaterThan(25);
    answers.forEach((path, text) -> {
      var more = path.contains("?") ? "&" : "?";
      assertThat(server.get(path + more + "asOf=" + then).ok(200).text()).as(path)
          .isEqualTo(text);
      assertThat(server.get(path + more + "asOfPosition=" + position).ok(200).text()).as(path)
          .isEqualTo(text);
    });
  }
}
