package org.fractalgoals.migration;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.SortedMap;

import org.fractalgoals.domain.imports.ImportEvent.TableRows;
import org.fractalgoals.migration.goal.LeftOut;
import org.fractalgoals.migration.legacy.Stage;

/**
 * What a run read and wrote.
 *
 * @param source the legacy file
 * @param backup the copy of it that stays
 * @param sha256 of the file, 64 lower-case hexadecimal digits
 * @param bytes length of the file
 * @param stage of its schema
 * @param zone in which its local times were read
 * @param tables every table of the file with its rows, by name
 * @param goals goals imported
 * @param fractals roots among the goals imported
 * @param sessions sessions that stand among the goals, left for later
 * @param leftOut goals that were not imported, and why
 * @param events events written, that of the import itself among them
 * @param flags how facts were interpreted, each with the number of events that carry it
 * @param unknownTables tables that no known stage has
 * @param unknownColumns columns of goals that no known stage has; kept in the raw rows
 */
public record MigrationResult(Path source, Path backup, String sha256, long bytes, Stage stage,
    ZoneId zone, List<TableRows> tables, long goals, long fractals, long sessions,
    List<LeftOut> leftOut, long events, SortedMap<String, Long> flags,
    List<String> unknownTables, List<String> unknownColumns) {

  public MigrationResult {
    tables = List.copyOf(tables);
    leftOut = List.copyOf(leftOut);
    unknownTables = List.copyOf(unknownTables);
    unknownColumns = List.copyOf(unknownColumns);
  }
}
