package org.fractalgoals.projections.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The read models of one fingerprint in a data directory, one file for each time it was built. A pointer file names the
 * one in use: it is replaced in one step, so that there is always either the old one or the new one. A program looks at
 * the pointer of its own fingerprint only, and so can be prepared for beside one of another.
 */
public final class Generations {

  private static final String POINTER = ".current";
  private static final Pattern POINTERS = Pattern.compile("read-model-[0-9a-f]+\\.current");
  /** What names the process that builds it is not complete. */
  private static final Pattern FILES = Pattern
      .compile("(read-model-[0-9a-f]+)(?:-(\\d+))?\\.db(?:\\.(\\d+)\\.building)?");

  private final Path directory;
  private final Fingerprint fingerprint;

  private Generations(Path directory, Fingerprint fingerprint) {
    this.directory = directory;
    this.fingerprint = fingerprint;
  }

  public static Generations in(Path directory, Fingerprint fingerprint) {
    return new Generations(directory, fingerprint);
  }

  public Fingerprint fingerprint() {
    return fingerprint;
  }

  /**
   * The one in use; empty if there is none.
   *
   * @throws ReadModelFault if the pointer cannot be read
   */
  public Optional<ReadModelFile> current() {
    return pointedTo(pointer()).map(file -> new ReadModelFile(file, fingerprint));
  }

  /**
   * Those in use and those kept for going back, this fingerprint's or another's.
   *
   * @throws ReadModelFault if the directory cannot be read
   */
  public List<Path> complete() {
    return files().filter(file -> number(file) > 0 && !isBeingBuilt(file)).sorted().toList();
  }

