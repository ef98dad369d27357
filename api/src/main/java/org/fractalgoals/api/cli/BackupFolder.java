package org.fractalgoals.api.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import org.fractalgoals.eventstore.SqliteEventStore;
import org.fractalgoals.eventstore.StoreBackup;

/**
 * The backups of a store in a folder, which may have other files and the backups of other stores, too.
 *
 * @param storeId which store
 */
record BackupFolder(Path folder, String storeId) {

  private static final DateTimeFormatter STAMP = DateTimeFormatter
      .ofPattern("uuuuMMdd_HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final Pattern NAME = Pattern.compile(
      Pattern.quote(SqliteEventStore.FILE) + "\\.backup_(\\d{8}_\\d{6})(?:_(\\d{1,9}))?");

  /** No backup takes so long: what is older and not finished was left by a process that was killed. */
  private static final Duration UNFINISHED = Duration.ofDays(1);

  /**
   * A backup by its name.
   *
   * @param stamp when it was made, in UTC
   * @param number 1 unless there were several in the same second
   */
  private record Named(Path file, String stamp, int number) {

    static Optional<Named> of(Path file) {
      var name = NAME.matcher(String.valueOf(file.getFileName()));
      return name.matches()
          ? Optional.of(new Named(file, name.group(1),
              name.group(2) == null ? 1 : Integer.parseInt(name.group(2))))
          : Optional.empty();
    }
  }

  /**
   * A name for a new backup.
   *
   * @throws CommandFailed if the folder cannot be used
   */
  Path next(Clock clock) {
    try {
      removeUnfinished(clock);
    } catch (IOException e) {
      throw unusable(e);
    }
    var name = SqliteEventStore.FILE + ".backup_" + STAMP.format(clock.instant());
    var file = folder.resolve(name);
    for (int another = 2; Files.exists(file); another++) {
      file = folder.resolve(name + "_" + another);
    }
    return file;
  }

  private void removeUnfinished(Clock clock) throws IOException {
    var before = clock.instant().minus(UNFINISHED);
    for (var file : files()) {
      var name = String.valueOf(file.getFileName());
      var isOurs = name.endsWith(StoreBackup.PARTIAL) && NAME.matcher(
          name.substring(0, name.length() - StoreBackup.PARTIAL.length())).matches();
      if (isOurs && Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
        Files.delete(file);
      }
    }
  }

  /**
   * Deletes all but the newest backups of this store.
   *
   * @param latest was made just now, and stays whatever the clock says of others
   * @param count how many stay, that one included
   * @return what was deleted
   * @throws CommandFailed if the folder cannot be used
   */
  List<Path> keepOnly(int count, Path latest) {
    try {
      var older = files().stream().map(Named::of).flatMap(Optional::stream)
          .filter(backup -> !backup.file().equals(latest))
          .sorted(Comparator.comparing(Named::stamp).thenComparingInt(Named::number).reversed())
          .map(Named::file)
          .filter(file -> StoreBackup.storeIdOf(file).filter(storeId::equals).isPresent())
          .toList();
      var surplus = older.subList(Math.min(count - 1, older.size()), older.size());
      for (var file : surplus) {
        Files.delete(file);
      }
      return List.copyOf(surplus);
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  private List<Path> files() throws IOException {
    try (var files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private CommandFailed unusable(IOException e) {
    return new CommandFailed("The folder %s cannot be used for backups: %s.".formatted(folder, e));
  }
}
