package org.fractalgoals.migration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

import org.fractalgoals.domain.action.EventIds;
import org.fractalgoals.domain.entity.EntityChange;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.event.Envelope;
import org.fractalgoals.domain.event.EventQueue;
import org.fractalgoals.domain.event.Imported;
import org.fractalgoals.domain.event.NewEvent;
import org.fractalgoals.domain.event.Origin;
import org.fractalgoals.domain.event.Source;
import org.fractalgoals.domain.imports.ImportEvent;
import org.fractalgoals.domain.imports.ImportEvent.RowKept;
import org.fractalgoals.domain.imports.ImportEvent.RowSeen;
import org.fractalgoals.domain.imports.ImportEvent.RowsUnchanged;
import org.fractalgoals.migration.RowLedger.Destination;
import org.fractalgoals.migration.history.Flags;
import org.fractalgoals.migration.history.KeptRow;
import org.fractalgoals.migration.history.LegacyEvent;
import org.fractalgoals.migration.legacy.LegacyFile;
import org.fractalgoals.migration.legacy.LegacyRow;
import org.fractalgoals.migration.legacy.RawRow;
import org.jspecify.annotations.Nullable;

/**
 * Appends the events of one import, several at a time. The import is one action, but each deletion is one of its own, so
 * that it can be restored on its own. A row goes with the first event made from it; one that the store has already is only
 * named, and one that speaks of what was purged is left out.
 */
final class Writing {

  /** Enough to share the cost of a commit, few enough for little memory. */
  private static final int BATCH = 2000;
  private static final int ROWS_OF_AN_EVENT = 1000;

  private final EventIds ids;
  private final Origin origin;
  private final BatchAppender appender;
  private final LegacyFile file;
  private final Instant now;
  private final String importId;
  private final StoredRows stored;
  private final Predicate<EntityRef> purged;
  private final SkippedRows skipped = new SkippedRows();
  private final RowLedger ledger = new RowLedger();
  private final FlagCounts flags = new FlagCounts();
  private final Map<String, List<RowSeen>> seen = new LinkedHashMap<>();
  private List<NewEvent> waiting = new ArrayList<>();
  private long events;

  /**
   * @param purged what rows must not speak of
   */
  Writing(EventIds ids, String actor, EventQueue queue, LegacyFile file, StoredRows stored,
      Predicate<EntityRef> purged, Instant now) {
    this.ids = ids;
    this.importId = ids.next();
    this.origin = new Origin(actor, Source.MIGRATION, importId);
    this.appender = new BatchAppender(queue);
    this.file = file;
    this.stored = stored;
    this.purged = purged;
    this.now = now;
  }

  /** Names the run in each of its events. */
  String importId() {
    return importId;
  }

  /** When the run takes place. */
  Instant now() {
    return now;
  }

  RowLedger ledger() {
    return ledger;
  }

  FlagCounts flags() {
    return flags;
  }

  SkippedRows skipped() {
    return skipped;
  }

  /** How many events were written. */
  long events() {
    return events;
  }

  void append(LegacyEvent event, String rootId) {
    var row = event.row();
    add(event.event(), rootId, event.effectiveAt(), event.flags(),
        row == null ? null : taken(row, Destination.TOLD));
    flags.add(event.flags(), subject(event.event()));
  }

  private static String subject(DomainEvent event) {
    return event.changes().isEmpty() ? event.stream() : event.changes().get(0).ref().toString();
  }

  /** The text of a row that ends there; null if the store has the row already. */
  private @Nullable String taken(LegacyRow row, Destination destination) {
    var json = RawRow.json(file.copy().sha256(), file.stage(), row);
    var position = stored.positionOf(json);
    if (position.isPresent()) {
      unchanged(row, position.getAsLong());
      return null;
    }
    ledger.enter(row, destination);
    return json;
  }

  /** Keeps a row for itself, unless the store has it or what it speaks of was purged. */
  void keep(KeptRow kept) {
    var about = kept.about();
    if (about != null && purged.test(about)) {
      ledger.enter(kept.row(), Destination.SKIPPED);
      skipped.add(kept.row(), about);
      return;
    }
    var json = taken(kept.row(), Destination.KEPT);
    if (json != null) {
      add(new RowKept(importId, kept.row().table(), about, now), Envelope.SYSTEM_ROOT, now,
          kept.flags(), json);
    }
    flags.add(kept.flags(), about == null || kept.flags().contains(Flags.ID_UNUSABLE)
        ? kept.row().table() + " row " + Objects.requireNonNullElse(kept.row().rowid(), "?")
        : about.toString());
  }

  private void unchanged(LegacyRow row, long position) {
    ledger.enter(row, Destination.UNCHANGED);
    var rows = seen.computeIfAbsent(row.table(), table -> new ArrayList<>());
    rows.add(new RowSeen(row.rowid(), position));
    if (rows.size() == ROWS_OF_AN_EVENT) {
      recordSeen(row.table(), rows);
    }
  }

  private void recordSeen(String table, List<RowSeen> rows) {
    if (!rows.isEmpty()) {
      record(new RowsUnchanged(importId, table, rows, now));
      rows.clear();
    }
  }

  /** Appends what the import says of itself. */
  void record(ImportEvent event) {
    add(event, Envelope.SYSTEM_ROOT, now, List.of(), null);
  }

  private void add(DomainEvent event, String rootId, @Nullable Instant effectiveAt,
      List<String> eventFlags, @Nullable String row) {
    var action = deletes(event) ? new Origin(origin.actor(), origin.source(), ids.next()) : origin;
    waiting.add(new NewEvent(ids.next(), NewEvent.NEXT, event, new Envelope(rootId, action, null,
        new Imported(importId, effectiveAt, eventFlags, row))));
    events++;
    if (waiting.size() == BATCH) {
      flush();
    }
  }

  private static boolean deletes(DomainEvent event) {
    return event.changes().stream().anyMatch(EntityChange.Deleted.class::isInstance);
  }

  private void flush() {
    appender.append(waiting);
    waiting = new ArrayList<>();
  }

  /** Appends what is still waiting. */
  void finish() {
    seen.forEach(this::recordSeen);
    flush();
    appender.finish();
  }
}
