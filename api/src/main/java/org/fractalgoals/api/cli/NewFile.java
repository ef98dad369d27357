package org.fractalgoals.api.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.function.Function;

/** A file of text that only its owner may read. It bears its name only when all of it is there and on the disk. */
final class NewFile {

  private NewFile() {}

  /**
   * Writes a file.
   *
   * @param out must not be there; its folder must
   * @return what the filling returned
   * @throws CommandFailed if there is such a file, or it cannot be written; nothing is left of it then
   */
  static <T> T write(Path out, Function<Writer, T> filling) {
    if (Files.exists(out)) {
      throw new CommandFailed(
          "There is a file %s already: name another one, or move it away first.".formatted(out));
    }
    var partial = out.resolveSibling(out.getFileName() + ".partial");
    try {
      Files.deleteIfExists(partial);
      try {
        Files.createFile(partial, PosixFilePermissions
            .asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        var result = fill(partial, filling);
        sync(partial);
        Files.move(partial, out);
        sync(Objects.requireNonNull(out.toAbsolutePath().getParent()));
        return result;
      } finally {
        Files.deleteIfExists(partial);
      }
    } catch (IOException | UncheckedIOException e) {
      throw new CommandFailed("The file %s could not be written: %s.".formatted(out, e));
    }
  }

  private static <T> T fill(Path file, Function<Writer, T> filling) throws IOException {
    try (var writer = Files.newBufferedWriter(file)) {
      return filling.apply(writer);
    }
  }

  private static void sync(Path path) throws IOException {
    try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
