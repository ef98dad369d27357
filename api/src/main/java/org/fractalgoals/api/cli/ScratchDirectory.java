package org.fractalgoals.api.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/** A temporary directory that goes with what is in it. Safe for use by the thread that ends the process. */
final class ScratchDirectory implements AutoCloseable {

  /** The directory made last. It is known to the end of the process before anybody can see it. */
  private static final class Last {

    private @Nullable ScratchDirectory made;
    private boolean ended;

    synchronized ScratchDirectory make(Supplier<ScratchDirectory> place) {
      if (ended) {
        throw ended();
      }
      made = place.get();
      return made;
    }

    synchronized void end() {
      ended = true;
      if (made != null) {
        made.close();
      }
    }
  }

  /** How often it is tried to remove it. */
  private static final int ATTEMPTS = 20;

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
   * Makes one where there is room for so much: among the temporary files of the system or, where these have too little,
   * in the file system of another directory. It goes also when the process is told to end, whoever uses it then.
   *
   * @param name how its name begins
   * @throws CommandFailed if it cannot be made
   */
  static ScratchDirectory withRoom(String name, long bytes, Path directory) {
    var last = new Last();
    Runtime.getRuntime().addShutdownHook(new Thread(last::end));
    for (var place : List.<Supplier<ScratchDirectory>>of(() -> make(name),
        () -> beside(directory))) {
      var made = last.make(place);
      if (made.room() >= bytes) {
        return made;
      }
      made.close();
    }
    throw new CommandFailed(
        "There is too little room for temporary files: about %d MB are needed in %s or beside %s."
            .formatted((bytes >> 20) + 1, System.getProperty("java.io.tmpdir"), directory));
  }

  Path path() {
    return path;
  }

  private long room() {
    try {
      return Files.getFileStore(path).getUsableSpace();
    } catch (IOException e) {
      throw new CommandFailed("The room in %s cannot be found out: %s.".formatted(path, e));
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
          place == null ? directory.toAbsolutePath().getRoot() : place, ".fractal-scratch"));
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
      throw ended();
    }
    return work.apply(path);
  }

  private static CommandFailed ended() {
    return new CommandFailed("The command was ended.");
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
    for (int attempt = 1; Files.exists(path); attempt++) {
      try {
        removeAll();
      } catch (IOException | UncheckedIOException e) {
        // whoever still reads what is in it may make or remove files meanwhile
        if (attempt == ATTEMPTS) {
          throw new CommandFailed(
              "The temporary directory %s could not be removed: %s.".formatted(path, e));
        }
      }
    }
  }

  private void removeAll() throws IOException {
    try (var files = Files.walk(path)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
