package org.fractalgoals.api.cli;

import java.nio.file.Path;
import java.util.Objects;

import org.fractalgoals.api.Settings;
import org.fractalgoals.domain.time.WallClock;
import org.fractalgoals.eventstore.ImportStaging;
import org.fractalgoals.eventstore.StoreOptions;
import org.fractalgoals.eventstore.codec.JsonTexts;
import org.fractalgoals.migration.Migration;
import org.fractalgoals.migration.MigrationResult;
import org.fractalgoals.migration.legacy.LegacyFile;
import org.fractalgoals.migration.source.SourceCopy;

/**
 * Turns a legacy file into the event store of a data directory, which this process must have locked.
 *
 * @param clock its zone is that in which local times of the file are read
 */
record LegacyImport(Settings settings, WallClock clock) {

  MigrationResult run(Path file) {
    var options = new StoreOptions(Objects.requireNonNullElse(settings.zone(), clock.zone()),
        settings.environment(), settings.clock());
    try (var copy = SourceCopy.of(file, settings.directory(), clock);
        var legacy = LegacyFile.open(copy);
        var staging = ImportStaging.begin(settings.directory(), options)) {
      var store = staging.store();
      var result = new Migration(store.ids(), JsonTexts::of, clock, Main.ACTOR).run(legacy, store);
      staging.publish();
      return result;
    }
  }
}
