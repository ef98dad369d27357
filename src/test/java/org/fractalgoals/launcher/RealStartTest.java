package org.fractalgoals.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** The launcher with the real program and the real Java. */
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
class RealStartTest {

  @TempDir Path directory;

  @Test
  void the_program_says_the_same_with_what_it_has_learnt_and_where_that_is_damaged()
      throws Exception {
    assumeTrue(Runtime.version().feature() >= 25, "this Java keeps nothing of a start");
    var checkout = Checkout.in(directory);
    checkout.maven("mkdir -p api/target; cat '%s' > api/target/fractal-goals-app.jar"
        .formatted(Path.of(System.getProperty("fractal.jar")).toAbsolutePath()));
    Files.createDirectories(checkout.jvms());
    Files.createSymbolicLink(checkout.jvms().resolve("jdk"),
        Path.of(System.getProperty("java.home")));

    var first = checkout.run("--version");
    assertThat(first.err()).isEmpty();
    assertThat(first.out()).startsWith("Fractal Goals ").hasLineCount(1);
    var kept = checkout.work().resolve("cache").resolve(checkout.learnt().getFirst())
        .resolve("app.aot");
    assertThat(kept).isNotEmptyFile();
    assertThat(checkout.run("--version")).isEqualTo(first);

    var learnt = Files.readAllBytes(kept);
    learnt[learnt.length / 2] ^= 1;
    Files.write(kept, learnt);
    assertThat(checkout.run("--version")).isEqualTo(first);

    Files.writeString(kept, "damaged");
    assertThat(checkout.run("--version")).isEqualTo(first);
  }
}
