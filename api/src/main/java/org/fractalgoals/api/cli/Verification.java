package org.fractalgoals.api.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import org.fractalgoals.api.cli.Check.Result;
import org.fractalgoals.domain.event.Head;
import org.fractalgoals.domain.imports.ImportEvent.LegacyFileImported;
import org.fractalgoals.eventstore.Codecs;
import org.fractalgoals.eventstore.StoreView;
import org.fractalgoals.projections.ReadModel;
import org.fractalgoals.projections.file.ReadModelFault;
import org.fractalgoals.projections.file.StoredPosition;
import org.fractalgoals.projections.verify.ReadModelCheck;
import org.jspecify.annotations.Nullable;

/**
 * Checks all there is to check in a data directory, and changes nothing in it.
 *
 * @param directory the data directory
 * @param expected the point that the history must have gone through; null for none
 * @param deep whether to look also at what nothing but the speed of the program rests on, and at every page
 * @param progress is told now and then how far a long check is
 */
record Verification(StoreView store, Path directory, Clock clock, @Nullable Head expected,
    boolean deep, Consumer<String> progress) {

  /** So many differences of one check are told; all are counted. */
  private static final int MOST = 100;

  private static final String UNTRUSTED = "the events it would be compared with are not to be trusted";

  /** Tells of each check as soon as it is done. */
  void run(Consumer<Check> told) {
    var checks = new StoreChecks(store, MOST, progress);
    var chain = attempted(StoreChecks.CHAIN, checks::chain);
    told.accept(chain);
    if (expected != null) {
      told.accept(attempted(StoreChecks.HEAD, () -> checks.head(expected)));
    }
    boolean trusted = chain.result() == Result.OK;
    checkReadModel(trusted, told);
    if (deep) {
      told.accept(compared(StoreChecks.LOOKUPS, trusted, checks::lookups));
      told.accept(compared(StoreChecks.SNAPSHOTS, trusted, checks::snapshots));
      told.accept(attempted(StoreChecks.PAGES, checks::pages));
      checkImports(trusted, told);
    }
  }

  /** A check that cannot be made does not keep the others from being made. */
  private static Check attempted(String name, Supplier<Check> check) {
    try {
      return check.get();
    } catch (RuntimeException e) {
      return Check.failed(name, Failures.sentence(e));
    }
  }

  /** With the events, which is in vain where these are not what they were. */
  private static Check compared(String name, boolean trusted, Supplier<Check> check) {
    return trusted ? attempted(name, check) : Check.skipped(name, UNTRUSTED);
  }

  private void checkReadModel(boolean trusted, Consumer<Check> told) {
    try (var readModel = ReadModelCheck.open(readModelFile())) {
      var checks = new ReadModelChecks(store, readModel, clock, MOST, progress);
      told.accept(compared(ReadModelChecks.ROWS, trusted,
          () -> inWorkshop(roomFor(readModel.position().file()), checks::rows)));
      told.accept(attempted(ReadModelChecks.ROOTS, checks::roots));
      if (deep) {
        told.accept(attempted(ReadModelChecks.PAGES, checks::pages));
      }
    } catch (ReadModelFault | CommandFailed e) {
      told.accept(Check.failed(ReadModelChecks.ROWS, Failures.sentence(e)));
    }
  }

  private Path readModelFile() {
    return ReadModel.peek(directory, Codecs.version()).map(StoredPosition::file)
        .orElseThrow(() -> new CommandFailed(
            "There is none that this version of the program made: the next start of the server makes it."));
  }

  private void checkImports(boolean trusted, Consumer<Check> told) {
    if (!trusted) {
      told.accept(Check.skipped(ImportProofs.ALL, UNTRUSTED));
      return;
    }
    var proofs = new ImportProofs(store, directory);
    for (var imported : proofs.imports()) {
      told.accept(attempted(ImportProofs.name(imported),
          () -> inWorkshop(roomFor(imported), workshop -> proofs.proof(imported, workshop))));
    }
  }

  /** A copy of the file, and the file made again with its indexes. */
  private static long roomFor(LegacyFileImported imported) {
    return 3 * imported.bytes();
  }

  private Check inWorkshop(long bytes, Function<Path, Check> check) {
    try (var scratch = ScratchDirectory.withRoom("fractal-verify", bytes, directory)) {
      return check.apply(scratch.path());
    }
  }

  /** As much as the file has, with what waits beside it, and some more. */
  private static long roomFor(Path file) {
    try {
      var log = Path.of(file + "-wal");
      return (Files.size(file) + (Files.exists(log) ? Files.size(log) : 0)) * 3 / 2;
    } catch (IOException e) {
      throw new CommandFailed("The length of %s cannot be found out: %s.".formatted(file, e));
    }
  }
}
