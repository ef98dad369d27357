package org.fractalgoals.api.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;

import org.fractalgoals.api.Settings;
import org.fractalgoals.domain.imports.ImportEvent.LegacyFileImported;
import org.fractalgoals.domain.time.WallClock;
import org.fractalgoals.eventstore.Codecs;
import org.fractalgoals.eventstore.ImportStaging;
import org.fractalgoals.eventstore.SqliteEventStore;
import org.fractalgoals.eventstore.StoreOptions;
import org.fractalgoals.eventstore.StoreView;
import org.fractalgoals.eventstore.codec.JsonTexts;
import org.fractalgoals.migration.Migration;
import org.fractalgoals.migration.MigrationResult;
import org.fractalgoals.migration.Phases;
import org.fractalgoals.migration.Target;
import org.fractalgoals.migration.legacy.LegacyFile;
import org.fractalgoals.migration.proof.Proof;
import org.fractalgoals.migration.source.SourceCopy;
import org.fractalgoals.projections.ReadModel;

/**
 * Turns a legacy file into events of a data directory, which this process must have to itself. Works on a copy of the
 * event store and on a read model of its own; both take their places once everything is proved.
 *
 * @param clock its zone is that in which local times of the file are read
 * @param takeConflicts whether the file wins where a person has changed the same meanwhile
 */
record LegacyImport(Settings settings, WallClock clock, boolean takeConflicts, Phases phases) {

  /** The import of the same file that was carried out before; empty if there is none. */
  Optional<LegacyFileImported> earlier(Path file) {
    if (!Files.exists(settings.directory().resolve(SqliteEventStore.FILE))) {
      return Optional.empty();
    }
    var sha256 = SourceCopy.sha256(file);
    try (var store = StoreView.open(settings.directory(), settings.environment())) {
      return store.imports().imports().stream()
          .filter(imported -> imported.sha256().equals(sha256)).findFirst();
    }
  }

  ImportOutcome run(Path file) {
    ImportSpace.require(file, settings.directory());
    var options = new StoreOptions(Objects.requireNonNullElse(settings.zone(), clock.zone()),
        settings.environment(), settings.clock());
    try (
        var copy = phases.run("copying the file",
            () -> SourceCopy.of(file, settings.directory(), clock));
        var staging = phases.run("copying the event store",
            () -> ImportStaging.begin(settings.directory(), options))) {
      var result = interpret(copy, staging.store());
      staging.complete();
      var outcome = prove(copy, staging, result);
      if (outcome.isProved()) {
        phases.run("putting it in place", () -> putInPlace(copy, staging, outcome));
      }
      return outcome;
    }
  }

  /** The store last: a read model that does not fit the store is made anew, and with the store the import is done. */
  private void putInPlace(SourceCopy copy, ImportStaging staging, ImportOutcome outcome) {
    if (outcome.contents().isPresent()) {
      ReadModel.move(workshop(copy), settings.directory(), Codecs.version());
    }
    staging.publish();
  }

  /** The proof, the read model, the indexes and the walk rest on the same events and not on each other. */
  private ImportOutcome prove(SourceCopy copy, ImportStaging staging, MigrationResult result) {
    var importId = result.importId();
    if (importId == null) {
      makeIndexes(staging);
      walkChain(staging);
      return new ImportOutcome(result, Optional.empty(), Optional.empty());
    }
    var store = staging.store();
    try (var threads = Executors.newThreadPerTaskExecutor(
        Thread.ofPlatform().name("import-", 1).daemon().factory())) {
      var proof = CompletableFuture.supplyAsync(() -> phases.run("proving that nothing is lost",
          () -> Proof.of(store.imports(), importId, copy.scratch(), copy.workDirectory(),
              result.skipped().rowids())),
          threads);
      var sound = CompletableFuture.allOf(
          CompletableFuture.runAsync(() -> makeIndexes(staging), threads),
          CompletableFuture.runAsync(() -> walkChain(staging), threads));
      var contents = phases.run("building the read model",
          () -> ReadModel.build(workshop(copy), store, Codecs.version(), settings.clock(),
              progress -> {
                // the import has its own
              }));
      sound.join();
      return new ImportOutcome(result, Optional.of(proof.join()), Optional.of(contents));
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private void makeIndexes(ImportStaging staging) {
    phases.run("making indexes", staging::makeIndexes);
  }

  private void walkChain(ImportStaging staging) {
    phases.run("walking the chain", staging::proveChain);
  }

  private MigrationResult interpret(SourceCopy copy, SqliteEventStore store) {
    try (var legacy = phases.run("checking the file", () -> LegacyFile.open(copy))) {
      var target = new Target(store, store.entities(), store.imports(), store.ids(),
          store.head().position() == 0);
      return new Migration(JsonTexts::of, clock, Main.ACTOR, takeConflicts).run(legacy, target,
          phases);
    }
  }

  private static Path workshop(SourceCopy copy) {
    return copy.workDirectory().resolve("read-model");
  }
}
