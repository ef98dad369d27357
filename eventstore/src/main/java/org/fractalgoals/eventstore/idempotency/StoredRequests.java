package org.fractalgoals.eventstore.idempotency;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.sql.DataSource;

import org.fractalgoals.eventstore.append.StoreWriter;
import org.fractalgoals.eventstore.append.StoreWriter.Work;
import org.fractalgoals.eventstore.codec.Micros;
import org.fractalgoals.eventstore.fault.StoreFault;
import org.fractalgoals.eventstore.sqlite.StatementCache;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The requests that clients may repeat. They are forgotten after {@link #KEPT}. */
public final class StoredRequests {

  /** How long a request can be repeated. */
  public static final Duration KEPT = Duration.ofHours(24);

  private static final String SPACE = " ";
  private static final JsonMapper JSON = new JsonMapper();
  private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

  private final DataSource readers;
  private final StoreWriter writer;
  private final Clock clock;

  public StoredRequests(DataSource readers, StoreWriter writer, Clock clock) {
    this.readers = readers;
    this.writer = writer;
    this.clock = clock;
  }

  /**
   * What is known of a request; empty if it was never made, or too long ago.
   *
   * @throws StoreFault if it cannot be read
   */
  public Optional<KnownRequest> find(RequestKey key) {
    try (var connection = readers.getConnection(); var select = connection.prepareStatement("""
      SELECT body_digest, made_ids, action_id, status, headers, answer
        FROM idempotency
       WHERE actor = ? AND route = ? AND key = ? AND made_at > ?
      """)) {
      set(select, key);
      select.setLong(4, oldest());
      try (var row = select.executeQuery()) {
        return row.next() ? Optional.of(known(row)) : Optional.empty();
      }
    } catch (SQLException e) {
      throw new StoreFault("The event store could not be read: " + e.getMessage(), e);
    }
  }

  private static KnownRequest known(ResultSet row) throws SQLException {
    var ids = row.getString(2);
    return new KnownRequest(HexFormat.of().formatHex(row.getBytes(1)),
        ids.isEmpty() ? List.of() : List.of(ids.split(SPACE)), row.getString(3), answer(row));
  }

  private static @Nullable StoredAnswer answer(ResultSet row) throws SQLException {
    var status = row.getInt(4);
    return row.wasNull()
        ? null
        : new StoredAnswer(status, JSON.readValue(row.getString(5), HEADERS), row.getString(6));
  }

  /** The work that remembers a request, for the savepoint of its events. Forgets what is too old. */
  public Work<Boolean> remembering(RequestKey key, KnownRequest request) {
    return session -> {
      forgetOld(session.statements());
      upsert(session.statements(), key, request);
      return true;
    };
  }

  /**
   * Remembers what a request was answered, and the request itself if it led to no event.
   *
   * @throws StoreFault if it cannot be stored
   */
  public void keep(RequestKey key, KnownRequest request) {
    writer.submit(remembering(key, request));
  }

  private void forgetOld(StatementCache statements) throws SQLException {
    var delete = statements.get("DELETE FROM idempotency WHERE made_at <= ?");
    delete.setLong(1, oldest());
    delete.executeUpdate();
  }

  private void upsert(StatementCache statements, RequestKey key, KnownRequest request)
      throws SQLException {
    var insert = statements.get("""
      INSERT INTO idempotency
             (actor, route, key, made_at, body_digest, made_ids, action_id, status, headers, answer)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (actor, route, key) DO UPDATE
         SET status = excluded.status, headers = excluded.headers, answer = excluded.answer
      """);
    set(insert, key);
    insert.setLong(4, Micros.of(clock.instant()));
    insert.setBytes(5, HexFormat.of().parseHex(request.bodyDigest()));
    insert.setString(6, String.join(SPACE, request.madeIds()));
    insert.setString(7, request.actionId());
    var answer = request.answer();
    if (answer == null) {
      insert.setNull(8, Types.INTEGER);
      insert.setNull(9, Types.VARCHAR);
      insert.setNull(10, Types.VARCHAR);
    } else {
      insert.setInt(8, answer.status());
      insert.setString(9, JSON.writeValueAsString(answer.headers()));
      insert.setString(10, answer.body());
    }
    insert.executeUpdate();
  }

  private static void set(PreparedStatement statement, RequestKey key) throws SQLException {
    statement.setString(1, key.actor());
    statement.setString(2, key.route());
    statement.setString(3, key.key());
  }

  private long oldest() {
    return Micros.of(clock.instant().minus(KEPT));
  }
}
