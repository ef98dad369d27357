package org.fractalgoals.api.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;

import org.fractalgoals.eventstore.Codecs;
import org.fractalgoals.eventstore.StoreView;
import org.fractalgoals.migration.Progress;
import org.fractalgoals.projections.ReadModel;
import org.fractalgoals.projections.file.StoredPosition;
import org.fractalgoals.projections.verify.Misplaced;
import org.fractalgoals.projections.verify.ReadModelCheck;
import org.fractalgoals.projections.verify.RowDifference;

/**
 * Whether the read model shows what the events say.
 *
 * @param most how many differences to tell of each check
 * @param progress is told now and then how far a long check is
 */
record ReadModelChecks(StoreView store, ReadModelCheck readModel, Clock clock, int most,
    Consumer<String> progress) {

  static final String ROWS = "read model";
  static final String ROOTS = "roots";
  static final String PAGES = "pages of the read model";

  /**
   * Makes the read model a second time, as far as the one that is there goes, and compares.
   *
   * @param workshop an empty directory with room for it
   */
  Check rows(Path workshop) {
    var shown = readModel.position();
    var mismatch = mismatch(shown);
    if (mismatch.isPresent()) {
      return Check.different(ROWS, mismatch.get());
    }
    var making = new Progress("making the read model a second time", shown.position(), progress);
    ReadModel.build(workshop, store.eventsUpTo(shown.position()), Codecs.version(), clock,
        step -> making.reached(step.done()));
    var made = ReadModel.peek(workshop, Codecs.version()).orElseThrow().file();
    var found = readModel.against(made, most);
    return Check.of(ROWS, "%s in %s as of event %d, %s behind".formatted(
        Counted.of(found.rows(), "row"), Counted.of(found.tables(), "table"), shown.position(),
        Counted.of(store.head().position() - shown.position(), "event")), found.count(),
        found.first().stream().map(this::finding).toList());
  }

  private Optional<String> mismatch(StoredPosition shown) {
    if (!shown.storeId().equals(store.info().storeId())) {
      return Optional.of("it shows the event store %s, which is another one"
          .formatted(shown.storeId()));
    }
    var there = store.headAt(shown.position());
    if (there.isEmpty()) {
      return Optional.of(
          "it shows event %d, but the event store ends at event %d: later ones are gone"
              .formatted(shown.position(), store.head().position()));
    }
    return there.get().equals(shown.head()) ? Optional.empty()
        : Optional.of("it shows another history: at event %d it knows the hash %s".formatted(
            shown.position(), shown.hash()));
  }

  private Finding finding(RowDifference difference) {
    var place = difference.event();
    return Finding.of(
        Finding.where("table", difference.table(), "key", difference.key(), "column",
            difference.column()),
        difference.fromEvents(), difference.kept(),
        place == null ? null
            : store.lastOf(place.stream(), place.sequence(), readModel.position().position())
                .orElse(null));
  }

  Check roots() {
    var found = readModel.parents(most);
    return Check.of(ROOTS, "%s from things to what they stand under".formatted(
        Counted.of(found.links(), "link")), found.count(),
        found.first().stream().map(ReadModelChecks::finding).toList());
  }

  private static Finding finding(Misplaced misplaced) {
    return Finding.of(Finding.where("table", misplaced.table(), "key", misplaced.key(), "column",
        "root_id"),
        "\"%s\" as that of %s \"%s\"".formatted(misplaced.parentRoot(),
            misplaced.column(), misplaced.parent()),
        "\"%s\"".formatted(misplaced.root()), null);
  }

  Check pages() {
    return StoreChecks.pages(PAGES, readModel.integrity(most));
  }
}
