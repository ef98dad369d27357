package org.fractalgoals.api.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.fractalgoals.api.Settings;
import org.fractalgoals.api.Version;
import org.fractalgoals.domain.time.WallClock;
import org.fractalgoals.eventstore.DirectoryLock;
import org.fractalgoals.eventstore.SqliteEventStore;
import org.fractalgoals.eventstore.StoreView;
import org.fractalgoals.migration.MigrationReport;
import org.fractalgoals.migration.source.SourceCopy;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Makes the event store of a data directory from a legacy file. */
@Command(name = "migrate", description = "Reads a legacy file into a data directory that has no events yet; the file stays as it is.", footer = "  fractal --data ./data migrate goals.db --zone Europe/Berlin")
final class Migrate implements Callable<Integer> {

  /** Where the legacy application ran whose files say nothing of their zone. */
  private static final ZoneId LEGACY_ZONE = ZoneId.of("America/New_York");

  @Spec private CommandSpec spec = CommandSpec.create();

  @ParentCommand private @Nullable Main main;

  @Parameters(paramLabel = "LEGACY.db", description = "The legacy file.") private @Nullable Path file;

  @Option(names = "--zone", paramLabel = "ZONE", description = "The time zone the legacy application ran in. Default: America/New_York.") private @Nullable ZoneId zone;

  @Override
  @SuppressWarnings("try") // the lock is held, not used
  public Integer call() {
    var settings = Objects.requireNonNull(main).settings(zone);
    SourceCopy.requireFile(Objects.requireNonNull(file));
    try (var lock = DirectoryLock.acquire(settings.directory(), Version.current())) {
      var storeZone = zoneOfTarget(settings).orElse(zone == null ? LEGACY_ZONE : zone);
      var result = new LegacyImport(settings, new WallClock(settings.clock(), storeZone))
          .run(Objects.requireNonNull(file));
      spec.commandLine().getOut().print(MigrationReport.text(result));
      spec.commandLine().getOut().flush();
    }
    return 0;
  }

  /** The zone of the store that is there already; empty if there is none. */
  private static Optional<ZoneId> zoneOfTarget(Settings settings) {
    if (!Files.exists(settings.directory().resolve(SqliteEventStore.FILE))) {
      return Optional.empty();
    }
    try (var store = StoreView.open(settings.directory(), settings.environment())) {
      if (store.head().position() > 0) {
        throw new CommandFailed(
            "The data directory %s has %d events already: migrate into another one, named with --data."
                .formatted(settings.directory(), store.head().position()));
      }
      return Optional.of(store.info().zone());
    }
  }
}
