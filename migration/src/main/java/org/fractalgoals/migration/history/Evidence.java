package org.fractalgoals.migration.history;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.entity.Kind;
import org.fractalgoals.domain.event.JsonText;
import org.fractalgoals.migration.clock.ClockRules;
import org.fractalgoals.migration.legacy.LegacyFile;
import org.fractalgoals.migration.legacy.LegacyRow;
import org.jspecify.annotations.Nullable;

/**
 * What an interpreter goes by.
 *
 * @param clocks which clock wrote which time; its zone is that of the store
 * @param json makes a text an opaque value, malformed as it may be
 */
public record Evidence(LegacyFile file, ClockRules clocks, Function<String, JsonText> json,
    References references) {

  /**
   * The rows of a table whose column names a thing, in the order of their rowids. Rows without an id of their own, and
   * those that repeat one, are not among them.
   */
  public List<LegacyRow> rows(String table, String column, String id) {
    return pairs(table, column, id).stream().filter(references::isFirst).toList();
  }

  /** As {@link #rows}, of a table whose rows have no ids of their own. */
  public List<LegacyRow> pairs(String table, String column, String id) {
    return file.rows(table, column, id).stream().filter(row -> id.equals(Cells.id(row, column)))
        .toList();
  }

  /**
   * The part that stands under a thing for want of another: its row does not name what it belongs to, and the thing has
   * its id instead.
   *
   * @param kind what the rows of the table are
   */
  public List<LegacyRow> strays(Kind kind, String table, String column, String id) {
    return references.parentOf(new EntityRef(kind, id)).isEmpty()
        ? List.of()
        : rows(table, "id", id).stream().filter(row -> Cells.id(row, column) == null).toList();
  }

  /** The {@link #rows} and {@link #strays} that stand under a thing. */
  public List<LegacyRow> parts(Kind kind, String table, String column, String id) {
    return Stream
        .concat(rows(table, column, id).stream(), strays(kind, table, column, id).stream())
        .toList();
  }

  /** The JSON in a cell, malformed as it may be; null if there is none. */
  public @Nullable JsonText json(LegacyRow row, String column) {
    return Optional.ofNullable(row.text(column)).map(json).orElse(null);
  }

  /** The day on which a thing came into being, by the calendar of the store. */
  public LocalDate createdDay(Place place) {
    return place.begin().atZone(clocks.zone()).toLocalDate();
  }

  /** Flags a row that does not name what it belongs to, or names what is nowhere. */
  public void refer(LegacyRow row, String column, Kind kind, Collection<String> flags) {
    var id = Cells.id(row, column);
    if (id == null) {
      flags.add(Flags.refMissing(column));
    } else {
      refer(new EntityRef(kind, id), column, flags);
    }
  }

  /** Flags a reference to what is nowhere. */
  public void refer(EntityRef ref, String field, Collection<String> flags) {
    if (!references.knows(ref)) {
      flags.add(Flags.refMissing(field));
    }
  }
}
