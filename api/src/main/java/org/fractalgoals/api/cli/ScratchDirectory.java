package org.fractalgoals.api.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.Function;

/** A temporary directory that goes with what is in it. Safe for use by the thread that ends the process. */
final class ScratchDirectory implements AutoCloseable {

  private final Path path;
  private boolean removed;

  private ScratchDirectory(Path path) {
    this.path = path;
  }

  /**
   * @param name how its name begins
   * @throws CommandFailed if it cannot be made
   */
  static ScratchDirectory make(String name) {
    try {
      return new ScratchDirectory(Files.createTempDirectory(name));
    } catch (IOException e) {
      throw new CommandFailed("A temporary directory could not be made: %s.".formatted(e));
    }
  }

  /**
   * Makes one in the file system of another directory, which need not be there.
   *
   * @throws CommandFailed if it cannot be made
   */
  static ScratchDirectory beside(Path directory) {
    var place = directory.toAbsolutePath().getParent();
    while (place != null && !Files.isDirectory(place)) {
      place = place.getParent();
    }
    try {
      return new ScratchDirectory(Files.createTempDirectory(
          place == null ? directory.toAbsolutePath().getRoot() : place, ".fractal-rehearsal"));
    } catch (IOException e) {
      throw new CommandFailed("A temporary directory could not be made: %s.".formatted(e));
    }
  }

  /**
   * Fills it. Whoever wants to remove it meanwhile waits.
   *
   * @throws CommandFailed if it is removed already
   */
  synchronized <T> T fill(Function<Path, T> work) {
    if (removed) {
      throw new CommandFailed("The command was ended.");
    }
    return work.apply(path);
  }

  /**
   * Removes it with all that is in it. Once more does nothing.
   *
   * @throws CommandFailed if something in it cannot be removed
   */
  @Override
  public synchronized void close() {
    if (removed) {
      return;
    }
    removed = true;
    try (var files = Files.walk(path)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new CommandFailed(
          "The temporary directory %s could not be removed: %s.".formatted(path, e));
    }
  }
}
