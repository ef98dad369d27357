package org.fractalgoals.projections.verify;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Whether each row is in the fractal of what it stands under.
 *
 * @param links how many such links there are
 * @param count how many rows are in another fractal
 * @param first the first of them
 */
public record Parents(long links, long count, List<Misplaced> first) {

  public Parents {
    first = List.copyOf(first);
  }

  /** Columns that name what a row has to do with, not what it stands under: that may be anywhere. */
  private static final Set<String> MENTIONS = Set.of("session_goals.goal_id",
      "activity_definitions.group_id", "activity_instances.activity_definition_id",
      "metric_values.metric_definition_id", "metric_values.split_definition_id",
      "notes.activity_definition_id", "scheduled_sessions.session_template_id",
      "program_day_templates.session_template_id");

  private static final String LINKS = """
    SELECT tables.name, link."from", link."table"
      FROM main.sqlite_schema tables, pragma_foreign_key_list(tables.name, 'main') link
     WHERE tables.type = 'table'
     ORDER BY tables.rowid, link."from"
    """;

  private record Link(String table, String column, String parent) {

    boolean isMention() {
      return MENTIONS.contains(table + "." + column);
    }
  }

  static Parents in(Connection connection, int most) throws SQLException {
    long links = 0;
    long count = 0;
    var first = new ArrayList<Misplaced>();
    for (var link : links(connection)) {
      links += number(connection,
          "SELECT count(%s) FROM main.%s".formatted(link.column, link.table));
      long misplaced = number(connection, "SELECT count(*) " + misplaced(link));
      if (misplaced > 0) {
        first.addAll(some(connection, link, most - first.size()));
      }
      count += misplaced;
    }
    return new Parents(links, count, first);
  }

  private static List<Link> links(Connection connection) throws SQLException {
    try (var select = connection.prepareStatement(LINKS); var rows = select.executeQuery()) {
      var links = new ArrayList<Link>();
      while (rows.next()) {
        var link = new Link(rows.getString(1), rows.getString(2), rows.getString(3));
        if (!link.isMention()) {
          links.add(link);
        }
      }
      return links;
    }
  }

  private static String misplaced(Link link) {
    return """
      FROM main.%s child JOIN main.%s parent ON parent.id = child.%s
      WHERE parent.root_id <> child.root_id
      """.formatted(link.table, link.parent, link.column);
  }

  private static List<Misplaced> some(Connection connection, Link link, int most)
      throws SQLException {
    var key = Key.of(connection, link.table);
    var sql = "SELECT child.root_id, parent.id, parent.root_id, %s %s LIMIT %d".formatted(
        key.of("child"), misplaced(link), most);
    try (var select = connection.prepareStatement(sql); var rows = select.executeQuery()) {
      var some = new ArrayList<Misplaced>();
      while (rows.next()) {
        some.add(new Misplaced(link.table, key.shown(key.cells(rows, 4)), rows.getString(1),
            link.column, rows.getString(2), rows.getString(3)));
      }
      return some;
    }
  }

  private static long number(Connection connection, String sql) throws SQLException {
    try (var select = connection.prepareStatement(sql); var row = select.executeQuery()) {
      return row.getLong(1);
    }
  }
}
