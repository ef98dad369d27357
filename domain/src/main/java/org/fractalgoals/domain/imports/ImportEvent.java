package org.fractalgoals.domain.imports;

import java.time.Instant;
import java.util.List;

import org.fractalgoals.domain.entity.EntityChange;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.event.Envelope;
import org.fractalgoals.domain.event.StoredAs;
import org.jspecify.annotations.Nullable;

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
   * How the tables of the file were declared, so that the file can be made again.
   *
   * @param encoding of its texts, such as {@code UTF-8}
   * @param userVersion a number that SQLite keeps for applications
   * @param applicationId another one
   * @param objects tables, indexes, views and triggers in the order of their declaration
   * @param at when the run took place
   */
  @StoredAs("import.schema-kept")
  record SchemaKept(String importId, String encoding, long userVersion, long applicationId,
      List<Declared> objects, Instant at) implements ImportEvent {

    public SchemaKept {
      objects = List.copyOf(objects);
    }
  }

  /**
   * A row of the file that no event stands for is kept all the same.
   *
   * @param table the table it stands in
   * @param about what it speaks of; null if that is nothing known
   * @param at when the run took place
   */
  @StoredAs("import.row-kept")
  record RowKept(String importId, String table, @Nullable EntityRef about, Instant at)
      implements
        ImportEvent {}

  /**
   * Rows of the file are exactly as an earlier import found them; they are kept there.
   *
   * @param table the table they stand in
   * @param rows some of its rows; a large table has several of these events
   * @param at when the run took place
   */
  @StoredAs("import.rows-unchanged")
  record RowsUnchanged(String importId, String table, List<RowSeen> rows, Instant at)
      implements
        ImportEvent {

    public RowsUnchanged {
      rows = List.copyOf(rows);
    }
  }

  /**
   * The file says of a thing something else than it said when it was last imported, and a person has changed the same
   * since. Both rows are kept.
   *
   * @param thing what they disagree about
   * @param field in what, by the name of the column
   * @param taken whether what the file says was taken, because the importer was told so
   * @param at when the run took place
   */
  @StoredAs("import.conflict-found")
  record ConflictFound(String importId, EntityRef thing, String field, boolean taken, Instant at)
      implements
        ImportEvent {}

  /**
   * A legacy file was read to its end; the last event of its run.
   *
   * @param fileName name of the file, without its folder
   * @param sha256 of the file as it was found, 64 lower-case hexadecimal digits
   * @param bytes length of the file
   * @param stage stage of its schema, {@code S00} to {@code S16}
   * @param zone the zone in which its local times were read, such as {@code America/New_York}
   * @param tables every table of the file, by name
   * @param events how many events were written before this one
   * @param conflicts how many conflicts were found
   * @param newest the last moment that the file speaks of; null if it speaks of none
   * @param at when the run took place
   */
  @StoredAs("import.recorded")
  record LegacyFileImported(String importId, String fileName, String sha256, long bytes,
      String stage, String zone, List<TableRows> tables, long events, long conflicts,
      @Nullable Instant newest, Instant at)
      implements
        ImportEvent {

    public LegacyFileImported {
      tables = List.copyOf(tables);
    }
  }

  /**
   * What became of the rows of a table. Each is in exactly one place.
   *
   * @param table its name in the file
   * @param read rows it has
   * @param told rows that an event of a thing stands for
   * @param kept rows kept for themselves
   * @param unchanged rows that an earlier import has already
   */
  record TableRows(String table, long read, long told, long kept, long unchanged) {

    /** Rows that are nowhere in the store: what they speak of was purged before. They are the rest. */
    public long skipped() {
      return read - told - kept - unchanged;
    }
  }

  /**
   * A row that is in the store already.
   *
   * @param rowid its rowid in this file; null in a table without rowids
   * @param position position of the event that has the row
   */
  record RowSeen(@Nullable Long rowid, long position) {}

  /**
   * An object of a schema.
   *
   * @param type {@code table}, {@code index}, {@code view} or {@code trigger}
   * @param name its name
   * @param table the table it belongs to
   * @param sql its declaration; null for the index that a constraint made
   */
  record Declared(String type, String name, String table, @Nullable String sql) {}
}
