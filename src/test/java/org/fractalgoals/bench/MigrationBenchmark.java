package org.fractalgoals.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.fractalgoals.api.cli.Main;
import org.fractalgoals.legacy.LegacyFileGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * Migrates a large file of the newest legacy stage in a process of its own with a small heap, the proof included; beside
 * it the same rows are only copied. The property {@code rows} says how large, the property {@code heapMb} how much heap.
 */
final class MigrationBenchmark implements Benchmark {

  private static final long SEED = 1;

  @Override
  public Map<String, Object> run(Path directory) throws Exception {
    var legacy = directory.resolve("legacy.db");
    long rows = LegacyFileGenerator.write(legacy, Long.getLong("rows", 1_000_000), SEED);
    int heap = Integer.getInteger("heapMb", 512);
    var report = directory.resolve("report.json");

    long start = System.nanoTime();
    long peak = Child.run(Main.class, heap, directory.resolve("out"),
        List.of("migrate", legacy.toString(), "--data", directory.resolve("data").toString(),
            "--report", report.toString()));
    double seconds = (System.nanoTime() - start) / 1e9;
    double copySeconds = PlainCopy.run(legacy, directory.resolve("copy.db"));

    var figures = new LinkedHashMap<String, Object>();
    figures.put("rows", rows);
    figures.put("fileMb", Files.size(legacy) >> 20);
    figures.put("seconds", seconds);
    figures.put("rowsPerSecond", Math.round(rows / seconds));
    figures.put("plainCopySeconds", copySeconds);
    figures.put("timesPlainCopy", seconds / copySeconds);
    figures.put("heapLimitMb", heap);
    figures.put("peakResidentMb", peak);
    figures.put("events", JsonMapper.shared().readTree(report).get("events"));
    figures.put("phases", JsonMapper.shared().readTree(report).get("phases"));
    return figures;
  }
}
