package org.fractalgoals.api.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;

import org.fractalgoals.domain.act.Act;
import org.fractalgoals.eventstore.StoreBackup;
import org.fractalgoals.eventstore.StoreView;
import org.fractalgoals.migration.Progress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Copies the store into a file of its own, also beside a running server. */
@Command(name = "backup", description = {
    "Copies all that is stored into one file and proves the copy; a running server is not disturbed.",
    "The command restore-backup brings it back."}, footer = {
        "  fractal backup /mnt/backups --keep 14"})
final class Backup implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @ParentCommand private @Nullable Main main;

  @Parameters(paramLabel = "OUT", description = "The file to write, which must not be there; or a folder, for a file in it that is named after the time.") private @Nullable Path out;

  @Option(names = "--keep", paramLabel = "N", description = "With a folder: keep the N newest backups of this store there, and delete older ones once the new one is proved.") private @Nullable Integer keep;

  @Override
  public Integer call() {
    var settings = Objects.requireNonNull(main);
    var target = Objects.requireNonNull(out);
    requireKeepFits(target);
    try (var store = StoreView.open(settings.directory(), settings.askedEnvironment())) {
      if (Files.isDirectory(target)) {
        var folder = new BackupFolder(target, store.info().storeId());
        var file = folder.next(settings.clock());
        write(store, file, settings);
        if (keep != null) {
          folder.keepOnly(keep, file).forEach(old -> say("Deleted %s.".formatted(old)));
        }
      } else {
        write(store, target, settings);
      }
    }
    return 0;
  }

  private void requireKeepFits(Path target) {
    if (keep != null && keep < 1) {
      throw new ParameterException(spec.commandLine(), "--keep must be 1 or more");
    }
    if (keep != null && !Files.isDirectory(target)) {
      throw new ParameterException(spec.commandLine(),
          "--keep goes with a folder that is there, and %s is none".formatted(target));
    }
  }

  private void write(StoreView store, Path file, Main settings) {
    var progress = new ProgressLine(spec.commandLine().getErr());
    var backup = StoreBackup.write(store, file,
        new Progress("proving the backup", store.head().position(), progress)::reached);
    say("Wrote %s: %s, head %s@%d, %d bytes.".formatted(file,
        Counted.of(backup.head().position(), "event"), backup.head().hash(),
        backup.head().position(), backup.bytes()));
    new ActHistory(settings.directory(), settings.clock()).remember(
        new Act.Backup(String.valueOf(file.getFileName()), backup.head().position()),
        store.info(), spec.commandLine().getErr());
  }

  private void say(String sentence) {
    spec.commandLine().getOut().println(Printable.of(sentence));
    spec.commandLine().getOut().flush();
  }
}
