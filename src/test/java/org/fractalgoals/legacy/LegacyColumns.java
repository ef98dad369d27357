package org.fractalgoals.legacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** How the legacy application declared its tables at each of its stages, 1 to 16. */
public final class LegacyColumns {

  private static final String KEY = " KEY";

  private record Column(String table, String name, String stages, String declaration) {

    static Column parse(String line) {
      var parts = line.split(" ", 4);
      return new Column(parts[0], parts[1], parts[2], parts[3]);
    }

    boolean existsAt(int stage) {
      for (var range : stages.split(",", -1)) {
        var ends = range.split("-", -1);
        if (Integer.parseInt(ends[0]) <= stage
            && stage <= Integer.parseInt(ends[ends.length - 1])) {
          return true;
        }
      }
      return false;
    }

    boolean isKey() {
      return declaration.endsWith(KEY);
    }

    String quotedName() {
      return '"' + name + '"';
    }

    String strict() {
      return quotedName() + " "
          + (isKey() ? declaration.substring(0, declaration.length() - KEY.length()) : declaration);
    }

    String loose() {
      return quotedName() + " " + declaration.split(" ", 2)[0];
    }
  }

  private static final List<Column> ALL = read();

  private LegacyColumns() {}

  /** The tables of a stage as they were declared: statement by table. */
  public static Map<String, String> strict(int stage) {
    var statements = new LinkedHashMap<String, String>();
    byTable(stage).forEach((table, columns) -> {
      var parts = new ArrayList<>(columns.stream().map(Column::strict).toList());
      parts.add(columns.stream().filter(Column::isKey).map(Column::quotedName)
          .collect(Collectors.joining(", ", "PRIMARY KEY (", ")")));
      statements.put(table, create(table, parts));
    });
    return statements;
  }

  /** A table with the same types, but without keys, defaults and NOT NULL. */
  static String loose(int stage, String table) {
    return create(table,
        Objects.requireNonNull(byTable(stage).get(table)).stream().map(Column::loose).toList());
  }

  private static String create(String table, List<String> parts) {
    return "CREATE TABLE %s (%s)".formatted(table, String.join(", ", parts));
  }

  private static Map<String, List<Column>> byTable(int stage) {
    return ALL.stream().filter(column -> column.existsAt(stage))
        .collect(Collectors.groupingBy(Column::table, LinkedHashMap::new, Collectors.toList()));
  }

  private static List<Column> read() {
    try (var resource = LegacyColumns.class.getResourceAsStream("columns.txt")) {
      var text = new String(Objects.requireNonNull(resource).readAllBytes(),
          StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(Column::parse).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
