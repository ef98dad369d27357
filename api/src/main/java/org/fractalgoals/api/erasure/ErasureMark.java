package org.fractalgoals.api.erasure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Says in a data directory that its files may still have something of what was purged. It outlives the process that set
 * it.
 *
 * @param directory the data directory
 */
public record ErasureMark(Path directory) {

  private static final String FILE = "erasing";

  private Path file() {
    return directory.resolve(FILE);
  }

  public boolean isSet() {
    return Files.exists(file());
  }

  /** It is on disk when this returns. */
  void set() {
    try {
      Files.writeString(file(),
          "The files here may still have something of what was purged: serve sees to it.\n");
      sync(file());
      sync(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void remove() {
    try {
      Files.deleteIfExists(file());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void sync(Path path) throws IOException {
    try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
