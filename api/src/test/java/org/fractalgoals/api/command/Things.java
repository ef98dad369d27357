package org.fractalgoals.api.command;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.fractalgoals.domain.entity.Entities;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.entity.Kind;

/** Picks things, deleted ones too, out of the tables of a read model. */
final class Things {

  /** The tables of the kinds that are deleted and restored by events of their own. */
  static final Map<Kind, String> TABLES = Map.of(Kind.GOAL, "goals", Kind.SESSION, "sessions",
      Kind.INSTANCE, "activity_instances", Kind.ACTIVITY, "activity_definitions", Kind.GROUP,
      "activity_groups", Kind.TEMPLATE, "session_templates", Kind.NOTE, "notes",
      Kind.PROGRAM, "programs", Kind.BLOCK, "program_blocks", Kind.DAY, "program_days");

  /** A thing and the fractal it is in. */
  record Thing(String id, String rootId) {}

  private static final Thing UNKNOWN = new Thing("unknown", "fractal-1");

  private final Connection tables;
  private final Entities entities;
  private final Dice dice;
  private int made;

  Things(Connection tables, Entities entities, Dice dice) {
    this.tables = tables;
    this.entities = entities;
    this.dice = dice;
  }

  /** An id that nothing has, or at times one that something has. */
  String newId(Kind kind) {
    return dice.chance(3) ? any(kind).id() : kind.code() + "-" + ++made;
  }

  /** A thing of that kind, mostly one that is visible, asked for in its own fractal but for a few times. */
  Thing any(Kind kind) {
    var thing = oneOf(kind, rows("SELECT id, root_id FROM %s ORDER BY rowid"
        .formatted(TABLES.get(kind))));
    return dice.chance(2) ? new Thing(thing.id(), fractal()) : thing;
  }

  /** The id of a thing of that kind, mostly a visible one in that fractal. */
  String in(String rootId, Kind kind) {
    return dice.chance(3)
        ? any(kind).id()
        : oneOf(kind, rows("SELECT id, root_id FROM %s WHERE root_id = ? ORDER BY rowid"
            .formatted(TABLES.get(kind)), rootId)).id();
  }

  private Thing oneOf(Kind kind, List<Thing> known) {
    var visible = known.stream()
        .filter(thing -> entities.isVisible(new EntityRef(kind, thing.id()))).toList();
    var among = visible.isEmpty() || dice.chance(10) ? known : visible;
    return among.isEmpty() || dice.chance(2) ? UNKNOWN : dice.oneOf(among);
  }

  /** A goal or a session, mostly in that fractal. */
  EntityRef parentIn(String rootId) {
    return dice.chance(70)
        ? EntityRef.goal(in(rootId, Kind.GOAL))
        : EntityRef.session(in(rootId, Kind.SESSION));
  }

  /** The id of a fractal. */
  String fractal() {
    return oneOf(Kind.GOAL, rows("SELECT id, root_id FROM goals WHERE id = root_id ORDER BY rowid"))
        .id();
  }

  /** What a statement finds: ids and the ids of fractals. */
  List<Thing> rows(String sql, String... parameters) {
    try (var select = tables.prepareStatement(sql)) {
      for (int index = 0; index < parameters.length; index++) {
        select.setString(index + 1, parameters[index]);
      }
      try (var row = select.executeQuery()) {
        var things = new ArrayList<Thing>();
        while (row.next()) {
          things.add(new Thing(row.getString(1), row.getString(2)));
        }
        return things;
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
