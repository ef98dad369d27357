package org.fractalgoals.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.fractalgoals.process.Program;
import org.fractalgoals.process.Thoroughness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** Under a load that goes on and on a server needs no more of anything than in the beginning, save for what it stores. */
class SoakTest {

  private static final Duration TIME = Duration.ofSeconds(Thoroughness.of(16, 600));
  private static final int SAMPLES = Thoroughness.of(8, 60);
  private static final int CLIENTS = 4;
  private static final long MEGABYTE = 1 << 20;

  @TempDir Path directory;

  @Test
  void neither_memory_nor_file_handles_nor_journals_grow(TestReporter reporter)
      throws Exception {
    assumeTrue(Files.exists(Path.of("/proc/self/fd")), "no /proc to look into");
    var samples = new ArrayList<Vitals>();
    var commands = new AtomicInteger();
    try (var server = Program.serveWithin(256, directory);
        var threads = Executors.newFixedThreadPool(CLIENTS)) {
      var ended = new CountDownLatch(CLIENTS);
      var over = new CountDownLatch(1);
      var clients = Stream.of(Ground.of(server, CLIENTS))
          .map(ground -> threads.submit(client(server, ground, over, ended, commands))).toList();
      try {
        for (int sample = 0; sample < SAMPLES; sample++) {
          var early = ended.await(TIME.toMillis() / SAMPLES, TimeUnit.MILLISECONDS);
          assertThat(early).as("all clients have failed").isFalse();
          samples.add(Vitals.of(server.pid(), directory));
        }
      } finally {
        over.countDown();
      }
      for (var client : clients) {
        client.get(60, TimeUnit.SECONDS);
      }
      assertThat(server.stop()).isEqualTo(143);
    }
    reporter.publishEntry("soak", "%s, %d commands, first %s, last %s".formatted(TIME,
        commands.get(), samples.getFirst(), samples.getLast()));
    assertNoGrowth(samples);
  }

  /** Writes and reads until it is over. */
  private static Callable<Integer> client(Program.Server server, Ground ground,
      CountDownLatch over, CountDownLatch ended, AtomicInteger commands) {
    return () -> {
      try {
        int number = 0;
        for (; over.getCount() > 0; number++) {
          var plot = new Plot(ground, number);
          while (!plot.isOver()) {
            plot.goOn(server);
            commands.incrementAndGet();
          }
          server.get("/api/%s/goals".formatted(ground.root()));
          ground.ask(server, "DELETE", "/goals/" + plot.goalId(), "");
        }
        return number;
      } finally {
        ended.countDown();
      }
    };
  }

  /** The first quarter is left out: what is loaded and compiled once is no growth. */
  private static void assertNoGrowth(List<Vitals> samples) {
    var quarter = samples.size() / 4;
    var middle = quarter + (samples.size() - quarter) / 2;
    var early = samples.subList(quarter, middle);
    var late = samples.subList(middle, samples.size());
    assertThat(Vitals.median(late, Vitals::heapBytes)).as("heap: %s", samples)
        .isLessThan(Vitals.median(early, Vitals::heapBytes) * 5 / 4 + 4 * MEGABYTE);
    assertThat(Vitals.median(late, Vitals::residentBytes)).as("memory: %s", samples)
        .isLessThan(Vitals.median(early, Vitals::residentBytes) * 5 / 4 + 32 * MEGABYTE);
    assertThat(Vitals.median(late, Vitals::fileHandles)).as("file handles: %s", samples)
        .isLessThan(Vitals.median(early, Vitals::fileHandles) + 10);
    assertThat(samples).allSatisfy(sample -> assertThat(sample.journalBytes())
        .as("journal").isLessThan(64 * MEGABYTE));
  }
}
