package org.fractalgoals.api.cli;

import java.util.List;

import org.fractalgoals.api.trash.TrashView;

/** The trash as lines of text for people. */
final class TrashTable {

  private static final List<String> HEADINGS = List.of("deleted at", "what", "name", "things",
      "in the way");

  private TrashTable() {}

  static List<String> of(List<TrashView> items) {
    return items.isEmpty()
        ? List.of("There is nothing to restore.")
        : TextTable.of(HEADINGS, items.stream().map(TrashTable::cells).toList());
  }

  private static List<String> cells(TrashView item) {
    return List.of(item.deletedAt().replace('T', ' ').substring(0, 19),
        item.kind() + "/" + item.id(), item.name(), Integer.toString(item.count()),
        item.reason() == null ? "" : item.reason());
  }
}
