package org.fractalgoals.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.fractalgoals.api.cli.Main;
import org.fractalgoals.legacy.LegacyFileGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * Migrates a large file of the newest legacy stage in a process of its own with a small heap, the proof included. The
 * property {@code rows} says how large, the property {@code heapMb} how much heap.
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
    var process = new ProcessBuilder(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "-Xmx" + heap + "m", "-cp",
        System.getProperty("java.class.path"), Main.class.getName(), "migrate", legacy.toString(),
        "--data", directory.resolve("data").toString(), "--report", report.toString())
        .redirectOutput(directory.resolve("out").toFile())
        .redirectError(ProcessBuilder.Redirect.INHERIT).start();
    long peak = peakMegabytes(process);
    double seconds = (System.nanoTime() - start) / 1e9;
    if (process.exitValue() != 0) {
      throw new IllegalStateException(
          "migrate ended with " + process.exitValue() + ": "
              + Files.readString(directory.resolve("out")));
    }

    var figures = new LinkedHashMap<String, Object>();
    figures.put("rows", rows);
    figures.put("fileMb", Files.size(legacy) >> 20);
    figures.put("seconds", seconds);
    figures.put("rowsPerSecond", Math.round(rows / seconds));
    figures.put("heapLimitMb", heap);
    figures.put("peakResidentMb", peak);
    figures.put("events", JsonMapper.shared().readTree(report).get("events"));
    figures.put("phases", JsonMapper.shared().readTree(report).get("phases"));
    return figures;
  }

  /** Waits for the end; answers the greatest memory the process had, -1 where the system does not tell. */
  private static long peakMegabytes(Process process) throws InterruptedException {
    long peak = -1;
    do {
      peak = Math.max(peak, residentMegabytes(process.pid()));
    } while (!process.waitFor(100, TimeUnit.MILLISECONDS));
    return peak;
  }

  private static long residentMegabytes(long pid) {
    try {
      return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10).findFirst()
          .orElse(-1);
    } catch (IOException noneOrEnded) {
      return -1;
    }
  }
}
