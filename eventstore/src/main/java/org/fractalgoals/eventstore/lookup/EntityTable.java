package org.fractalgoals.eventstore.lookup;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.fractalgoals.domain.entity.Entity;
import org.fractalgoals.domain.entity.Entity.Life;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.entity.Kind;
import org.fractalgoals.eventstore.sqlite.StatementCache;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes the table {@code entity} on one connection. Knows no rules. Lists and counts leave out placeholders and
 * what is below one.
 */
public final class EntityTable {

  /** The placeholders of the fractal {@code ?1} and all below them: the beginning of a statement. */
  private static final String PRESUMED = """
    WITH RECURSIVE presumed (kind, id) AS (
      SELECT kind, id FROM entity WHERE root_id = ?1 AND placeholder
      UNION
      SELECT e.kind, e.id
        FROM presumed CROSS JOIN entity e
             ON e.parent_kind = presumed.kind AND e.parent_id = presumed.id
    )
    """;

  /** Nothing stands as deep; whatever is damaged, a question comes to an end. */
  private static final int DEEPEST = 100_000;

  private final StatementCache statements;
  private final @Nullable Map<EntityRef, Optional<Entity>> known;
  private final Set<EntityRef> inserted = new HashSet<>();

  private EntityTable(StatementCache statements,
      @Nullable Map<EntityRef, Optional<Entity>> known) {
    this.statements = statements;
    this.known = known;
  }

  /** The table as it is whenever it is asked. */
  public static EntityTable on(StatementCache statements) {
    return new EntityTable(statements, null);
  }

  /** For as long as nobody else writes to the table: what it once looked up it does not look up again. */
  public static EntityTable remembering(StatementCache statements) {
    return new EntityTable(statements, new HashMap<>());
  }

  public Optional<Entity> find(EntityRef ref) throws SQLException {
    if (known == null) {
      return look(ref);
    }
    var found = known.get(ref);
    if (found == null) {
      found = look(ref);
      known.put(ref, found);
    }
    return found;
  }

  /** Whether this object has inserted the thing: there was none before. */
  public boolean hasInserted(EntityRef ref) {
    return inserted.contains(ref);
  }

  private void remember(Entity entity) {
    if (known != null) {
      known.put(entity.ref(), Optional.of(entity));
    }
  }

  private Optional<Entity> look(EntityRef ref) throws SQLException {
    var select = statements.get("""
      SELECT * FROM entity WHERE kind = ? AND id = ?
      """);
    bind(select, 1, ref);
    return list(select).stream().findFirst();
  }

  /** The thing and what stands above it; what has no parent stands below the root of its fractal. */
  public List<Entity> lineage(EntityRef ref) throws SQLException {
    var select = statements.get("""
      WITH RECURSIVE up (depth, kind, id) AS (
        VALUES (0, ?, ?)
        UNION ALL
        SELECT depth + 1, coalesce(e.parent_kind, 'goal'), coalesce(e.parent_id, e.root_id)
          FROM up CROSS JOIN entity e ON e.kind = up.kind AND e.id = up.id
         WHERE (e.parent_id IS NOT NULL OR e.kind <> 'goal' OR e.id <> e.root_id) AND depth < 100000
      )
      SELECT e.*
        FROM up CROSS JOIN entity e ON e.kind = up.kind AND e.id = up.id
       ORDER BY depth
      """);
    bind(select, 1, ref);
    return list(select);
  }

  /**
   * The live goals and sessions from this one down, parents before children. {@code CROSS JOIN} keeps SQLite from turning
   * the join round and reading all there is of all fractals.
   */
  public List<Entity> liveTree(EntityRef top) throws SQLException {
    var select = statements.get("""
      WITH RECURSIVE down (depth, kind, id) AS (
        VALUES (0, ?, ?)
        UNION ALL
        SELECT depth + 1, e.kind, e.id
          FROM down CROSS JOIN entity e ON e.parent_kind = down.kind AND e.parent_id = down.id
         WHERE e.kind IN ('goal', 'session') AND NOT e.placeholder AND depth < 100000
      )
      SELECT e.*
        FROM down CROSS JOIN entity e ON e.kind = down.kind AND e.id = down.id
       WHERE e.state = 'live'
       ORDER BY depth, e.sort_order, e.id
      """);
    bind(select, 1, top);
    return list(select);
  }

  /** All there is of a fractal, be it live, deleted or a placeholder; nothing that was purged. */
  public List<Entity> inFractal(String rootId) throws SQLException {
    var select = statements.get("""
      SELECT * FROM entity WHERE root_id = ? AND state IN ('live', 'deleted') ORDER BY kind, id
      """);
    select.setString(1, rootId);
    return list(select);
  }

