package org.fractalgoals.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import org.fractalgoals.api.cli.Main;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The real program, as a process of its own. */
public final class Program {

  private static final JsonMapper MAPPER = new JsonMapper();
  private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+");

  private Program() {}

  /**
   * What a command printed and how it ended.
   *
   * @param output stdout
   * @param errors stderr
   */
  public record Ended(int exitCode, String output, String errors) {

    public JsonNode json() {
      return MAPPER.readTree(output);
    }
  }

  /** Runs a command to its end. */
  public static Ended run(String... arguments) throws IOException, InterruptedException {
    return run(process(arguments));
  }

  /** The same with another version of the program. */
  public static Ended runVersion(Path jar, String... arguments)
      throws IOException, InterruptedException {
    return run(new ProcessBuilder(command(jar, arguments)));
  }

  private static Ended run(ProcessBuilder program) throws IOException, InterruptedException {
    var errors = File.createTempFile("fractal-goals", ".err");
    try {
      var process = program.redirectError(errors).start();
      process.getOutputStream().close();
      var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("the command ends").isTrue();
      return new Ended(process.exitValue(), output,
          Files.readString(errors.toPath()));
    } finally {
      Files.delete(errors.toPath());
    }
  }

  /** The same in this process, which saves the start of another one. */
  public static Ended runHere(String... arguments) {
    var output = new StringWriter();
    var errors = new StringWriter();
    var exitCode = Main.commandLine(Map.of(), Clock.systemUTC())
        .setOut(new PrintWriter(output, true)).setErr(new PrintWriter(errors, true))
        .execute(arguments);
    return new Ended(exitCode, output.toString(), errors.toString());
  }

  /** A command that can be started as a process of its own. */
  public static ProcessBuilder process(String... arguments) {
    return new ProcessBuilder(command(arguments));
  }

  /** Starts a server on any free port and waits until it says that it answers. */
  public static Server serve(Path directory, String... arguments) throws IOException {
    var all = new ArrayList<>(List.of("serve", "--data", directory.toString(), "--port", "0"));
    all.addAll(List.of(arguments));
    return serve(new ProcessBuilder(command(all.toArray(String[]::new))));
  }

  /** Starts a server of another version of the program. */
  public static Server serveVersion(Path jar, Path directory) throws IOException {
    return serve(new ProcessBuilder(
        command(jar, "serve", "--data", directory.toString(), "--port", "0")));
  }

  /** Starts a server in a folder and an environment of its own. */
  public static Server serve(Path directory, Path folder, Map<String, String> environment)
      throws IOException {
    var program = new ProcessBuilder(
        command("serve", "--data", directory.toString(), "--port", "0"))
        .directory(folder.toFile());
    program.environment().putAll(environment);
    return serve(program);
  }

  /**
   * Starts a server on any free port with a limited heap.
   *
   * @param megabytes the limit
   */
  public static Server serveWithin(int megabytes, Path directory) throws IOException {
    var command = new ArrayList<>(
        command("serve", "--data", directory.toString(), "--port", "0"));
    command.add(1, "-Xmx" + megabytes + "m");
    return serve(new ProcessBuilder(command));
  }

  /** Starts the demo on any free port, with a folder for its temporary files. */
  public static Server demo(Path temporary) throws IOException {
    var command = new ArrayList<>(command("demo", "--port", "0"));
    command.add(1, "-Djava.io.tmpdir=" + temporary);
    return serve(new ProcessBuilder(command));
  }

  private static Server serve(ProcessBuilder program) throws IOException {
    var process = program.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    var output = process.inputReader();
    for (var line = output.readLine(); line != null; line = output.readLine()) {
      var address = ADDRESS.matcher(line);
      if (address.find()) {
        return new Server(process, output, URI.create(address.group()));
      }
    }
    process.destroyForcibly();
    throw new AssertionError("the server ended before it answered");
  }

  /** The program as it was built. */
  public static Path jar() {
    return Path.of(System.getProperty("fractal.jar"));
  }

  private static List<String> command(String... arguments) {
    return command(jar(), arguments);
  }

  /** Most processes live for seconds: the second compiler would take more time than it saves. */
  private static List<String> command(Path jar, String... arguments) {
    var command = new ArrayList<>(
        List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
            "-Dstdout.encoding=UTF-8", "-jar", jar.toString()));
    command.addAll(List.of(arguments));
    return command;
  }

  /** A running server. Closing it kills it. */
  public static final class Server extends Http {

    private final Process process;
    private final BufferedReader output;

    private Server(Process process, BufferedReader output, URI address) {
      super(address);
      this.process = process;
      this.output = output;
    }

    public long pid() {
      return process.pid();
    }

    /** Ends it as a power cut would: {@code kill -9}. */
    public void kill() throws InterruptedException {
      process.destroyForcibly();
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).as("killed by SIGKILL").isEqualTo(137);
    }

    /** Ends it as Ctrl-C and service managers do, and returns its exit code. */
    public int stop() throws InterruptedException {
      process.destroy();
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).as("it stops when asked to").isTrue();
      return process.exitValue();
    }

    @Override
    public void close() throws IOException {
      process.destroyForcibly();
      output.close();
      super.close();
    }
  }
}
