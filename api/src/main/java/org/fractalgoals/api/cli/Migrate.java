package org.fractalgoals.api.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.fractalgoals.api.Settings;
import org.fractalgoals.api.Version;
import org.fractalgoals.domain.imports.ImportEvent.LegacyFileImported;
import org.fractalgoals.domain.time.WallClock;
import org.fractalgoals.eventstore.DirectoryLock;
import org.fractalgoals.eventstore.SqliteEventStore;
import org.fractalgoals.eventstore.StoreView;
import org.fractalgoals.migration.Phases;
import org.fractalgoals.migration.clock.ClockRules;
import org.fractalgoals.migration.source.SourceCopy;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Imports a legacy file into a data directory. */
@Command(name = "migrate", description = {
    "Imports a legacy file into a data directory; the file stays as it is.",
    "Nothing counts before all of it is imported and proved; the same file again changes nothing."}, footer = "  fractal --data ./data migrate goals.db --zone Europe/Berlin")
final class Migrate implements Callable<Integer> {

  /** What to do where the file and a person have changed the same. */
  enum OnConflict {
    report, update
  }

  private static final int NOT_PROVED = 3;

  @Spec private CommandSpec spec = CommandSpec.create();

  @ParentCommand private @Nullable Main main;

  @Parameters(paramLabel = "LEGACY.db", description = "The legacy file.") private @Nullable Path file;

  @Option(names = "--dry-run", description = "Does and proves all of it, and leaves nothing behind.") private boolean dryRun;

  @Option(names = "--zone", paramLabel = "ZONE", description = "The time zone the legacy application ran in. Default: America/New_York.") private @Nullable ZoneId zone;

  @Option(names = "--on-conflict", paramLabel = "HOW", defaultValue = "report", description = "What to do where the file and a person have changed the same: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.") private OnConflict onConflict = OnConflict.report;

  @Option(names = "--report", paramLabel = "FILE.json", description = "Where to write the report, too.") private @Nullable Path report;

  @Override
  public Integer call() {
    var settings = Objects.requireNonNull(main).settings(zone);
    SourceCopy.requireFile(legacy());
    return dryRun ? rehearse(settings) : migrate(settings);
  }

  private Path legacy() {
    return Objects.requireNonNull(file);
  }

  /** In a directory of its own, with a copy of the store. */
  private int rehearse(Settings settings) {
    try (var scratch = ScratchDirectory.beside(settings.directory())) {
      return scratch.fill(path -> {
        StoreView.copy(settings.directory(), path);
        return migrate(new Settings(path, settings.environment(), settings.zone(),
            settings.clock()));
      });
    }
  }

  @SuppressWarnings("try") // the lock is held, not used
  private int migrate(Settings settings) {
    try (var lock = DirectoryLock.acquire(settings.directory(), Version.current())) {
      var storeZone = zoneOfTarget(settings).orElse(zone == null ? ClockRules.USUAL_ZONE : zone);
      var out = spec.commandLine().getOut();
      var phases = new Phases(new ProgressLine(out));
      var legacyImport = new LegacyImport(settings, new WallClock(settings.clock(), storeZone),
          onConflict == OnConflict.update, phases);
      var earlier = legacyImport.earlier(legacy());
      if (earlier.isPresent()) {
        out.print(already(earlier.get()));
        out.flush();
        return 0;
      }
      var outcome = legacyImport.run(legacy());
      return tell(new ImportReport(outcome, phases.all(), phases.total()), settings.directory());
    }
  }

  private int tell(ImportReport told, Path directory) {
    var out = spec.commandLine().getOut();
    var outcome = told.outcome();
    out.print(told.text());
    out.print(dryRun
        ? "This was a rehearsal: nothing was changed, nothing is left behind.\n"
        : "The file is unchanged; a copy is kept as %s.\n"
            .formatted(outcome.result().file().backup()));
    out.flush();
    write(told, directory);
    if (!outcome.isProved()) {
      spec.commandLine().getErr().println(
          "The import could not be proved and was not carried out: the report names what differs.");
      spec.commandLine().getErr().flush();
      return NOT_PROVED;
    }
    return 0;
  }

  private void write(ImportReport told, Path directory) {
    var json = new ImportReportJson(told).text();
    try {
      var importId = told.outcome().result().importId();
      if (importId != null) {
        Files.writeString(Files.createDirectories(directory.resolve("reports"))
            .resolve("import-%s.json".formatted(importId)), json);
      }
      if (report != null) {
        Files.writeString(report, json);
      }
    } catch (IOException e) {
      throw new CommandFailed("The report could not be written: %s.".formatted(e));
    }
  }

  private String already(LegacyFileImported earlier) {
    return "%s was imported already, on %s as %s: nothing is to be done.%n".formatted(legacy(),
        earlier.at(), earlier.fileName());
  }

  /** The zone of the store that is there already; empty if there is none. */
  private static Optional<ZoneId> zoneOfTarget(Settings settings) {
    if (!Files.exists(settings.directory().resolve(SqliteEventStore.FILE))) {
      return Optional.empty();
    }
    try (var store = StoreView.open(settings.directory(), settings.environment())) {
      return Optional.of(store.info().zone());
    }
  }
}