  /** The thing and all below it, parts and notes too, whatever their state; nothing that was purged. */
  public List<Entity> atAndBelow(EntityRef top) throws SQLException {
    var select = statements.get("""
      WITH RECURSIVE down (depth, kind, id) AS (
        VALUES (0, ?, ?)
        UNION ALL
        SELECT depth + 1, e.kind, e.id
          FROM down CROSS JOIN entity e ON e.parent_kind = down.kind AND e.parent_id = down.id
         WHERE e.state <> 'purged' AND depth < 100000
      )
      SELECT e.*
        FROM down CROSS JOIN entity e ON e.kind = down.kind AND e.id = down.id
       WHERE e.state <> 'purged'
       ORDER BY depth, e.kind, e.id
      """);
    bind(select, 1, top);
    return list(select);
  }

  public List<Entity> liveInFractal(String rootId) throws SQLException {
    var select = statements.get(PRESUMED + """
      SELECT * FROM entity
       WHERE root_id = ?1 AND state = 'live' AND (kind, id) NOT IN (SELECT kind, id FROM presumed)
       ORDER BY kind, id
      """);
    select.setString(1, rootId);
    return list(select);
  }

  /** Whether the place is the thing, or below it, going by what is known of them. */
  public boolean isAtOrBelow(EntityRef place, EntityRef ref) throws SQLException {
    var at = Optional.of(place);
    for (var depth = 0; at.isPresent() && depth < DEEPEST; depth++) {
      if (at.get().equals(ref)) {
        return true;
      }
      at = find(at.get()).map(Entity::parent);
    }
    return false;
  }

  /** Whether a live goal or session stands directly below this. */
  public boolean hasLiveBelow(EntityRef parent) throws SQLException {
    var select = statements.get("""
      SELECT 1 FROM entity
       WHERE parent_kind = ? AND parent_id = ? AND kind IN ('goal', 'session') AND state = 'live'
         AND NOT placeholder
       LIMIT 1
      """);
    bind(select, 1, parent);
    return exists(select);
  }

  /** Whether anything of a kind lives in the fractal. */
  public boolean hasLive(String rootId, Kind kind) throws SQLException {
    var select = statements.get(PRESUMED + """
      SELECT 1 FROM entity
       WHERE root_id = ?1 AND state = 'live' AND kind = ?2
         AND (kind, id) NOT IN (SELECT kind, id FROM presumed)
       LIMIT 1
      """);
    select.setString(1, rootId);
    select.setString(2, kind.code());
    return exists(select);
  }

  private static boolean exists(PreparedStatement select) throws SQLException {
    try (var rows = select.executeQuery()) {
      return rows.next();
    }
  }

  /** What the action deleted and is still deleted, in the order of its events. */
  public List<Entity> deletedBy(String actionId) throws SQLException {
    var select = statements.get("SELECT * FROM entity WHERE deleted_by = ?");
    select.setString(1, actionId);
    var order = orderOfStreams(actionId);
    return list(select).stream()
        .sorted(Comparator.comparing(deleted -> order.getOrDefault(deleted.stream(), 0L))).toList();
  }

  /** How many things the action deleted that were purged since: of their deletions the types are left. */
  public long purgedSince(String actionId) throws SQLException {
    var select = statements.get("""
      SELECT count(*) FROM events
       WHERE action_id = ? AND purged_by IS NOT NULL AND type LIKE '%.deleted'
      """);
    select.setString(1, actionId);
    try (var row = select.executeQuery()) {
      return row.getLong(1);
    }
  }

  private Map<String, Long> orderOfStreams(String actionId) throws SQLException {
    var select = statements.get("""
      SELECT stream, min(position) FROM events WHERE action_id = ? GROUP BY stream
      """);
    select.setString(1, actionId);
    var order = new HashMap<String, Long>();
    try (var rows = select.executeQuery()) {
      while (rows.next()) {
        order.put(rows.getString(1), rows.getLong(2));
      }
    }
    return order;
  }

  /** Live children in the order they are shown in: by sort order, time of creation, id. */
  public List<Entity> children(EntityRef parent, Kind kind) throws SQLException {
    var select = statements.get("""
      SELECT * FROM entity
       WHERE parent_kind = ? AND parent_id = ? AND kind = ? AND state = 'live' AND NOT placeholder
       ORDER BY sort_order, created_at, id
      """);
    bind(select, 1, parent);
    select.setString(3, kind.code());
    return list(select);
  }

  public long greatestSortOrder(EntityRef parent) throws SQLException {
    var select = statements.get("""
      SELECT sort_order FROM entity WHERE parent_kind = ? AND parent_id = ?
       ORDER BY sort_order DESC LIMIT 1
      """);
    bind(select, 1, parent);
    try (var rows = select.executeQuery()) {
      return rows.next() ? rows.getLong(1) : 0;
    }
  }

  /** All states are named so that the index of the fractal is used, not the key with all things of the kind. */
  public long greatestSortOrder(String rootId, Kind kind) throws SQLException {
    var select = statements.get("""
      SELECT coalesce(max(sort_order), 0)
        FROM entity
       WHERE root_id = ? AND state IN ('live', 'deleted', 'purged') AND kind = ?
      """);
    select.setString(1, rootId);
    select.setString(2, kind.code());
    try (var row = select.executeQuery()) {
      return row.next() ? row.getLong(1) : 0;
    }
  }

