package org.fractalgoals.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.fractalgoals.bench.RebuildRun.Way;
import org.fractalgoals.projections.rebuild.RebuildProgress.Phase;
import tools.jackson.databind.JsonNode;

/**
 * Builds the read model of many events with a small heap, next to reading them only, and next to Axon's processor at its
 * best setting on a smaller store. Each run is a process of its own; the property {@code events} says how many events.
 */
final class RebuildBenchmark implements Benchmark {

  private static final long SEED = 1;
  private static final int HEAP = 256;
  /** More than it needs. */
  private static final int HEAP_OF_STOCK = 1_024;
  private static final int ROUNDS = 3;
  private static final List<Integer> BATCH_SIZES = List.of(1, 100, 1_000, 5_000);
  private static final List<Integer> SEGMENTS = List.of(1, 2, 4);

  @Override
  public Map<String, Object> run(Path directory) throws Exception {
    long events = Long.getLong("events", 1_000_000);
    var all = store(directory, events);
    var some = store(directory, events / 5);
    var few = store(directory, events / 50);

    var figures = new LinkedHashMap<String, Object>();
    figures.put("events", events);
    figures.put("storeMb", Files.size(all.resolve("events.db")) >> 20);
    var rebuild = median(Way.REBUILD, all, HEAP);
    var read = median(Way.READ, all, HEAP);
    figures.put("rebuild", rebuild);
    figures.put("floor", read);
    figures.put("timesFloor", seconds(rebuild) / seconds(read));
    figures.put("timesFloorUnchecked",
        (seconds(rebuild) - checking(rebuild)) / seconds(read));

    var tried = settings(few);
    var best = tried.getFirst();
    var stock = median(Way.STOCK, some, HEAP_OF_STOCK, best.batchSize(), best.segments());
    var rebuildOfSome = median(Way.REBUILD, some, HEAP);
    figures.put("stockTried", tried);
    figures.put("stock", stock);
    figures.put("rebuildOfSameEvents", rebuildOfSome);
    requireSame(stock, rebuildOfSome);
    figures.put("timesStock", perSecond(rebuild) / perSecond(stock));
    return figures;
  }

  private static Path store(Path directory, long events) throws Exception {
    var store = Files.createDirectory(directory.resolve("store-" + events));
    EventGenerator.write(store, events, SEED);
    return store;
  }

  /** How many events per second the stock processor applies with a setting. */
  record Setting(int batchSize, int segments, double eventsPerSecond) {}

  /** The best one first. */
  private static List<Setting> settings(Path store) throws Exception {
    var settings = new ArrayList<Setting>();
    for (int batchSize : BATCH_SIZES) {
      for (int segments : SEGMENTS) {
        settings.add(new Setting(batchSize, segments,
            perSecond(RebuildRun.start(Way.STOCK, store, HEAP_OF_STOCK, batchSize, segments))));
      }
    }
    settings.sort(Comparator.comparingDouble(Setting::eventsPerSecond).reversed());
    return settings;
  }

  /** The run of the median time. */
  static Map<String, Object> median(Way way, Path store, int heapMb, Integer... settings)
      throws Exception {
    var runs = new ArrayList<Map<String, Object>>();
    for (int round = 0; round < ROUNDS; round++) {
      runs.add(RebuildRun.start(way, store, heapMb, settings));
    }
    runs.sort(Comparator.comparingDouble(RebuildBenchmark::seconds));
    return runs.get(ROUNDS / 2);
  }

  static double seconds(Map<String, Object> run) {
    return Double.parseDouble(String.valueOf(run.get("seconds")));
  }

  static double perSecond(Map<String, Object> run) {
    return Double.parseDouble(String.valueOf(run.get("eventsPerSecond")));
  }

  private static double checking(Map<String, Object> rebuild) {
    return rebuild.get("phases") instanceof JsonNode phases
        ? phases.get(Phase.CHECKING.name()).asDouble()
        : 0;
  }

  private static void requireSame(Map<String, Object> stock, Map<String, Object> rebuild) {
    if (!String.valueOf(stock.get("rows")).equals(String.valueOf(rebuild.get("rows")))) {
      throw new IllegalStateException("%s rows became of what should be %s".formatted(
          stock.get("rows"), rebuild.get("rows")));
    }
  }
}
