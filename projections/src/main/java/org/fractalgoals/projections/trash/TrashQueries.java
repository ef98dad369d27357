package org.fractalgoals.projections.trash;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.entity.Kind;
import org.fractalgoals.projections.engine.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Questions about what is deleted: one item per action that deleted something, the newest first. */
public final class TrashQueries {

  private final JdbcClient jdbc;

  public TrashQueries(DataSource readers) {
    this.jdbc = JdbcClient.create(readers);
  }

  /** What is deleted in all fractals, deleted ones too. */
  public List<TrashItem> trash() {
    return jdbc.sql(TrashSql.OF_ALL).query(TrashQueries::item).list();
  }

  /** What is deleted in a fractal, which may be deleted itself; empty if there never was such a fractal. */
  public Optional<List<TrashItem>> trash(String rootId) {
    var known = jdbc.sql("""
      SELECT 1
      FROM goals
      WHERE id = :root AND root_id = :root AND NOT placeholder
      """).param("root", rootId).query(Integer.class).optional();
    return known.map(one -> jdbc.sql(TrashSql.OF_FRACTAL).param("root", rootId)
        .query(TrashQueries::item).list());
  }

  private static TrashItem item(ResultSet row, int number) throws SQLException {
    var ref = new EntityRef(Kind.ofCode(row.getString("kind")), row.getString("id"));
    var reason = reason(ref.kind(), row);
    return new TrashItem(row.getString("deleted_by"), Columns.instant(row, "deleted_at"), ref,
        row.getString("root_id"), row.getString("name"), row.getInt("size"), reason == null,
        reason);
  }

  private static @Nullable String reason(Kind kind, ResultSet row) throws SQLException {
    var above = row.getString("obstacle_kind");
    if (above != null) {
      return deletedAbove(kind, above, row.getString("obstacle_name"));
    }
    if (row.getBoolean("name_is_taken")) {
      return "Another %s is called \"%s\" meanwhile: give this one another name."
          .formatted(kind.code(), row.getString("name"));
    }
    return null;
  }

  /** In a deleted fractal nothing lives that could be the other parent. */
  private static String deletedAbove(Kind kind, String above, String name) {
    boolean mayMove = (kind == Kind.GOAL || kind == Kind.SESSION) && !above.equals("fractal");
    return "It stands below the %s \"%s\", which is deleted: restore that one first%s."
        .formatted(above, name, mayMove ? ", or name another parent" : "");
  }
}
