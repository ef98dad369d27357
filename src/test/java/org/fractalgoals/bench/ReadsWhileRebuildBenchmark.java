package org.fractalgoals.bench;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.fractalgoals.eventstore.Codecs;
import org.fractalgoals.eventstore.SqliteEventStore;
import org.fractalgoals.eventstore.StoreOptions;
import org.fractalgoals.projections.ReadModel;
import org.fractalgoals.projections.goal.FractalRow;
import org.fractalgoals.projections.rebuild.RebuildProgress.Phase;

/**
 * Asks small questions one after the other, first with nothing else to do, then while the read model is rebuilt; the
 * property {@code events} says of how many events.
 */
final class ReadsWhileRebuildBenchmark implements Benchmark {

  private static final long SEED = 3;
  private static final int READS = 5_000;
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  @Override
  public Map<String, Object> run(Path directory) throws Exception {
    long events = Long.getLong("events", 1_000_000) / 5;
    EventGenerator.write(directory, events, SEED);
    try (var store = SqliteEventStore.open(directory,
        new StoreOptions(null, "testing", Clock.systemUTC()));
        var readModel = ReadModel.open(directory, store, Codecs.version(), Clock.systemUTC())) {
      readModel.start();
      if (!readModel.await(store.head().position(), PATIENCE)) {
        throw new IllegalStateException("the read model does not follow");
      }
      return measure(readModel, events);
    }
  }

  private static Map<String, Object> measure(ReadModel readModel, long events) {
    var reads = new Reads(readModel);
    reads.take(READS);
    var alone = reads.take(READS);
    var during = new ArrayList<Double>();
    readModel.rebuild();
    while (readModel.lastRebuild().orElseThrow().isRunning()) {
      during.addAll(reads.take(10));
    }
    var rebuild = readModel.lastRebuild().orElseThrow();
    if (rebuild.phase() != Phase.DONE) {
      throw new IllegalStateException("the rebuild ended with " + rebuild);
    }
    var figures = new LinkedHashMap<String, Object>();
    figures.put("events", events);
    figures.put("readsAlone", alone.size());
    figures.put("readsDuring", during.size());
    figures.put("p50MsAlone", percentile(alone, 50));
    figures.put("p99MsAlone", percentile(alone, 99));
    figures.put("p50MsDuring", percentile(during, 50));
    figures.put("p99MsDuring", percentile(during, 99));
    figures.put("timesP99", percentile(during, 99) / percentile(alone, 99));
    return figures;
  }

  private static double percentile(List<Double> milliseconds, int percent) {
    return milliseconds.stream().sorted().skip(milliseconds.size() * (long) percent / 100)
        .findFirst().orElseThrow();
  }

  /** A mix of questions about the fractals of middle size, in turn. */
  private static final class Reads {

    private final ReadModel readModel;
    private final List<String> fractals;
    private int next;

    Reads(ReadModel readModel) {
      this.readModel = readModel;
      var all = readModel.goals().fractals().stream().map(FractalRow::id).toList();
      this.fractals = all.subList(all.size() / 4, all.size());
    }

    List<Double> take(int reads) {
      var milliseconds = new ArrayList<Double>();
      for (int read = 0; read < reads; read++) {
        long start = System.nanoTime();
        ask(next++);
        milliseconds.add((System.nanoTime() - start) / 1e6);
      }
      return milliseconds;
    }

    private int ask(int number) {
      var fractal = fractals.get(number % fractals.size());
      return switch (number % 4) {
        case 0 -> readModel.goals().goalsOfType(fractal, "ShortTermGoal").size();
        case 1 -> readModel.activities().activities(fractal).size();
        case 2 -> readModel.templates().templates(fractal).size();
        default -> readModel.goals().root(fractal).map(goal -> 1).orElse(0);
      };
    }
  }
}
