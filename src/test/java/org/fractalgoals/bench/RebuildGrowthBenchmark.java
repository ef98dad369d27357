package org.fractalgoals.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import org.fractalgoals.bench.RebuildRun.Way;

/**
 * Builds the read model of a store, and of one with 25 times as many events, with the same small heap; the property
 * {@code manyEvents} says how many those are.
 */
final class RebuildGrowthBenchmark implements Benchmark {

  private static final long SEED = 2;
  private static final int HEAP = 256;
  private static final int TIMES = 25;

  @Override
  public Map<String, Object> run(Path directory) throws Exception {
    long many = Long.getLong("manyEvents", 5_000_000);
    var small = Files.createDirectory(directory.resolve("small"));
    EventGenerator.write(small, many / TIMES, SEED);
    var large = Files.createDirectory(directory.resolve("large"));
    EventGenerator.write(large, many, SEED);

    var few = RebuildBenchmark.median(Way.REBUILD, small, HEAP);
    var all = RebuildRun.start(Way.REBUILD, large, HEAP);
    var figures = new LinkedHashMap<String, Object>();
    figures.put("events", many);
    figures.put("heapLimitMb", HEAP);
    figures.put("storeMb", Files.size(large.resolve("events.db")) >> 20);
    figures.put("rebuildOfFew", few);
    figures.put("rebuildOfAll", all);
    figures.put("costPerEventTimes",
        RebuildBenchmark.perSecond(few) / RebuildBenchmark.perSecond(all));
    return figures;
  }
}
