package org.fractalgoals.migration;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import org.fractalgoals.domain.imports.ImportEvent.TableRows;
import org.fractalgoals.migration.legacy.LegacyFile;
import org.fractalgoals.migration.merge.Conflict;
import org.jspecify.annotations.Nullable;

/**
 * What a run read and wrote.
 *
 * @param file the legacy file
 * @param zone in which its local times were read
 * @param actor who migrated
 * @param at when
 * @param importId names the run in each of its events; null if none was written
 * @param tables every table of the file with its rows, by name
 * @param skipped the rows that are not in the store
 * @param events events written, that of the import itself among them
 * @param flags how facts were interpreted
 * @param conflicts what the file and a person say differently
 * @param unknownTables tables that no known stage has
 * @param unknownColumns columns that no known stage has, of the other tables, as {@code table.column}
 */
public record MigrationResult(SourceFacts file, ZoneId zone, String actor, Instant at,
    @Nullable String importId, List<TableRows> tables, SkippedRows skipped, long events,
    SortedMap<String, FlagCounts.Count> flags, List<Conflict> conflicts,
    List<String> unknownTables, List<String> unknownColumns) {

  public MigrationResult {
    tables = List.copyOf(tables);
    flags = Collections.unmodifiableSortedMap(new TreeMap<>(flags));
    conflicts = List.copyOf(conflicts);
    unknownTables = List.copyOf(unknownTables);
    unknownColumns = List.copyOf(unknownColumns);
  }

  /** Of a file without tables. */
  static MigrationResult nothing(LegacyFile file, ZoneId zone, String actor, Instant at) {
    return new MigrationResult(SourceFacts.of(file), zone, actor, at, null, List.of(),
        new SkippedRows(), 0,
        new TreeMap<>(), List.of(), List.of(), List.of());
  }
}
