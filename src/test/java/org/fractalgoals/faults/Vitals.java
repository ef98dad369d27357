package org.fractalgoals.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What a process holds at a moment.
 *
 * @param heapBytes of objects that are alive
 * @param residentBytes of memory, as the operating system counts them
 * @param journalBytes of the largest journal in its data directory
 */
record Vitals(long heapBytes, long residentBytes, long fileHandles, long journalBytes) {

  static Vitals of(long pid, Path directory) throws Exception {
    return new Vitals(heap(pid), resident(pid), handles(pid), journal(directory));
  }

  /** The one in the middle of some of them. */
  static long median(List<Vitals> vitals, ToLongFunction<Vitals> what) {
    return vitals.stream().mapToLong(what).sorted().skip(vitals.size() / 2).findFirst()
        .orElseThrow();
  }

  /** Counting the objects of each class collects the garbage first; the last line has the total. */
  private static long heap(long pid) throws Exception {
    var process = new ProcessBuilder(
        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), String.valueOf(pid),
        "GC.class_histogram").redirectErrorStream(true).start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    var total = output.lines().filter(line -> line.startsWith("Total")).findFirst()
        .orElseThrow(() -> new IOException(output));
    return Long.parseLong(total.split("\\s+", -1)[2]);
  }

  private static long resident(long pid) throws IOException {
    var line = Files.readAllLines(Path.of("/proc/%d/status".formatted(pid))).stream()
        .filter(text -> text.startsWith("VmRSS:")).findFirst().orElseThrow();
    return 1024 * Long.parseLong(line.replaceAll("\\D", ""));
  }

  private static long handles(long pid) throws IOException {
    try (var handles = Files.list(Path.of("/proc/%d/fd".formatted(pid)))) {
      return handles.count();
    }
  }

  private static long journal(Path directory) throws IOException {
    try (var files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith("-wal"))
          .mapToLong(file -> file.toFile().length()).max().orElse(0);
    }
  }
}
