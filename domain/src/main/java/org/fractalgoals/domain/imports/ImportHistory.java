package org.fractalgoals.domain.imports;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.imports.ImportEvent.LegacyFileImported;
import org.jspecify.annotations.Nullable;

/** Reads what imports left in the store, rows of legacy files among it. Safe for use by many threads. */
public interface ImportHistory {

  /** Every import that was carried out, the oldest first. */
  List<LegacyFileImported> imports();

  /**
   * Hands over what one import recorded of itself and every row that its events carry, in the order of positions. Of
   * events that were purged since, whether they carried a row or not, only the positions are left.
   */
  void forEach(String importId, Consumer<Fact> fact);

  /** The row that the event at a position carries, as JSON text; empty if it carries none, or was purged. */
  Optional<String> rowAt(long position);

  /** Whether the event at a position was purged. */
  boolean isPurged(long position);

  /** Hands over every row that any event carries, in the order of positions. */
  void forEachRow(Consumer<Fact> fact);

  /**
   * What happened in a stream, in order, and what of it an import told. What was purged is passed over.
   *
   * @param stream such as {@code goal/0197…}; one that does not exist has no events
   */
  List<Told> told(String stream);

  /**
   * An event of a stream.
   *
   * @param imported whether an import told it; otherwise a person did it
   */
  record Told(DomainEvent event, boolean imported) {}

  /**
   * A part of an import.
   *
   * @param position position of its event
   * @param event what the import recorded of itself; null for an event of a thing, or one that was purged
   * @param row the row it carries, as JSON text; null if it carries none, or was purged
   */
  record Fact(long position, @Nullable ImportEvent event, @Nullable String row) {

    /** Whether nothing is left of it. */
    public boolean isPurged() {
      return event == null && row == null;
    }
  }
}
