package org.fractalgoals.eventstore.purge;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.fractalgoals.domain.audit.Subjects;
import org.fractalgoals.domain.entity.Entity;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.entity.Kind;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.imports.ImportEvent.RowKept;
import org.fractalgoals.domain.purge.Positions;
import org.fractalgoals.domain.purge.PurgeOutline;
import org.fractalgoals.domain.rule.Rule;
import org.fractalgoals.domain.rule.RuleViolation;
import org.fractalgoals.eventstore.codec.EventCodec;
import org.fractalgoals.eventstore.lookup.EntityTable;
import org.fractalgoals.eventstore.sqlite.StatementCache;

/**
 * What goes with a thing that is erased, and which events have to be emptied.
 *
 * @param streams by their streams
 * @param outline in figures
 */
public record PurgePlan(List<OfStream> streams, PurgeOutline outline) {

  /**
   * Things of one stream.
   *
   * @param thing the one whose stream it is or, where that one stays, the one that was asked for
   * @param isPart whether the owner of the stream stays
   * @param parts what goes with it, wholes before parts
   * @param events to be emptied, of this stream
   * @param rows to be emptied, of imports: they carry rows about these things
   */
  record OfStream(Entity thing, boolean isPart, List<Entity> parts, Positions events,
      Positions rows) {}

  public PurgePlan {
    streams = List.copyOf(streams);
  }

  /** All events that have to be emptied. */
  public Positions positions() {
    return Positions.of(streams.stream()
        .flatMap(stream -> Stream.of(stream.events(), stream.rows()))
        .flatMapToLong(Positions::all));
  }

  /**
   * Looks what there is now.
   *
   * @throws RuleViolation if there is no such thing in the fractal, or it was purged before
   */
  public static PurgePlan of(EntityRef ref, String rootId, StatementCache statements,
      EventCodec codec) throws SQLException {
    return new Planning(statements, codec).plan(ref, rootId);
  }

  private record Planning(StatementCache statements, EventCodec codec) {

    PurgePlan plan(EntityRef ref, String rootId) throws SQLException {
      var table = EntityTable.on(statements);
      var top = table.find(ref)
          .filter(found -> found.rootId().equals(rootId) && !found.placeholder())
          .orElseThrow(() -> new RuleViolation(new Rule.IsUnknown(ref)));
      if (top.isPurged()) {
        throw new RuleViolation(new Rule.IsPurged(ref));
      }
      var things = top.isRoot() ? table.inFractal(rootId) : table.atAndBelow(ref);
      var rows = rowsAbout(things.stream().map(Entity::ref).collect(Collectors.toSet()));
      var streams = new ArrayList<OfStream>();
      for (var ofStream : byStream(things).entrySet()) {
        streams.add(ofStream(ofStream.getKey(), ofStream.getValue(), rows));
      }
      return new PurgePlan(streams, outline(things, streams));
    }

    private static Map<String, List<Entity>> byStream(List<Entity> things) {
      return things.stream().collect(Collectors.groupingBy(Entity::stream, LinkedHashMap::new,
          Collectors.toList()));
    }

    private OfStream ofStream(String stream, List<Entity> things,
        Map<EntityRef, List<Long>> rows) throws SQLException {
      var owner = things.stream().filter(thing -> thing.ref().toString().equals(stream))
          .findFirst();
      var thing = owner.orElse(things.getFirst());
      var events = owner.isPresent()
          ? positionsOf(stream)
          : positionsAbout(things.stream().map(Entity::ref).collect(Collectors.toSet()), stream);
      return new OfStream(thing, owner.isEmpty(),
          things.stream().filter(part -> !part.equals(thing)).toList(), events,
          Positions.of(things.stream()
              .flatMap(each -> rows.getOrDefault(each.ref(), List.of()).stream())
              .mapToLong(Long::longValue)));
    }

    /** Earlier purges of parts stay: they vouch for what they emptied. */
    private Positions positionsOf(String stream) throws SQLException {
      var select = statements.get(
          """
            SELECT position FROM events WHERE stream = ? AND purged_by IS NULL AND type <> 'thing.purged'
            """);
      select.setString(1, stream);
      var positions = LongStream.builder();
      try (var found = select.executeQuery()) {
        while (found.next()) {
          positions.add(found.getLong(1));
        }
      }
      return Positions.of(positions.build());
    }

    private Positions positionsAbout(Set<EntityRef> parts, String stream) throws SQLException {
      var select = statements.get("""
        SELECT position, type, revision, payload
          FROM events
         WHERE stream = ? AND purged_by IS NULL AND type <> 'thing.purged'
        """);
      select.setString(1, stream);
      var positions = LongStream.builder();
      forEach(select, (position, event) -> {
        var about = Subjects.of(event);
        if (!about.isEmpty() && parts.containsAll(about)) {
          positions.add(position);
        }
      });
      return Positions.of(positions.build());
    }

    private Map<EntityRef, List<Long>> rowsAbout(Set<EntityRef> things) throws SQLException {
      var rows = new HashMap<EntityRef, List<Long>>();
      forEach(statements.get("""
        SELECT position, type, revision, payload
          FROM events
         WHERE type = 'import.row-kept' AND purged_by IS NULL
        """), (position, event) -> {
        if (event instanceof RowKept kept && kept.about() != null
            && things.contains(kept.about())) {
          rows.computeIfAbsent(kept.about(), any -> new ArrayList<>()).add(position);
        }
      });
      return rows;
    }

    @FunctionalInterface
    private interface Found {
      void accept(long position, DomainEvent event);
    }

    private void forEach(PreparedStatement select, Found found) throws SQLException {
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          found.accept(rows.getLong(1), codec.decode(rows.getLong(1), rows.getString(2),
              rows.getInt(3), rows.getString(4)));
        }
      }
    }

    private PurgeOutline outline(List<Entity> things, List<OfStream> streams)
        throws SQLException {
      Map<Kind, Long> kinds = things.stream().map(thing -> thing.ref().kind())
          .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
      long events = 0;
      long rows = 0;
      for (var stream : streams) {
        events += stream.events().count() + stream.rows().count();
        rows += stream.rows().count() + rowsOf(stream.events());
      }
      return new PurgeOutline(kinds, events, rows);
    }

    private long rowsOf(Positions events) throws SQLException {
      var select = statements.get("""
        SELECT count(*) FROM events WHERE position BETWEEN ? AND ? AND source_row IS NOT NULL
        """);
      long rows = 0;
      for (var run : events.runs()) {
        select.setLong(1, run.first());
        select.setLong(2, run.last());
        try (var count = select.executeQuery()) {
          rows += count.getLong(1);
        }
      }
      return rows;
    }
  }
}
