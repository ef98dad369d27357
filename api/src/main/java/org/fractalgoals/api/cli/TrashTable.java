package org.fractalgoals.api.cli;

import java.util.ArrayList;
import java.util.List;

import org.fractalgoals.api.trash.TrashView;

/** The trash as lines of text for people: columns as wide as what stands in them. */
final class TrashTable {

  private static final List<String> HEADINGS = List.of("deleted at", "what", "name", "things",
      "in the way");

  private TrashTable() {}

  static List<String> of(List<TrashView> items) {
    if (items.isEmpty()) {
      return List.of("There is nothing to restore.");
    }
    var rows = new ArrayList<List<String>>();
    rows.add(HEADINGS);
    items.forEach(item -> rows.add(cells(item)));
    var widths = widths(rows);
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private static List<String> cells(TrashView item) {
    return List.of(item.deletedAt().replace('T', ' ').substring(0, 19),
        printable(item.kind() + "/" + item.id()), printable(item.name()),
        Integer.toString(item.count()), item.reason() == null ? "" : printable(item.reason()));
  }

  private static String printable(String text) {
    return Printable.of(text);
  }

  private static int[] widths(List<List<String>> rows) {
    var widths = new int[HEADINGS.size()];
    for (var row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).codePointCount(0, row.get(i).length()));
      }
    }
    return widths;
  }

  private static String line(List<String> row, int[] widths) {
    var line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      var cell = row.get(i);
      line.append(cell)
          .repeat(' ', widths[i] - cell.codePointCount(0, cell.length()) + 2);
    }
    return line.toString().stripTrailing();
  }
}