  public List<Entity> live(String rootId, Kind kind) throws SQLException {
    var select = statements.get(PRESUMED + """
      SELECT * FROM entity
       WHERE root_id = ?1 AND state = 'live' AND kind = ?2
         AND (kind, id) NOT IN (SELECT kind, id FROM presumed)
      """);
    select.setString(1, rootId);
    select.setString(2, kind.code());
    return list(select);
  }

  /** Another live thing that set rules see, of the same kind, with the same name, in the same fractal. */
  public List<Entity> namesakes(Entity entity) throws SQLException {
    var select = statements.get("""
      SELECT * FROM entity
       WHERE kind = ? AND root_id = ? AND name = ? AND id <> ? AND state = 'live' AND NOT exempt
      """);
    select.setString(1, entity.ref().kind().code());
    select.setString(2, entity.rootId());
    select.setString(3, entity.name());
    select.setString(4, entity.ref().id());
    return list(select);
  }

  /**
   * Inserts a thing, unless its kind and id are taken.
   *
   * @return whether it is inserted
   */
  public boolean insert(Entity entity) throws SQLException {
    var insert = statements.get("""
      INSERT INTO entity (parent_kind, parent_id, root_id, stream, name, sort_order, created_at,
                          state, deleted_by, placeholder, exempt, kind, id)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          ON CONFLICT (kind, id) DO NOTHING
      """);
    if (bindRow(insert, entity).executeUpdate() == 0) {
      return false;
    }
    remember(entity);
    if (known != null) {
      inserted.add(entity.ref());
    }
    return true;
  }

  public void update(Entity entity) throws SQLException {
    var update = statements.get("""
      UPDATE entity
         SET parent_kind = ?, parent_id = ?, root_id = ?, stream = ?, name = ?, sort_order = ?,
             created_at = ?, state = ?, deleted_by = ?, placeholder = ?, exempt = ?
       WHERE kind = ? AND id = ?
      """);
    bindRow(update, entity).executeUpdate();
    remember(entity);
  }

  /** Writes of a thing only whether it lives: a cascade has many, and each column takes its indexes along. */
  public void updateLife(Entity entity) throws SQLException {
    var update = statements.get("""
      UPDATE entity SET state = ?, deleted_by = ? WHERE kind = ? AND id = ?
      """);
    update.setString(1, entity.life().name().toLowerCase(Locale.ROOT));
    update.setString(2, entity.deletedBy());
    bind(update, 3, entity.ref());
    update.executeUpdate();
    remember(entity);
  }

  public void clear() throws SQLException {
    statements.execute("DELETE FROM entity");
    if (known != null) {
      known.clear();
    }
  }

  private static PreparedStatement bindRow(PreparedStatement statement, Entity entity)
      throws SQLException {
    var parent = entity.parent();
    statement.setString(1, parent == null ? null : parent.kind().code());
    statement.setString(2, parent == null ? null : parent.id());
    statement.setString(3, entity.rootId());
    statement.setString(4, entity.stream());
    statement.setString(5, entity.name());
    statement.setLong(6, entity.sortOrder());
    statement.setLong(7, entity.createdAt());
    statement.setString(8, entity.life().name().toLowerCase(Locale.ROOT));
    statement.setString(9, entity.deletedBy());
    statement.setBoolean(10, entity.placeholder());
    statement.setBoolean(11, entity.exempt());
    bind(statement, 12, entity.ref());
    return statement;
  }

  private static void bind(PreparedStatement statement, int index, EntityRef ref)
      throws SQLException {
    statement.setString(index, ref.kind().code());
    statement.setString(index + 1, ref.id());
  }

  private static List<Entity> list(PreparedStatement select) throws SQLException {
    var entities = new ArrayList<Entity>();
    try (var rows = select.executeQuery()) {
      while (rows.next()) {
        entities.add(entity(rows));
      }
    }
    return entities;
  }

  /** A row with all columns in the order of the schema: asked for by place, as the driver looks names up each time. */
  private static Entity entity(ResultSet row) throws SQLException {
    var parentKind = row.getString(4);
    var parent = parentKind == null
        ? null
        : new EntityRef(Kind.ofCode(parentKind), row.getString(5));
    return new Entity(new EntityRef(Kind.ofCode(row.getString(1)), row.getString(2)),
        row.getString(3), parent, row.getString(6), row.getString(7), row.getLong(8),
        row.getLong(9), lifeOf(row.getString(10)), row.getString(11), row.getBoolean(12),
        row.getBoolean(13));
  }

  private static Life lifeOf(String state) {
    return switch (state) {
      case "live" -> Life.LIVE;
      case "deleted" -> Life.DELETED;
      default -> Life.PURGED;
    };
  }
}