  /**
   * The name under which this process builds the next one. Nothing is made.
   *
   * @throws ReadModelFault if the directory cannot be made or read
   */
  public ReadModelFile next() {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw fault(e);
    }
    return new ReadModelFile(directory.resolve("%s-%d.db.%d.building".formatted(
        fingerprint.fileStem(), last(files()) + 1, ProcessHandle.current().pid())), fingerprint);
  }

  private int last(Stream<Path> files) {
    return files.filter(this::isOurs).mapToInt(Generations::number).max().orElse(0);
  }

  /**
   * Brings a complete file to disk and gives it its name, that of the next generation. It is not in use yet.
   *
   * @param built closed, and with all of it in the one file
   * @return the file under its name
   * @throws ReadModelFault if the disk refuses
   */
  public ReadModelFile settle(ReadModelFile built) {
    // another process may have settled one of its own meanwhile
    var file = directory.resolve("%s-%d.db".formatted(fingerprint.fileStem(),
        last(complete().stream()) + 1));
    try {
      sync(built.path());
      Files.move(built.path(), file, StandardCopyOption.ATOMIC_MOVE);
      sync(directory);
      return new ReadModelFile(file, fingerprint);
    } catch (IOException e) {
      throw fault(e);
    }
  }

  /**
   * From now on this one is in use.
   *
   * @throws ReadModelFault if the disk refuses; what was in use is then still in use
   */
  public void use(ReadModelFile settled) {
    try {
      var pointer = directory.resolve(pointer().getFileName() + ".new");
      Files.writeString(pointer, settled.path().getFileName() + "\n");
      sync(pointer);
      Files.move(pointer, pointer(), StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
      sync(directory);
    } catch (IOException e) {
      throw fault(e);
    }
  }

  /**
   * Removes what nobody needs: what was left half-built by processes that are gone, and all but the generation in use,
   * the one before it, and the one in use by the fingerprint used last besides this. Only for the process that has the
   * directory to itself.
   *
   * @throws ReadModelFault if the disk refuses
   */
  public void clean() {
    var kept = kept();
    for (var file : files().toList()) {
      if (!kept.contains(file) && isLeft(file)) {
        new ReadModelFile(file, fingerprint).delete();
      }
    }
    for (var pointer : pointers().toList()) {
      if (!pointer.equals(pointer()) && pointedTo(pointer).filter(kept::contains).isEmpty()) {
        delete(pointer);
      }
    }
  }

  /**
   * Removes all but the generation in use, those of other programs too. Only for the process that has the directory to
   * itself.
   *
   * @return false if another process builds one at this moment, which stays
   * @throws ReadModelFault if the disk refuses
   */
  public boolean removeOthers() {
    var current = pointedTo(pointer());
    boolean isAlone = true;
    for (var file : files().filter(file -> !current.equals(Optional.of(file))).toList()) {
      if (isBeingBuilt(file) && isAtWork(file)) {
        isAlone = false;
      } else {
        new ReadModelFile(file, fingerprint).delete();
      }
    }
    pointers().filter(pointer -> !pointer.equals(pointer())).forEach(this::delete);
    return isAlone;
  }

  /** Whether nobody will ask for it any more. A complete file of another program may be about to be pointed to. */
  private boolean isLeft(Path file) {
    if (isBeingBuilt(file)) {
      return !isAtWork(file);
    }
    var theirs = pointedTo(pointer(stem(file)));
    return isOurs(file) || number(file) == 0
        || theirs.filter(pointed -> number(file) <= number(pointed)).isPresent();
  }

  private Set<Path> kept() {
    var kept = new HashSet<Path>();
    var current = pointedTo(pointer());
    current.ifPresent(kept::add);
    current.map(Generations::number).flatMap(this::before).ifPresent(kept::add);
    pointers().filter(pointer -> !pointer.equals(pointer()))
        .max(Comparator.comparingLong(Generations::modified)).flatMap(this::pointedTo)
        .ifPresent(kept::add);
    return kept;
  }

  private Optional<Path> before(int number) {
    return complete().stream().filter(file -> isOurs(file) && number(file) < number)
        .max(Comparator.comparingInt(Generations::number));
  }

  private Optional<Path> pointedTo(Path pointer) {
    try {
      if (!Files.exists(pointer)) {
        return Optional.empty();
      }
      var name = Files.readString(pointer).strip();
      return FILES.matcher(name).matches()
          ? Optional.of(directory.resolve(name)).filter(Files::exists)
          : Optional.empty();
    } catch (IOException e) {
      throw fault(e);
    }
  }

  private Path pointer() {
    return pointer(fingerprint.fileStem());
  }

  private Path pointer(String stem) {
    return directory.resolve(stem + POINTER);
  }

  private Stream<Path> pointers() {
    return listed(POINTERS);
  }

  private Stream<Path> files() {
    return listed(FILES);
  }

  private Stream<Path> listed(Pattern names) {
    if (!Files.exists(directory)) {
      return Stream.empty();
    }
    try (var all = Files.list(directory)) {
      return all.filter(file -> names.matcher(file.getFileName().toString()).matches()).toList()
          .stream();
    } catch (IOException e) {
      throw fault(e);
    }
  }

  private boolean isOurs(Path file) {
    return stem(file).equals(fingerprint.fileStem());
  }

  private static String stem(Path file) {
    return part(file, 1).orElseThrow();
  }

  private static int number(Path file) {
    return part(file, 2).map(Integer::parseInt).orElse(0);
  }

  private static boolean isBeingBuilt(Path file) {
    return part(file, 3).isPresent();
  }

  /** Whether another process that still runs builds it. */
  private static boolean isAtWork(Path file) {
    return part(file, 3).map(Long::parseLong)
        .filter(pid -> pid != ProcessHandle.current().pid())
        .flatMap(ProcessHandle::of).isPresent();
  }

  private static Optional<String> part(Path file, int group) {
    var name = FILES.matcher(file.getFileName().toString());
    return name.matches() ? Optional.ofNullable(name.group(group)) : Optional.empty();
  }

  private static long modified(Path file) {
    // a pointer that is gone is none of the newest
    return file.toFile().lastModified();
  }

  private void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw fault(e);
    }
  }

  private static void sync(Path path) throws IOException {
    try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private ReadModelFault fault(IOException e) {
    return new ReadModelFault("The read models in %s cannot be kept: %s".formatted(directory, e),
        e);
  }
}
