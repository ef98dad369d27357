package org.fractalgoals.legacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.fractalgoals.eventstore.DirectoryLock;
import org.fractalgoals.process.Program;
import org.fractalgoals.process.Program.Ended;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in the way of a migration is told in one sentence, and nothing is written. */
class RefusalTest {

  @TempDir Path folder;

  private DataDirectory directory = new DataDirectory(Path.of(""));
  private Path file = Path.of("");

  @BeforeEach
  void aFile() throws Exception {
    directory = new DataDirectory(folder);
    file = folder.resolve("legacy.db");
    LegacyFileGenerator.write(file, 1_000, 1);
  }

  private void assertRefused(Ended ended, String... parts) {
    assertThat(ended.exitCode()).as(ended.output()).isEqualTo(1);
    assertThat(ended.output()).isEmpty();
    assertThat(ended.errors().strip()).hasLineCount(1).contains(parts);
    assertThat(directory.data().resolve("events.db")).doesNotExist();
    assertThat(directory.data().resolve("events.db.importing")).doesNotExist();
  }

  @Test
  void a_directory_in_place_of_a_file() {
    assertRefused(directory.run("migrate", folder.toString()), "is not a file");
  }

  @Test
  void a_file_cut_short() throws Exception {
    var bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length - 4096));
    assertRefused(directory.run("migrate", file.toString()), "damaged or cut short");
  }

  @Test
  void a_page_in_the_middle_that_is_no_page() throws Exception {
    var bytes = Files.readAllBytes(file);
    int middle = bytes.length / 4096 / 2 * 4096;
    Arrays.fill(bytes, middle, middle + 4096, (byte) 0x5a);
    Files.write(file, bytes);
    assertRefused(directory.run("migrate", file.toString()), "damaged or cut short");
  }

  @Test
  void a_second_run_while_one_is_running() throws Exception {
    var large = folder.resolve("large.db");
    LegacyFileGenerator.write(large, 20_000, 1);
    var first = Program.process("migrate", large.toString(), "--data", directory.data().toString())
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.INHERIT).start();
    while (DirectoryLock.holder(directory.data()).isEmpty()) {
      assertThat(first.isAlive()).as("the first run takes the directory").isTrue();
      Thread.onSpinWait();
    }
    var second = directory.run("migrate", file.toString());
    assertThat(second.exitCode()).isEqualTo(1);
    assertThat(second.errors().strip()).hasLineCount(1).contains("process " + first.pid());
    assertThat(first.waitFor()).isZero();
  }

  @Test
  void a_file_that_may_not_be_read() throws Exception {
    assumeTrue("root".equals(System.getProperty("user.name")),
        "only root can act as somebody else");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    assumeTrue(asNobody(List.of("test", "-r", System.getProperty("fractal.jar"))).exitCode() == 0,
        "the program lies where only root can read it");
    assertRefused(asNobody(Program
        .process("migrate", file.toString(), "--data", directory.data().toString()).command()),
        file.toString());
  }

  private Ended asNobody(List<String> command) throws Exception {
    var all = new ArrayList<>(
        List.of("setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups"));
    all.addAll(command);
    return ended(new ProcessBuilder(all));
  }

  private Ended ended(ProcessBuilder program) throws Exception {
    var output = folder.resolve("output");
    var errors = folder.resolve("errors");
    int exitCode = program.redirectOutput(output.toFile()).redirectError(errors.toFile()).start()
        .waitFor();
    return new Ended(exitCode, Files.readString(output), Files.readString(errors));
  }

  @Test
  void too_little_disk() throws Exception {
    var disk = Files.createDirectory(folder.resolve("small"));
    assumeTrue(ended(new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs",
        disk.toString())).exitCode() == 0, "no small disk can be mounted here");
    try {
      directory = new DataDirectory(disk);
      assertRefused(directory.run("migrate", file.toString()), "too little room");
    } finally {
      assertThat(ended(new ProcessBuilder("umount", disk.toString())).exitCode()).isZero();
    }
  }
}
