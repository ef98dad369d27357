package org.fractalgoals.projections.note;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.entity.Kind;
import org.fractalgoals.projections.engine.Columns;
import org.fractalgoals.projections.engine.Microseconds;
import org.fractalgoals.projections.paging.Cursor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Questions about notes. Only what is visible is answered: a note that lives, about something that is visible itself.
 * Lists have the newest first, what is of one time by id.
 */
public final class NoteQueries {

  /** A note of an instance has the session of the instance as well. */
  private static final String VISIBLE = """
    SELECT note.*
    FROM notes AS note
      CROSS JOIN goals AS root ON root.id = note.root_id
      LEFT JOIN goals AS goal ON goal.id = note.goal_id
      LEFT JOIN sessions AS session ON session.id = note.session_id
      LEFT JOIN activity_instances AS instance ON instance.id = note.activity_instance_id
      LEFT JOIN activity_definitions AS activity ON activity.id = note.activity_definition_id
    WHERE %s AND note.deleted_at IS NULL AND NOT note.placeholder
      AND CASE note.context_kind
        WHEN 'goal' THEN goal.visible
        WHEN 'session' THEN session.visible
        WHEN 'instance' THEN session.visible AND instance.deleted_at IS NULL
          AND NOT instance.placeholder
        ELSE root.visible AND activity.deleted_at IS NULL AND NOT activity.placeholder
      END
    """;

  /** Each list is read in the order of its index, from the cursor to the end of the page and no further. */
  private static final String PAGE = VISIBLE + """
      AND note.created_at <= :last AND (note.created_at < :last OR note.id > :after)
    ORDER BY note.created_at DESC, note.id
    LIMIT :limit
    """;

  private static final String OF_FRACTAL = PAGE.formatted("note.root_id = :root");
  private static final String OF_GOAL = about("goal_id");
  private static final String OF_SESSION = about("session_id");
  private static final String OF_INSTANCE = about("activity_instance_id");
  private static final String OF_ACTIVITY = about("activity_definition_id");
  private static final String ONE = VISIBLE.formatted("note.id = :note AND note.root_id = :root");

  private static final Cursor BEFORE_ALL = new Cursor(Instant.MAX, "");

  private final JdbcClient jdbc;

  public NoteQueries(DataSource readers) {
    this.jdbc = JdbcClient.create(readers);
  }

  /** The sign keeps SQLite from reading all notes of the fractal for those of one thing in it. */
  private static String about(String column) {
    return PAGE.formatted("note.%s = :context AND +note.root_id = :root".formatted(column));
  }

  /**
   * All notes of a fractal.
   *
   * @param after the end of the page before; null for the first page
   * @param limit the greatest number of notes to give
   */
  public List<NoteRow> ofFractal(String rootId, @Nullable Cursor after, int limit) {
    return page(jdbc.sql(OF_FRACTAL), rootId, after, limit);
  }

  /** The notes about a goal itself; otherwise as {@link #ofFractal}. */
  public List<NoteRow> ofGoal(String rootId, String goalId, @Nullable Cursor after, int limit) {
    return page(jdbc.sql(OF_GOAL).param("context", goalId), rootId, after, limit);
  }

  /** The notes about a session and what was performed in it; otherwise as {@link #ofFractal}. */
  public List<NoteRow> ofSession(String rootId, String sessionId, @Nullable Cursor after,
      int limit) {
    return page(jdbc.sql(OF_SESSION).param("context", sessionId), rootId, after, limit);
  }

  /** The notes about an activity instance and its sets; otherwise as {@link #ofFractal}. */
  public List<NoteRow> ofInstance(String rootId, String instanceId, @Nullable Cursor after,
      int limit) {
    return page(jdbc.sql(OF_INSTANCE).param("context", instanceId), rootId, after, limit);
  }

  /** The notes about an activity and all its instances; otherwise as {@link #ofFractal}. */
  public List<NoteRow> ofActivity(String rootId, String activityId, @Nullable Cursor after,
      int limit) {
    return page(jdbc.sql(OF_ACTIVITY).param("context", activityId), rootId, after, limit);
  }

  /** One note. */
  public Optional<NoteRow> note(String rootId, String noteId) {
    return jdbc.sql(ONE).param("note", noteId).param("root", rootId).query(NoteQueries::note)
        .optional();
  }

  private static List<NoteRow> page(StatementSpec list, String rootId, @Nullable Cursor after,
      int limit) {
    var end = after == null ? BEFORE_ALL : after;
    return list.param("root", rootId).param("last", Microseconds.bounded(end.createdAt()))
        .param("after", end.id()).param("limit", limit).query(NoteQueries::note).list();
  }

  private static NoteRow note(ResultSet row, int number) throws SQLException {
    return new NoteRow(row.getString("id"), row.getString("root_id"), context(row),
        row.getString("session_id"), row.getString("activity_definition_id"),
        Columns.longOrNull(row, "set_index"), row.getString("content"),
        Columns.instant(row, "created_at"), Columns.instant(row, "updated_at"),
        row.getLong("version"));
  }

  private static EntityRef context(ResultSet row) throws SQLException {
    var kind = Kind.ofCode(row.getString("context_kind"));
    return new EntityRef(kind, row.getString(switch (kind) {
      case GOAL -> "goal_id";
      case SESSION -> "session_id";
      case INSTANCE -> "activity_instance_id";
      case ACTIVITY -> "activity_definition_id";
      default -> throw new IllegalStateException("a note is never about a " + kind.code());
    }));
  }
}
