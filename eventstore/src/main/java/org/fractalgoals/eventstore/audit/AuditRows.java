package org.fractalgoals.eventstore.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.fractalgoals.domain.audit.AuditFilter;
import org.fractalgoals.domain.audit.AuditTrail.Earlier;
import org.fractalgoals.domain.audit.AuditedEvent;
import org.fractalgoals.domain.audit.Subjects;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.Source;
import org.fractalgoals.eventstore.codec.EventCodec;
import org.fractalgoals.eventstore.codec.Micros;
import org.jspecify.annotations.Nullable;

/** Reads whole rows of the table {@code events}. */
record AuditRows(Connection connection, EventCodec codec) {

  private static final String FLAGS = "flags";

  private static final String COLUMNS = """
    SELECT position, event_id, stream, sequence, type, revision, recorded_at, effective_at, root_id,
           actor, source, action_id, import_id, causation_id, metadata, payload, purged_by
      FROM events
    """;

  /** What a filter says of columns. A list of numbers is JSON, too. */
  private static final String ASKED = """
     WHERE position IN (SELECT value FROM json_each(?1))
       AND (?2 IS NULL OR root_id = ?2)
       AND (?3 IS NULL OR stream = ?3)
       AND (?4 IS NULL OR actor = ?4)
       AND (?5 IS NULL OR source = ?5)
       AND (?6 IS NULL OR action_id = ?6)
       AND (?7 IS NULL OR effective_at >= ?7)
       AND (?8 IS NULL OR effective_at < ?8)
       AND (?9 = '[]' OR type IN (SELECT value FROM json_each(?9)))
     ORDER BY position DESC
    """;

  /** Takes the business time of an event in microseconds, its type and its actor. */
  @FunctionalInterface
  interface Brief {
    void take(long effectiveAt, String type, String actor);
  }

  /** A row before it is decoded: most of what is looked through is not asked for. */
  record Row(AuditedEvent bare, int revision, @Nullable String payload) {}

  /** Those of the rows at these positions of which the filter holds as far as columns can tell, the latest first. */
  List<Row> at(List<Long> positions, AuditFilter filter) throws SQLException {
    try (var select = connection.prepareStatement(COLUMNS + ASKED)) {
      bind(select, positions, filter);
      var found = new ArrayList<Row>();
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          found.add(row(rows));
        }
      }
      return found;
    }
  }

  /** Tells of the same rows when something happened, what and by whom. */
  void briefly(List<Long> positions, AuditFilter filter, Brief brief) throws SQLException {
    try (var select = connection
        .prepareStatement("SELECT effective_at, type, actor FROM events" + ASKED)) {
      bind(select, positions, filter);
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          brief.take(rows.getLong(1), rows.getString(2), rows.getString(3));
        }
      }
    }
  }

  private static void bind(PreparedStatement select, List<Long> positions, AuditFilter filter)
      throws SQLException {
    select.setString(1, positions.toString());
    select.setString(2, filter.rootId());
    select.setString(3, filter.stream());
    select.setString(4, filter.actor());
    select.setString(5, filter.source() == null ? null : filter.source().code());
    select.setString(6, filter.actionId());
    select.setObject(7, micros(filter.effective().from()));
    select.setObject(8, micros(filter.effective().to()));
    select.setString(9, filter.types().stream().map("\"%s\""::formatted).toList().toString());
  }

  private static @Nullable Long micros(@Nullable Instant moment) {
    return moment == null ? null : Micros.of(moment);
  }

  /** Whether what happened concerns the thing itself. */
  boolean isAbout(Row row, EntityRef thing) {
    return Subjects.include(whole(row), thing);
  }

  List<AuditedEvent> stream(String stream, long sequence, int limit) throws SQLException {
    try (var select = connection.prepareStatement(COLUMNS + """
       WHERE stream = ? AND sequence >= ?
       ORDER BY sequence
       LIMIT ?
      """)) {
      select.setString(1, stream);
      select.setLong(2, sequence);
      select.setInt(3, limit);
      var events = new ArrayList<AuditedEvent>();
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          events.add(whole(row(rows)));
        }
      }
      return events;
    }
  }

  Optional<AuditedEvent> event(String eventId) throws SQLException {
    try (var select = connection.prepareStatement(COLUMNS + " WHERE event_id = ?")) {
      select.setString(1, eventId);
      try (var row = select.executeQuery()) {
        return row.next() ? Optional.of(whole(row(row))) : Optional.empty();
      }
    }
  }

  List<Earlier> earlier(String stream, long sequence, int limit) throws SQLException {
    try (var select = connection.prepareStatement("""
      SELECT sequence, position, type, revision, payload
        FROM events
       WHERE stream = ? AND sequence < ? AND payload IS NOT NULL
       ORDER BY sequence DESC
       LIMIT ?
      """)) {
      select.setString(1, stream);
      select.setLong(2, sequence);
      select.setInt(3, limit);
      return earlier(select);
    }
  }

  private List<Earlier> earlier(PreparedStatement select) throws SQLException {
    var events = new ArrayList<Earlier>();
    try (var rows = select.executeQuery()) {
      while (rows.next()) {
        events.add(new Earlier(rows.getLong(1),
            codec.decode(rows.getLong(2), rows.getString(3), rows.getInt(4), rows.getString(5))));
      }
    }
    return events;
  }

  /** With what happened, if that is still there. */
  AuditedEvent whole(Row row) {
    var bare = row.bare();
    if (row.payload() == null) {
      return bare;
    }
    return new AuditedEvent(bare.position(), bare.eventId(), bare.stream(), bare.sequence(),
        bare.type(), bare.recordedAt(), bare.effectiveAt(), bare.rootId(), bare.actor(),
        bare.source(), bare.actionId(), bare.importId(), bare.causationId(), bare.flags(),
        bare.annotations(),
        codec.decode(bare.position(), bare.type(), row.revision(), row.payload()),
        bare.purgedBy());
  }

  private Row row(ResultSet row) throws SQLException {
    var metadata = metadata(row.getString(15));
    var annotations = new HashMap<>(metadata);
    annotations.remove(FLAGS);
    var number = row.getLong(17);
    var purgedBy = row.wasNull() ? null : number;
    var bare = new AuditedEvent(row.getLong(1), row.getString(2), row.getString(3),
        row.getLong(4), row.getString(5), Micros.toInstant(row.getLong(7)),
        Micros.toInstant(row.getLong(8)), row.getString(9), row.getString(10),
        Source.ofCode(row.getString(11)), row.getString(12), row.getString(13),
        row.getString(14), EventCodec.flagsIn(metadata), annotations, null,
        purgedBy);
    return new Row(bare, row.getInt(6), row.getString(16));
  }

  private Map<String, Object> metadata(@Nullable String text) {
    return text == null ? Map.of() : codec.decodeMetadata(text);
  }
}
