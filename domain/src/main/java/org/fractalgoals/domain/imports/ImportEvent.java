package org.fractalgoals.domain.imports;

import java.time.Instant;
import java.util.List;

import org.fractalgoals.domain.entity.EntityChange;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.event.Envelope;
import org.fractalgoals.domain.event.StoredAs;

/**
 * What is recorded of an import as a whole. It belongs to no fractal: its root is {@link Envelope#SYSTEM_ROOT}.
 */
public sealed interface ImportEvent extends DomainEvent {

  /** Id of the run. */
  String importId();

  @Override
  default String stream() {
    return "import/" + importId();
  }

  @Override
  default List<EntityChange> changes() {
    return List.of();
  }

  /**
   * A legacy file was read to its end; the last event of its run.
   *
   * @param fileName name of the file, without its folder
   * @param sha256 of the file as it was found, 64 lower-case hexadecimal digits
   * @param bytes length of the file
   * @param stage stage of its schema, {@code S00} to {@code S16}
   * @param zone the zone in which its local times were read, such as {@code America/New_York}
   * @param tables every table of the file, by name
   * @param events how many events the rows became, this one not counted
   * @param at when the run took place
   */
  @StoredAs("import.recorded")
  record LegacyFileImported(String importId, String fileName, String sha256, long bytes,
      String stage, String zone, List<TableRows> tables, long events, Instant at)
      implements
        ImportEvent {

    public LegacyFileImported {
      tables = List.copyOf(tables);
    }
  }

  /**
   * What became of the rows of a table.
   *
   * @param table its name in the file
   * @param read rows it has
   * @param imported rows that became events; the others were left out or left for later
   */
  record TableRows(String table, long read, long imported) {

    /** Rows that became no events. */
    public long leftOut() {
      return read - imported;
    }
  }
}
