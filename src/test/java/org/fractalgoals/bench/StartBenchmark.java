package org.fractalgoals.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.fractalgoals.legacy.LegacyFileGenerator;

/**
 * How long starts take, from the command to its first line: of the server, with and without what an earlier start has
 * learnt, in turn and with the same flags otherwise; and of commands without a web server.
 */
final class StartBenchmark implements Benchmark {

  private static final int ROUNDS = Integer.getInteger("bench.rounds", 7);
  private static final long ROWS = 100;
  private static final List<String> FLAGS = List.of("--enable-native-access=ALL-UNNAMED",
      "-XX:+UseSerialGC");
  private static final String SHORT = "-XX:TieredStopAtLevel=1";

  @Override
  public Map<String, Object> run(Path directory) throws Exception {
    var jar = Path.of(System.getProperty("fractal.jar")).toAbsolutePath();
    var app = directory.resolve("app");
    run(List.of("-Djarmode=tools", "-jar", jar.toString(), "extract", "--destination",
        app.toString()));
    var extracted = app.resolve(jar.getFileName()).toString();
    var cache = directory.resolve("app.aot");
    run(with(FLAGS, "-XX:AOTCacheOutput=" + cache, "-Dspring.context.exit=onRefresh", "-jar",
        extracted, "serve", "--data", directory.resolve("learning").toString(), "--port", "0"));
    var data = directory.resolve("data").toString();
    var plain = with(FLAGS, "-jar", jar.toString());
    var learnt = with(FLAGS, "-XX:AOTCache=" + cache, "-XX:+VerifySharedSpaces", "-jar",
        extracted);
    var figures = new LinkedHashMap<String, Object>();
    figures.put("rounds", ROUNDS);
    compare("serve", plain, learnt, figures, "serve", "--data", data, "--port", "0");
    compare("status", with(List.of(SHORT), plain), with(List.of(SHORT), learnt), figures,
        "status", "--data", data);
    compare("verify", plain, learnt, figures, "verify", "--data", data);
    compare("backup", plain, learnt, figures, "backup", "--data", data,
        Files.createDirectory(directory.resolve("backups")).toString());
    compare("audit", with(List.of(SHORT), plain), with(List.of(SHORT), learnt), figures,
        "audit", "--data", data);
    var legacy = directory.resolve("legacy.db");
    LegacyFileGenerator.write(legacy, ROWS, 1);
    compare("migrateSmall", plain, learnt, figures, "migrate", legacy.toString(), "--dry-run",
        "--data", directory.resolve("migrated").toString());
    figures.put("cacheMb", Files.size(cache) >> 20);
    return figures;
  }

  private static void compare(String name, List<String> plain, List<String> learnt,
      Map<String, Object> figures, String... command) throws Exception {
    var without = new long[ROUNDS];
    var with = new long[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      without[round] = millisecondsToFirstLine(with(plain, command));
      with[round] = millisecondsToFirstLine(with(learnt, command));
    }
    figures.put(name + "WithoutMsMedian", median(without));
    figures.put(name + "WithMsMedian", median(with));
    figures.put(name + "Ratio", Math.round(100.0 * median(with) / median(without)) / 100.0);
  }

  private static long median(long[] values) {
    var sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static long millisecondsToFirstLine(List<String> arguments) throws Exception {
    long start = System.nanoTime();
    var process = process(arguments).start();
    try (var output = process.inputReader()) {
      var line = output.readLine();
      long end = System.nanoTime();
      if (line == null) {
        throw new IllegalStateException("it says nothing: " + arguments);
      }
      process.destroy();
      process.waitFor();
      return (end - start) / 1_000_000;
    }
  }

  private static void run(List<String> arguments) throws IOException, InterruptedException {
    var process = process(arguments).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    if (process.waitFor() != 0) {
      throw new IllegalStateException("it fails: " + arguments);
    }
  }

  private static ProcessBuilder process(List<String> arguments) {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(with(List.of(java), arguments))
        .redirectError(ProcessBuilder.Redirect.DISCARD);
  }

  private static List<String> with(List<String> first, String... more) {
    return with(first, List.of(more));
  }

  private static List<String> with(List<String> first, List<String> more) {
    var all = new ArrayList<>(first);
    all.addAll(more);
    return all;
  }
}
