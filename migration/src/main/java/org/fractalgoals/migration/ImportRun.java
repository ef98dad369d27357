package org.fractalgoals.migration;

import java.util.ArrayList;
import java.util.List;

import org.fractalgoals.domain.action.EventIds;
import org.fractalgoals.domain.event.Envelope;
import org.fractalgoals.domain.event.EventAppender;
import org.fractalgoals.domain.event.Imported;
import org.fractalgoals.domain.event.NewEvent;
import org.fractalgoals.domain.event.Origin;
import org.fractalgoals.domain.event.Source;
import org.fractalgoals.domain.goal.GoalEvent.GoalDeleted;
import org.fractalgoals.domain.imports.ImportEvent.LegacyFileImported;
import org.fractalgoals.migration.goal.LegacyEvent;

/**
 * Appends the events of one import, several at a time. The import is one action, but each deletion is one of its own, so
 * that it can be restored on its own.
 */
final class ImportRun {

  /** Enough to share the cost of a commit, few enough for little memory. */
  private static final int BATCH = 500;

  private final EventIds ids;
  private final String actor;
  private final EventAppender appender;
  private final String importId;
  private final List<NewEvent> waiting = new ArrayList<>();

  ImportRun(EventIds ids, String actor, EventAppender appender) {
    this.ids = ids;
    this.actor = actor;
    this.appender = appender;
    this.importId = ids.next();
  }

  /** Names the run in each of its events. */
  String importId() {
    return importId;
  }

  void append(LegacyEvent event) {
    var actionId = event.event() instanceof GoalDeleted ? ids.next() : importId;
    var imported = new Imported(importId, event.effectiveAt(), event.flags(), event.sourceRow());
    waiting.add(new NewEvent(ids.next(), NewEvent.NEXT, event.event(),
        new Envelope(event.rootId(), origin(actionId), null, imported)));
    if (waiting.size() == BATCH) {
      flush();
    }
  }

  /** Appends what is waiting, and last of all the record of the import. */
  void finish(LegacyFileImported record) {
    waiting.add(new NewEvent(ids.next(), NewEvent.NEXT, record,
        new Envelope(Envelope.SYSTEM_ROOT, origin(importId), null,
            new Imported(importId, record.at(), List.of(), null))));
    flush();
  }

  private void flush() {
    appender.append(List.copyOf(waiting));
    waiting.clear();
  }

  private Origin origin(String actionId) {
    return new Origin(actor, Source.MIGRATION, actionId);
  }
}
