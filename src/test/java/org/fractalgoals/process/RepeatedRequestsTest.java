package org.fractalgoals.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients whose server is killed send everything once more that they sent: nothing happens twice, nothing is lost. */
class RepeatedRequestsTest {

  private static final int CLIENTS = 8;
  private static final int ROUNDS = 2;
  private static final long SEED = 7;

  @TempDir Path directory;

  /** The answers that arrived, by key. */
  private final Map<String, String> answers = new ConcurrentHashMap<>();
  /** The keys that were sent. */
  private final Map<String, Boolean> sent = new ConcurrentHashMap<>();
  private final Semaphore arrived = new Semaphore(0);
  private final AtomicInteger keys = new AtomicInteger();

  private static String body(String key) {
    return "{\"name\":\"Fractal of %s\"}".formatted(key);
  }

  /** Sends requests with new keys until the server is gone. */
  private void send(Http server) {
    while (true) {
      var key = "key-" + keys.incrementAndGet();
      sent.put(key, true);
      var answer = answer(server, key);
      if (answer.isEmpty()) {
        return;
      }
      answers.put(key, answer.get());
      arrived.release();
    }
  }

  private static Optional<String> answer(Http server, String key) {
    try {
      var answer = server.post("/api/fractals", body(key), key);
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
      return Optional.of(answer.body());
    } catch (IOException killed) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Test
  void what_is_repeated_after_a_crash_is_answered_as_before_and_happens_once() throws Exception {
    var random = new Random(SEED);
    for (int round = 0; round < ROUNDS; round++) {
      killWhileSending(random.nextInt(40, 160));
      repeatAll();
    }
    assertThat(sent).hasSizeGreaterThan(40 * ROUNDS);
  }

  private void killWhileSending(int afterAnswers) throws Exception {
    try (var server = Program.serve(directory);
        var clients = Executors.newFixedThreadPool(CLIENTS)) {
      var sending = new ArrayList<Future<?>>();
      for (int client = 0; client < CLIENTS; client++) {
        sending.add(clients.submit(() -> send(server)));
      }
      assertThat(arrived.tryAcquire(afterAnswers, 60, TimeUnit.SECONDS)).isTrue();
      server.kill();
      for (var client : sending) {
        client.get(60, TimeUnit.SECONDS);
      }
      arrived.drainPermits();
    }
  }

  private void repeatAll() throws Exception {
    try (var server = Program.serve(directory)) {
      for (var key : sent.keySet()) {
        var again = answer(server, key).orElseThrow();
        assertThat(answers.getOrDefault(key, again)).as(key).isEqualTo(again);
        answers.put(key, again);
      }
      var names = new HashSet<String>();
      for (var fractal : server.get("/api/fractals")) {
        assertThat(names.add(fractal.get("name").asString())).as(fractal.toString()).isTrue();
      }
      assertThat(names).hasSize(sent.size());
    }
  }
}
