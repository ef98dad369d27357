package org.fractalgoals.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file system in memory with little room. Mounting one needs a privilege: where that is missing a test is skipped. */
final class SmallDisk implements AutoCloseable {

  private static final int BLOCK = 4096;

  private final Path place;

  private SmallDisk(Path place) {
    this.place = place;
  }

  /** Mounts one at a directory, which is made. */
  static SmallDisk at(Path place, int megabytes) throws IOException {
    Files.createDirectory(place);
    assumeTrue(isDone("mount", "-t", "tmpfs", "-o", "size=%dm".formatted(megabytes), "tmpfs",
        place.toString()), "a small disk cannot be mounted here");
    return new SmallDisk(place);
  }

  private static boolean isDone(String... command) {
    try {
      return new ProcessBuilder(command).redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
    } catch (IOException noSuchCommand) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  Path place() {
    return place;
  }

  /** Takes the room there is, save for some blocks of 4 KiB. Nobody else may write meanwhile. */
  void fill(int blocksLeft) throws IOException {
    try (var filler = Files.newOutputStream(filler())) {
      long blocks = Files.getFileStore(place).getUsableSpace() / BLOCK - blocksLeft;
      for (long block = 0; block < blocks; block++) {
        filler.write(new byte[BLOCK]);
      }
    }
  }

  /** Takes all the room there is, while others write. */
  void fillUp() throws IOException {
    try (var filler = Files.newOutputStream(filler())) {
      while (Files.getFileStore(place).getUsableSpace() > 0) {
        filler.write(new byte[BLOCK]);
      }
    } catch (IOException noSpaceLeft) {
      // others have taken what was left
      assertThat(Files.getFileStore(place).getUsableSpace()).isZero();
    }
  }

  /** Gives the room back. */
  void free() throws IOException {
    Files.delete(filler());
  }

  private Path filler() {
    return place.resolve("filler");
  }

  @Override
  public void close() {
    assertThat(isDone("umount", "-l", place.toString())).isTrue();
  }
}
