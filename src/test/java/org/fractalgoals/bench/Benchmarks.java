package org.fractalgoals.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs benchmarks by name, each in a directory of its own that is removed, and prints one JSON line with the figures and
 * the facts of the machine.
 */
final class Benchmarks {

  private static final Map<String, Benchmark> ALL = new TreeMap<>(
      Map.ofEntries(Map.entry("asof", new AsOfBenchmark()),
          Map.entry("audit", new AuditBenchmark()), Map.entry("cascade", new CascadeBenchmark()),
          Map.entry("commands", new CommandsBenchmark()),
          Map.entry("migration", new MigrationBenchmark()),
          Map.entry("queries", new QueriesBenchmark()),
          Map.entry("reads-while-rebuild", new ReadsWhileRebuildBenchmark()),
          Map.entry("rebuild", new RebuildBenchmark()),
          Map.entry("rebuild-growth", new RebuildGrowthBenchmark()),
          Map.entry("session-load", new SessionLoadBenchmark()),
          Map.entry("start", new StartBenchmark())));

  private Benchmarks() {}

  public static void main(String[] names) throws Exception {
    for (var name : names) {
      var benchmark = ALL.get(name);
      if (benchmark == null) {
        throw new IllegalArgumentException("no benchmark \"%s\", only %s".formatted(name,
            String.join(", ", ALL.keySet())));
      }
      run(name, benchmark);
    }
  }

  @SuppressWarnings("SystemOut") // what it is for
  private static void run(String name, Benchmark benchmark) throws Exception {
    var directory = Files.createTempDirectory("fractal-bench");
    try {
      var line = new LinkedHashMap<String, Object>();
      line.put("benchmark", name);
      line.putAll(benchmark.run(directory));
      line.put("cpus", Runtime.getRuntime().availableProcessors());
      line.put("heapMb", Runtime.getRuntime().maxMemory() >> 20);
      line.put("java", Runtime.version().toString());
      System.out.println(JsonMapper.shared().writeValueAsString(line));
    } finally {
      remove(directory);
    }
  }

  private static void remove(Path directory) throws IOException {
    FileSystemUtils.deleteRecursively(directory);
  }
}
