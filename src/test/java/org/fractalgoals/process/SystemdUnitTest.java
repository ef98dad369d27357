package org.fractalgoals.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What systemd itself says of the unit. */
class SystemdUnitTest {

  @TempDir Path directory;

  private static boolean isHere() throws InterruptedException {
    try {
      return new ProcessBuilder("systemd-analyze", "--version")
          .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
    } catch (IOException noSuchCommand) {
      return false;
    }
  }

  @Test
  void systemd_finds_no_fault_with_the_unit() throws Exception {
    assumeTrue(isHere(), "this machine has no systemd-analyze");
    var unit = Files.readString(Path.of("../../docs/systemd/fractal.service"));
    assertThat(unit).contains("ExecStart=/opt/fractal-goals/fractal ");
    // it is looked at whether the program is there, which is installed elsewhere
    var here = Files.writeString(directory.resolve("fractal.service"),
        unit.replace("/opt/fractal-goals/fractal ", "/bin/true "));

    var process = new ProcessBuilder("systemd-analyze", "verify", here.toString())
        .redirectErrorStream(true).start();

    assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEmpty();
    assertThat(process.waitFor()).isZero();
  }
}
