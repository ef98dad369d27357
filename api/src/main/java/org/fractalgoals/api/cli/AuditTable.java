package org.fractalgoals.api.cli;

import java.util.List;

import org.fractalgoals.api.audit.AuditView;

/** Events as lines of text for people. */
final class AuditTable {

  private static final List<String> HEADINGS = List.of("position", "happened at", "who", "what",
      "name", "event");

  private AuditTable() {}

  static List<String> of(List<AuditView> events) {
    return events.isEmpty()
        ? List.of("There is no such event.")
        : TextTable.of(HEADINGS, events.stream().map(AuditTable::cells).toList());
  }

  private static List<String> cells(AuditView event) {
    var thing = event.thing();
    return List.of(Long.toString(event.position()),
        event.effectiveAt().replace('T', ' ').substring(0, 19),
        event.actor() + " (" + event.source() + ")",
        thing == null ? event.type() : thing.kind() + "/" + thing.id(),
        thing == null || thing.name() == null ? "" : thing.name(), event.sentence());
  }
}
