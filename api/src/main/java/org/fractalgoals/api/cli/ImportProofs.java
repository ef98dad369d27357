package org.fractalgoals.api.cli;

import java.nio.file.Path;
import java.util.List;

import org.fractalgoals.domain.imports.ImportEvent.LegacyFileImported;
import org.fractalgoals.eventstore.StoreView;
import org.fractalgoals.migration.proof.Difference;
import org.fractalgoals.migration.proof.Proof;
import org.fractalgoals.migration.source.Backup;

/**
 * Whether every file that was imported can still be made again from the event store.
 *
 * @param directory the data directory, where copies of the files are as long as nobody removes them
 */
record ImportProofs(StoreView store, Path directory) {

  /** Stands for the proofs of all imports. */
  static final String ALL = "imports";

  List<LegacyFileImported> imports() {
    return store.imports().imports();
  }

  static String name(LegacyFileImported imported) {
    return "import of " + imported.fileName();
  }

  /**
   * @param workshop an empty directory with room for two files of the size
   */
  Check proof(LegacyFileImported imported, Path workshop) {
    return Backup.find(directory, imported.sha256(), imported.bytes())
        .map(backup -> proof(imported, backup, workshop))
        .orElseGet(() -> Check.skipped(name(imported), "its copy is gone"));
  }

  private Check proof(LegacyFileImported imported, Backup backup, Path workshop) {
    var source = workshop.resolve("legacy.db");
    backup.copyTo(source);
    var proof = Proof.of(store.imports(), imported.importId(), source, workshop);
    return Check.of(name(imported), "%s and %s of import %s%s".formatted(
        Counted.of(proof.rows(), "row"), Counted.of(proof.cells(), "cell"),
        imported.importId(), proof.purged() == 0
            ? ""
            : "; " + Counted.of(proof.purged(), "more row") + " purged"),
        proof.differences().size(),
        proof.differences().stream().map(ImportProofs::finding).toList());
  }

  private static Finding finding(Difference difference) {
    return Finding.of(Finding.where("table", difference.table(), "key", difference.key(),
        "column", difference.column()), difference.expected(), difference.found(), null);
  }
}
