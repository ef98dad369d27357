package org.fractalgoals.projections.template;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

import org.fractalgoals.projections.engine.Microseconds;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Questions about templates. Only what is visible is answered: what lives, in a fractal that does. A template asked for
 * in a fractal that is not its own does not exist.
 *
 * <p>{@code CROSS JOIN} keeps SQLite from turning a join round and reading the whole table.
 */
public final class TemplateQueries {

  private final JdbcClient jdbc;

  public TemplateQueries(DataSource readers) {
    this.jdbc = JdbcClient.create(readers);
  }

  /** The templates of a fractal in the order of their creation. */
  public List<TemplateRow> templates(String rootId) {
    return jdbc.sql("""
      SELECT template.*
      FROM goals AS root CROSS JOIN session_templates AS template ON template.root_id = root.id
      WHERE root.id = :root AND root.visible AND template.deleted_at IS NULL
        AND NOT template.placeholder
      ORDER BY template.created_at, template.id
      """).param("root", rootId).query(TemplateQueries::template).list();
  }

  /** One template. */
  public Optional<TemplateRow> template(String rootId, String templateId) {
    return jdbc.sql("""
      SELECT template.*
      FROM session_templates AS template CROSS JOIN goals AS root ON root.id = template.root_id
      WHERE template.id = :template AND template.root_id = :root AND template.deleted_at IS NULL
        AND NOT template.placeholder AND root.visible
      """).param("template", templateId).param("root", rootId).query(TemplateQueries::template)
        .optional();
  }

  private static TemplateRow template(ResultSet row, int number) throws SQLException {
    return new TemplateRow(row.getString("id"), row.getString("root_id"), row.getString("name"),
        row.getString("description"), row.getString("template_data"),
        Microseconds.toInstant(row.getLong("created_at")),
        Microseconds.toInstant(row.getLong("updated_at")), row.getLong("version"));
  }
}
