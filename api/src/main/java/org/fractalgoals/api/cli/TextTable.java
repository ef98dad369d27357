package org.fractalgoals.api.cli;

import java.util.ArrayList;
import java.util.List;

/** Lines of text for people: columns as wide as what stands in them. */
final class TextTable {

  private TextTable() {}

  /**
   * @param headings of the columns
   * @param rows as many cells each
   */
  static List<String> of(List<String> headings, List<List<String>> rows) {
    var all = new ArrayList<List<String>>();
    all.add(headings);
    rows.forEach(row -> all.add(row.stream().map(Printable::of).toList()));
    var widths = widths(all, headings.size());
    return all.stream().map(row -> line(row, widths)).toList();
  }

  private static int[] widths(List<List<String>> rows, int columns) {
    var widths = new int[columns];
    for (var row : rows) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], length(row.get(i)));
      }
    }
    return widths;
  }

  private static int length(String cell) {
    return cell.codePointCount(0, cell.length());
  }

  private static String line(List<String> row, int[] widths) {
    var line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      line.append(row.get(i)).repeat(' ', widths[i] - length(row.get(i)) + 2);
    }
    return line.toString().stripTrailing();
  }
}
