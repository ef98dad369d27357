package org.fractalgoals.api.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;

import org.fractalgoals.api.Version;
import org.fractalgoals.eventstore.DirectoryLock;
import org.fractalgoals.eventstore.SqliteEventStore;
import org.fractalgoals.eventstore.StoreOptions;
import org.fractalgoals.eventstore.StoreReplacement;
import org.fractalgoals.eventstore.fault.StoreFault;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Puts a backup in the place of the store. */
@Command(name = "restore-backup", description = {
    "Proves a backup and puts it in the place of what is stored; what is stored now is kept in the folder backups of the data directory.",
    "No server may run meanwhile. The tables that answer queries are built anew by the next start."}, footer = {
        "  fractal restore-backup /mnt/backups/events.db.backup_20260304_050607"})
final class RestoreBackup implements Callable<Integer> {

  private static final DateTimeFormatter STAMP = DateTimeFormatter
      .ofPattern("uuuuMMdd_HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  @Spec private CommandSpec spec = CommandSpec.create();

  @ParentCommand private @Nullable Main main;

  @Parameters(paramLabel = "FILE", description = "The backup. It is only read.") private @Nullable Path file;

  @Override
  @SuppressWarnings("try") // the lock is held, not used
  public Integer call() {
    var settings = Objects.requireNonNull(main);
    var backup = Objects.requireNonNull(file);
    requireBackup(backup, settings.directory());
    try (var lock = DirectoryLock.acquire(settings.directory(), Version.current());
        var replacement = prepare(backup, settings)) {
      var kept = free(settings.directory().resolve("backups"), settings.clock());
      boolean isKept = replacement.publish(kept);
      var restored = replacement.backup();
      say("What is stored is what it was at event %d of %s (head %s@%d).".formatted(
          restored.head().position(), backup, restored.head().hash(), restored.head().position()));
      if (isKept) {
        say("What was there before is kept as %s.".formatted(kept));
      }
    }
    return 0;
  }

  private static void requireBackup(Path backup, Path directory) {
    if (!Files.isRegularFile(backup)) {
      throw new CommandFailed("There is no file %s.".formatted(backup));
    }
    var store = directory.resolve(SqliteEventStore.FILE);
    try {
      if (Files.exists(store) && Files.isSameFile(store, backup)) {
        throw new CommandFailed("%s is the store itself: name a backup.".formatted(backup));
      }
    } catch (IOException e) {
      throw new CommandFailed("%s cannot be read: %s.".formatted(backup, e));
    }
  }

  private StoreReplacement prepare(Path backup, Main settings) {
    try {
      return StoreReplacement.prepare(backup, settings.directory(),
          new StoreOptions(null, settings.environment(), settings.clock()), position -> {
            // soon done, beside the copying
          });
    } catch (StoreFault fault) {
      throw new CommandFailed("%s was not restored, nothing was changed. %s".formatted(backup,
          fault.getMessage()));
    }
  }

  private static Path free(Path folder, Clock clock) {
    var name = "%s.replaced_%s".formatted(SqliteEventStore.FILE, STAMP.format(clock.instant()));
    var file = folder.resolve(name);
    for (int another = 2; Files.exists(file); another++) {
      file = folder.resolve(name + "_" + another);
    }
    return file;
  }

  private void say(String sentence) {
    spec.commandLine().getOut().println(Printable.of(sentence));
    spec.commandLine().getOut().flush();
  }
}
