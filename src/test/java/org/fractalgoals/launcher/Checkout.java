package org.fractalgoals.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A small checkout with the real launcher, and a PATH with nothing on it but what the launcher needs: which Java and
 * which Maven it finds is up to the test.
 */
final class Checkout {

  private static final List<String> TOOLS = List.of("bash", "cat", "cut", "dirname", "find",
      "flock", "grep", "ls", "mkdir", "mktemp", "mv", "readlink", "rm", "sha256sum", "sort", "tar",
      "touch", "xargs");

  private final Path directory;

  /** What a run of the launcher said. */
  record Outcome(int status, String out, String err) {}

  private Checkout(Path directory) {
    this.directory = directory;
  }

  static Checkout in(Path directory) throws IOException {
    var checkout = new Checkout(directory);
    Files.createDirectories(checkout.bin());
    for (var tool : TOOLS) {
      Files.createSymbolicLink(checkout.bin().resolve(tool), find(tool));
    }
    Files.createDirectories(checkout.home().resolve("api/src/main/java"));
    Files.createDirectories(checkout.home().resolve("src/test"));
    Files.createDirectories(checkout.home().resolve("api/target"));
    for (var pom : List.of("pom.xml", "api/pom.xml", "src/test/pom.xml")) {
      Files.writeString(checkout.home().resolve(pom), "<project/>");
    }
    checkout.edit("class Application {}");
    // surefire runs the tests of a module in its folder
    Files.copy(Path.of("../../fractal"), checkout.launcher());
    return checkout;
  }

  private static Path find(String tool) {
    return List.of("/bin", "/usr/bin", "/usr/local/bin", "/opt/homebrew/bin").stream()
        .map(folder -> Path.of(folder, tool)).filter(Files::isExecutable).findFirst()
        .orElseThrow(() -> new IllegalStateException("this machine has no " + tool));
  }

  Path home() {
    return directory.resolve("a home");
  }

  Path launcher() {
    return home().resolve("fractal");
  }

  /** The PATH. */
  Path bin() {
    return directory.resolve("bin");
  }

  /** Where installed JDKs are looked for. */
  Path jvms() {
    return directory.resolve("jvms");
  }

  Path work() {
    return home().resolve(".fractal");
  }

  void edit(String source) throws IOException {
    Files.writeString(home().resolve("api/src/main/java/Application.java"), source);
  }

  /** A JDK whose java prints what it is told to do, and does nothing. */
  Path jdk(Path jdk, String version) throws IOException {
    Files.createDirectories(jdk.resolve("bin"));
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"%s\"%n".formatted(version));
    script(jdk.resolve("bin/java"), "printf '%s\\n' \"java " + version
        + "\" \"$$\" \"$PWD\" \"$@\"");
    return jdk;
  }

  void java(String version) throws IOException {
    jdk(jvms().resolve("jdk"), version);
  }

  /**
   * A JDK that keeps what a start has learnt: it unpacks a jar into a folder, learns into a file, or prints what it is told
   * to do.
   *
   * @param learning what it does while it learns, such as waiting
   */
  void learningJava(String version, String learning) throws IOException {
    var jdk = jdk(jvms().resolve("jdk"), version);
    Files.writeString(jdk.resolve("release"), """
      JAVA_RUNTIME_VERSION="%s+9-LTS"
      JAVA_VERSION="%s"
      """.formatted(version, version));
    script(jdk.resolve("bin/java"), """
      for argument in "$@"; do
        case $argument in
          -XX:AOTCacheOutput=*) learnt=${argument#*=} ;;
        esac
      done
      if [[ $1 == -Djarmode=tools ]]; then
        mkdir -p "$6"
        cat "$3" >"$6/${3##*/}"
      elif [[ -n ${learnt:-} ]]; then
        %s
        echo learnt >"$learnt"
      else
        printf '%%s\n' "$@"
      fi""".formatted(learning));
  }

  /** A Maven that runs this in the folder it was called in. */
  void maven(String script) throws IOException {
    script(bin().resolve("mvn"), script);
  }

  static void script(Path file, String text) throws IOException {
    Files.writeString(file, "#!/usr/bin/env bash\nset -eu\n" + text + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  ProcessBuilder command(Path launcher, String... arguments) {
    // a shell cannot trap signals that were ignored when it began, as they are in the background of another one
    var command = new ProcessBuilder("/usr/bin/env", "--default-signal=INT,TERM,HUP",
        launcher.toString());
    command.command().addAll(List.of(arguments));
    command.environment().clear();
    command.environment()
        .putAll(Map.of("PATH", bin().toString(), "FRACTAL_JVM_DIR", jvms().toString()));
    return command.directory(directory.toFile());
  }

  Process start(String... arguments) throws IOException {
    return command(launcher(), arguments).start();
  }

  Outcome run(String... arguments) throws Exception {
    return outcome(start(arguments));
  }

  static Outcome outcome(Process process) throws Exception {
    var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    var err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(1, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IllegalStateException("the launcher does not end; it said " + out + err);
    }
    return new Outcome(process.exitValue(), out, err);
  }

  /** What starts have learnt, and whatever else lies there, the lock aside. */
  List<String> learnt() throws IOException {
    try (var entries = Files.list(work().resolve("cache"))) {
      return entries.map(entry -> String.valueOf(entry.getFileName()))
          .filter(name -> !name.equals("lock")).sorted().toList();
    }
  }

  /** The jars that were built, and whatever else lies about, the lock and what starts have learnt aside. */
  List<String> built() throws IOException {
    if (!Files.exists(work())) {
      return List.of();
    }
    try (var entries = Files.list(work())) {
      return entries.map(entry -> String.valueOf(entry.getFileName()))
          .filter(name -> !name.equals("lock") && !name.equals("cache")).sorted().toList();
    }
  }
}
