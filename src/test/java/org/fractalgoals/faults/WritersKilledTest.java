package org.fractalgoals.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.fractalgoals.process.Program;
import org.fractalgoals.process.Thoroughness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** A server killed again and again under many writers, on one data directory that lives on through all of it. */
class WritersKilledTest {

  private static final int KILLS = Thoroughness.of(2, 100);
  private static final int CLIENTS = 16;
  private static final int LEAST = 50;
  private static final int MOST = 400;
  private static final long SEED = 20_261_127;

  @TempDir Path directory;

  @Test
  void what_was_acknowledged_is_there_and_nothing_is_half_there(TestReporter reporter)
      throws Exception {
    List<Client> clients;
    try (var server = Program.serve(directory)) {
      clients = Stream.of(Ground.of(server, CLIENTS)).map(Client::new).toList();
      server.kill();
    }
    var readModel = readModel();

    var random = new Random(SEED);
    int acknowledged = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      int enough = random.nextInt(LEAST, MOST);
      try (var server = Program.serve(directory)) {
        for (var client : clients) {
          client.requireRecent(server);
        }
        workAndKill(clients, server, enough);
      }
      acknowledged += enough;
      requireSound();
    }

    try (var server = Program.serve(directory)) {
      for (var client : clients) {
        client.requireAll(server);
      }
    }
    assertThat(readModel()).as("no crash made it necessary to build it anew")
        .isEqualTo(readModel);
    reporter.publishEntry("writers killed",
        "%d times, after %d acknowledged commands in all".formatted(KILLS, acknowledged));
  }

  private static void workAndKill(List<Client> clients, Program.Server server, int enough)
      throws Exception {
    var acknowledged = new CountDownLatch(enough);
    try (var threads = Executors.newFixedThreadPool(CLIENTS)) {
      var work = clients.stream().<Future<?>>map(client -> threads.submit(() -> {
        client.workOn(server, acknowledged);
        return null;
      })).toList();
      var enoughInTime = acknowledged.await(120, TimeUnit.SECONDS);
      server.kill();
      for (var client : work) {
        client.get(60, TimeUnit.SECONDS);
      }
      assertThat(enoughInTime).as("commands are acknowledged").isTrue();
    }
  }

  private void requireSound() {
    var verified = Program.runHere("verify", "--deep", "--data", directory.toString());
    assertThat(verified.exitCode()).as(verified.output() + verified.errors()).isZero();
  }

  private String readModel() {
    return Program.runHere("status", "--format", "json", "--data", directory.toString()).json()
        .at("/readModel/file").asString();
  }
}
