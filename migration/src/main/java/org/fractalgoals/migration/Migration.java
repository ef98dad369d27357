package org.fractalgoals.migration;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.JsonText;
import org.fractalgoals.domain.imports.ImportEvent.ConflictFound;
import org.fractalgoals.domain.imports.ImportEvent.LegacyFileImported;
import org.fractalgoals.domain.time.WallClock;
import org.fractalgoals.migration.clock.ClockRules;
import org.fractalgoals.migration.graph.Known;
import org.fractalgoals.migration.graph.LegacyGraph;
import org.fractalgoals.migration.history.Evidence;
import org.fractalgoals.migration.legacy.LegacyFile;
import org.fractalgoals.migration.legacy.Stage;
import org.fractalgoals.migration.merge.Merging;

/**
 * Turns a legacy file into events. Every row of it is in exactly one place afterwards: with the first event made from it,
 * kept for itself, named as one that an earlier import has, or skipped because what it speaks of was purged. A file without
 * tables becomes no event at all.
 *
 * <pre>{@code
 * try (var copy = SourceCopy.of(source, directory, clock); var file = LegacyFile.open(copy)) {
 *   var result = migration.run(file, target, phases);
 * }
 * }</pre>
 */
public final class Migration {

  private final Function<String, JsonText> json;
  private final WallClock clock;
  private final String actor;
  private final boolean takeConflicts;

  /**
   * A migration that can be run.
   *
   * @param json makes a text an opaque value; must take malformed JSON, too
   * @param clock its zone is that of the store, in which local times of the file are read
   * @param actor who migrates
   * @param takeConflicts whether the file wins where a person has changed the same meanwhile
   */
  public Migration(Function<String, JsonText> json, WallClock clock, String actor,
      boolean takeConflicts) {
    this.json = json;
    this.clock = clock;
    this.actor = actor;
    this.takeConflicts = takeConflicts;
  }

  /**
   * Appends the history of the file, then the record of the import itself. Appends in several steps: whoever calls
   * provides a store that counts only once all of it is there.
   *
   * @param phases measures the run and is told of its progress
   * @throws org.fractalgoals.migration.source.MigrationFailed if the file proves to be damaged
   */
  public MigrationResult run(LegacyFile file, Target target, Phases phases) {
    var now = clock.now();
    if (file.stage() == Stage.S00) {
      return MigrationResult.nothing(file, clock.zone(), actor, now);
    }
    var clocks = new ClockRules(clock.zone());
    var known = target.isEmpty() ? Known.NOTHING : new StoredThings(target.entities());
    var graph = phases.run("looking over the file",
        () -> LegacyGraph.read(file, clocks, known, now));
    var stored = phases.run("looking over earlier imports",
        () -> new StoredRows(target.imports()));
    Predicate<EntityRef> purged = target.isEmpty() ? thing -> false
        : new PurgedThings(known, graph);
    var merging = new Merging(target.imports(), known::find, purged, isOlder(graph, target),
        takeConflicts);
    var writing = new Writing(target.ids(), actor, target.events(), file, stored, purged, now);
    phases.run("writing events", () -> {
      writing.record(file.declaration().event(writing.importId(), now));
      write(file, graph, known, target, purged, merging, writing, clocks, phases);
      merging.conflicts().forEach(conflict -> writing.record(new ConflictFound(writing.importId(),
          conflict.thing(), conflict.field(), conflict.taken(), now)));
      writing.record(record(file, graph, writing, merging.conflicts().size()));
      writing.finish();
    });
    return new MigrationResult(SourceFacts.of(file), clock.zone(), actor, now, writing.importId(),
        writing.ledger().tables(file.schema()), writing.skipped(), writing.events(),
        writing.flags().counts(),
        merging.conflicts(), file.schema().unknownTables(), file.schema().unknownColumns());
  }

  private void write(LegacyFile file, LegacyGraph graph, Known known, Target target,
      Predicate<EntityRef> purged, Merging merging, Writing writing, ClockRules clocks,
      Phases phases) {
    var units = new UnitWriter(graph, purged, new Things(graph, known, writing),
        new Names(target.isEmpty() ? Optional.empty() : Optional.of(target.entities())), merging,
        writing, new Evidence(file, clocks, json, graph));
    var progress = phases.progress("writing events", graph.units().size());
    for (var unit : graph.units()) {
      units.write(unit);
      progress.advance();
    }
    new Leftovers(file, graph, writing).keep();
  }

  private LegacyFileImported record(LegacyFile file, LegacyGraph graph, Writing writing,
      long conflicts) {
    var facts = SourceFacts.of(file);
    return new LegacyFileImported(writing.importId(), facts.name(), facts.sha256(), facts.bytes(),
        facts.stage().name(), clock.zone().getId(), writing.ledger().tables(file.schema()),
        writing.events(), conflicts, graph.newest(), writing.now());
  }

  /** Whether an earlier import knows of later days than this file: then the file has nothing new to say of old things. */
  private static boolean isOlder(LegacyGraph graph, Target target) {
    var newest = graph.newest();
    return newest != null && target.imports().imports().stream().map(LegacyFileImported::newest)
        .anyMatch(other -> other != null && other.isAfter(newest));
  }
}
