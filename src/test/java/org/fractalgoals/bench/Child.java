package org.fractalgoals.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program in a process of its own, with a heap of its own. */
final class Child {

  private Child() {}

  /**
   * Runs a program to its end.
   *
   * @param heapMb the greatest heap it may have
   * @param output takes what it prints
   * @return the greatest memory the process had, in megabytes; -1 where the system does not tell
   * @throws IllegalStateException if it does not end well
   */
  static long run(Class<?> program, int heapMb, Path output, List<String> arguments)
      throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "-Xmx" + heapMb + "m", "-cp",
        System.getProperty("java.class.path"), program.getName()));
    command.addAll(arguments);
    var process = new ProcessBuilder(command).redirectOutput(output.toFile())
        .redirectError(ProcessBuilder.Redirect.INHERIT).start();
    long peak = peakMegabytes(process);
    if (process.exitValue() != 0) {
      throw new IllegalStateException("%s ended with %d: %s".formatted(program.getSimpleName(),
          process.exitValue(), Files.readString(output)));
    }
    return peak;
  }

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
