package org.fractalgoals.api.cli;

import java.util.List;
import java.util.function.Consumer;

import org.fractalgoals.domain.event.Head;
import org.fractalgoals.eventstore.StoreView;
import org.fractalgoals.eventstore.chain.ChainCheck;
import org.fractalgoals.eventstore.verify.Deviation;
import org.fractalgoals.eventstore.verify.Deviations;
import org.fractalgoals.migration.Progress;

/**
 * Whether the event store is what it was when it was written.
 *
 * @param most how many differences to tell of each check
 * @param progress is told now and then how far a long check is
 */
record StoreChecks(StoreView store, int most, Consumer<String> progress) {

  static final String CHAIN = "chain";
  static final String HEAD = "expected head";
  static final String LOOKUPS = "lookups";
  static final String SNAPSHOTS = "snapshots";
  static final String PAGES = "pages of the event store";

  Check chain() {
    var walked = store.check().chain(
        new Progress("walking the chain", store.head().position(), progress)::reached);
    return walked.isIntact()
        ? Check.ok(CHAIN, "%s, head %s".formatted(
            Counted.of(walked.head().position(), "event"), told(walked.head())))
        : Check.different(CHAIN, fault(walked));
  }

  private static String fault(ChainCheck.Result walked) {
    return "%s; up to event %d the history is what it was".formatted(walked.fault(),
        walked.head().position());
  }

  private static String told(Head head) {
    return "%s@%d".formatted(head.hash(), head.position());
  }

  Check head(Head expected) {
    return store.headAt(expected.position())
        .map(present -> present.equals(expected)
            ? Check.ok(HEAD, "event %d is the one that is expected".formatted(present.position()))
            : Check.different(HEAD, "the history is another one: its head at event %d is %s"
                .formatted(present.position(), told(present))))
        .orElseGet(() -> Check.different(HEAD, "the history ends at event %d: later ones are gone"
            .formatted(store.head().position())));
  }

  Check lookups() {
    return store.check().lookups(most).map(found -> of(LOOKUPS, "thing", found))
        .orElseGet(() -> Check.skipped(LOOKUPS,
            "another version of the program made them, and this one will make them anew"));
  }

  Check snapshots() {
    return of(SNAPSHOTS, "snapshot", store.check().snapshots(most));
  }

  private static Check of(String name, String thing, Deviations found) {
    return Check.of(name, Counted.of(found.compared(), thing), found.count(),
        found.first().stream().map(StoreChecks::finding).toList());
  }

  private static Finding finding(Deviation deviation) {
    return Finding.of(Finding.where("what", deviation.what()), deviation.fromEvents(),
        deviation.kept(), null);
  }

  Check pages() {
    return pages(PAGES, store.check().integrity(most));
  }

  /** What SQLite says of the pages of a file. */
  static Check pages(String name, List<String> faults) {
    return faults.isEmpty()
        ? Check.ok(name, "sound")
        : Check.of(name, "damaged", faults.size(), faults.stream()
            .map(fault -> Finding.of(Finding.where("file", name), "no fault", fault, null))
            .toList());
  }
}
