package org.fractalgoals.migration;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.fractalgoals.domain.action.EventIds;
import org.fractalgoals.domain.event.EventAppender;
import org.fractalgoals.domain.event.JsonText;
import org.fractalgoals.domain.imports.ImportEvent.LegacyFileImported;
import org.fractalgoals.domain.imports.ImportEvent.TableRows;
import org.fractalgoals.domain.time.WallClock;
import org.fractalgoals.migration.goal.GoalsInterpretation;
import org.fractalgoals.migration.goal.LegacyEvent;
import org.fractalgoals.migration.goal.LegacyGoals;
import org.fractalgoals.migration.legacy.LegacyFile;
import org.fractalgoals.migration.legacy.LegacySchema;
import org.fractalgoals.migration.legacy.LegacyTable;
import org.fractalgoals.migration.legacy.Stage;

/**
 * Turns a legacy file into events: in this first form its goals. A file without tables becomes no event at all.
 *
 * <pre>{@code
 * try (var copy = SourceCopy.of(source, directory, clock); var file = LegacyFile.open(copy)) {
 *   var result = migration.run(file, appender);
 * }
 * }</pre>
 */
public final class Migration {

  private final EventIds ids;
  private final Function<String, JsonText> json;
  private final WallClock clock;
  private final String actor;

  /**
   * A migration that can be run.
   *
   * @param json makes a text an opaque value; must take malformed JSON, too
   * @param clock its zone is that of the store, in which local times of the file are read
   * @param actor who migrates
   */
  public Migration(EventIds ids, Function<String, JsonText> json, WallClock clock, String actor) {
    this.ids = ids;
    this.json = json;
    this.clock = clock;
    this.actor = actor;
  }

  /**
   * Appends the history of the file, then the record of the import itself. Appends in several steps: whoever calls
   * provides a store that counts only once all of it is there.
   *
   * @param appender of a store without events
   * @throws org.fractalgoals.migration.source.MigrationFailed if the file proves to be damaged
   */
  public MigrationResult run(LegacyFile file, EventAppender appender) {
    var now = clock.now();
    var goals = new GoalsInterpretation(clock.zone(), json).of(file, now);
    var tables = tables(file, goals);
    if (file.stage() == Stage.S00) {
      return result(file, goals, tables, 0);
    }
    var run = new ImportRun(ids, actor, appender);
    goals.history().forEach(run::append);
    run.finish(record(file, run, tables, goals.history().size(), now));
    return result(file, goals, tables, goals.history().size() + 1L);
  }

  private LegacyFileImported record(LegacyFile file, ImportRun run, List<TableRows> tables,
      long events, Instant now) {
    var copy = file.copy();
    return new LegacyFileImported(run.importId(),
        Objects.toString(copy.source().getFileName()), copy.sha256(), copy.bytes(),
        file.stage().name(), clock.zone().getId(), tables, events, 0, now);
  }

  private static List<TableRows> tables(LegacyFile file, LegacyGoals goals) {
    return file.schema().tables().stream()
        .map(table -> new TableRows(table.name(), table.rows(), imported(table, goals), 0, 0))
        .toList();
  }

  private static long imported(LegacyTable table, LegacyGoals goals) {
    return table.name().equalsIgnoreCase(LegacySchema.GOALS) ? goals.goals() : 0;
  }

  private MigrationResult result(LegacyFile file, LegacyGoals goals, List<TableRows> tables,
      long events) {
    var copy = file.copy();
    return new MigrationResult(copy.source(), copy.backup(), copy.sha256(), copy.bytes(),
        file.stage(), clock.zone(), tables, goals.goals(), goals.fractals(), goals.sessions(),
        goals.leftOut(), events, flags(goals.history()), file.schema().unknownTables(),
        file.schema().unknownGoalColumns());
  }

  private static SortedMap<String, Long> flags(List<LegacyEvent> history) {
    return history.stream().flatMap(event -> event.flags().stream())
        .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
  }
}
