package org.fractalgoals.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.fractalgoals.api.server.Server;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.event.JsonText;
import org.fractalgoals.domain.session.SessionEvent.SessionDataChanged;
import org.fractalgoals.eventstore.codec.JsonTexts;

/**
 * Asks a fractal of 10 000 events, among others with as many altogether, over HTTP as it was: each moment for the first
 * time, and again.
 */
final class AsOfBenchmark implements Benchmark {

  private static final int GOALS = 40;
  private static final int SESSIONS = 996;
  private static final int SAVES = 9;
  private static final int OTHERS = 10;
  private static final int ROUNDS = 12;

  private static final JsonText DATA = JsonTexts
      .of("{\"sections\":[{\"name\":\"Main\",\"notes\":\"%s\"}]}".formatted("x".repeat(400)));

  @Override
  public Map<String, Object> run(Path directory) throws Exception {
    var world = new World(directory);
    fill(world, "big", SESSIONS);
    for (int other = 0; other < OTHERS; other++) {
      fill(world, "other" + other, SESSIONS / OTHERS);
    }
    var head = world.application.store().head().position();
    try (var server = Server.start(world.application, 0)) {
      var figures = new LinkedHashMap<String, Object>();
      figures.put("events", head);
      figures.put("eventsOfFractal", GOALS + (1L + SAVES) * SESSIONS);
      var last = GOALS + (1 + SAVES) * SESSIONS;
      for (var list : List.of("goals", "sessions", "notes")) {
        figures.put(list, figures(server.port(), "/api/big/" + list, last));
        last -= ROUNDS;
      }
      return figures;
    }
  }

  private static void fill(World world, String root, int sessions) throws InterruptedException {
    world.fractal(root, GOALS);
    var events = new ArrayList<DomainEvent>();
    for (int session = 0; session < sessions; session++) {
      var id = root + "-s" + session;
      events.add(world.session(id, root, root + "-" + (1 + session % (GOALS - 1))));
      for (int save = 0; save < SAVES; save++) {
        events.add(new SessionDataChanged(id, DATA, world.now()));
      }
    }
    world.append(root, events);
  }

  record Figures(List<Double> firstMs, List<Double> againMs, double nowMs) {}

  /** Each round asks for another position, the last one or one before; the events of the fractal were stored first. */
  private static Figures figures(int port, String path, int last) throws Exception {
    var first = new ArrayList<Double>();
    var again = new ArrayList<Double>();
    for (int round = 0; round < ROUNDS; round++) {
      var then = path + "?asOfPosition=" + (last - round);
      first.add(milliseconds(port, then));
      again.add(milliseconds(port, then));
    }
    return new Figures(first, again, milliseconds(port, path));
  }

  private static double milliseconds(int port, String path)
      throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
      long start = System.nanoTime();
      var answer = client.send(request, BodyHandlers.ofString());
      double milliseconds = (System.nanoTime() - start) / 1e6;
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(path + ": " + answer.body());
      }
      return milliseconds;
    }
  }
}
