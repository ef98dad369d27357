package org.fractalgoals.eventstore.key;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

import org.fractalgoals.domain.action.EventIds;
import org.fractalgoals.domain.event.Envelope;
import org.fractalgoals.domain.event.NewEvent;
import org.fractalgoals.domain.event.Origin;
import org.fractalgoals.domain.key.ApiKey;
import org.fractalgoals.domain.key.KeyEvent;
import org.fractalgoals.domain.key.KeyEvent.KeyAdded;
import org.fractalgoals.domain.key.KeyEvent.KeyRevoked;
import org.fractalgoals.domain.key.NewKey;
import org.fractalgoals.domain.key.Role;
import org.fractalgoals.domain.rule.Rule;
import org.fractalgoals.domain.rule.RuleViolation;
import org.fractalgoals.eventstore.append.Appending;
import org.fractalgoals.eventstore.append.StoreWriter;
import org.fractalgoals.eventstore.append.StoreWriter.Session;
import org.fractalgoals.eventstore.codec.Micros;
import org.fractalgoals.eventstore.fault.StoreFault;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The keys of a store. Each is written in one step with the event that says so. Of its secret the store has only the SHA-256,
 * which does for a random text that nobody can guess.
 */
public final class StoredKeys {

  private static final JsonMapper JSON = new JsonMapper();
  private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

  private final DataSource readers;
  private final StoreWriter writer;
  private final Appending appending;
  private final EventIds ids;
  private final Clock clock;

  public StoredKeys(DataSource readers, StoreWriter writer, Appending appending, EventIds ids,
      Clock clock) {
    this.readers = readers;
    this.writer = writer;
    this.appending = appending;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Lets somebody in.
   *
   * @param digest SHA-256 of the secret, in hexadecimal digits
   * @throws RuleViolation if there is, or was, a key of this name
   */
  public ApiKey add(NewKey key, String digest, Origin origin) {
    var now = now();
    return writer.submit(session -> {
      if (isKnown(key.name(), session)) {
        throw new RuleViolation(new Rule.KeyExists(key.name()));
      }
      var insert = session.statements().get("""
        INSERT INTO api_key (name, digest, role, roots, created_at) VALUES (?, ?, ?, ?, ?)
        """);
      insert.setString(1, key.name());
      insert.setBytes(2, HexFormat.of().parseHex(digest));
      insert.setString(3, key.role().code());
      setFractals(insert, key.fractals());
      insert.setLong(5, Micros.of(now));
      insert.executeUpdate();
      append(new KeyAdded(key.name(), key.role().code(), key.fractals(), now), origin, session);
      return new ApiKey(key.name(), key.role(), key.fractals(), now, null);
    });
  }

  /**
   * Locks somebody out, at once and for good. Who is locked out already stays so.
   *
   * @throws RuleViolation if there was never a key of this name
   */
  public void revoke(String name, Origin origin) {
    var now = now();
    writer.submit(session -> {
      if (!isKnown(name, session)) {
        throw new RuleViolation(new Rule.KeyIsUnknown(name));
      }
      var update = session.statements().get("""
        UPDATE api_key SET revoked_at = ? WHERE name = ? AND revoked_at IS NULL
        """);
      update.setLong(1, Micros.of(now));
      update.setString(2, name);
      if (update.executeUpdate() > 0) {
        append(new KeyRevoked(name, now), origin, session);
      }
      return true;
    });
  }

  /** The key whose secret has this digest; empty if there is none, or it is revoked. */
  public Optional<ApiKey> opening(String digest) {
    return select("""
      SELECT name, role, roots, created_at, revoked_at FROM api_key
       WHERE digest = ? AND revoked_at IS NULL
      """, HexFormat.of().parseHex(digest)).stream().findFirst();
  }

  /** All keys there are or were, by name. */
  public List<ApiKey> all() {
    return select("""
      SELECT name, role, roots, created_at, revoked_at FROM api_key ORDER BY name
      """, null);
  }

  private List<ApiKey> select(String sql, byte @Nullable [] digest) {
    try (var connection = readers.getConnection(); var select = connection.prepareStatement(sql)) {
      if (digest != null) {
        select.setBytes(1, digest);
      }
      var keys = new ArrayList<ApiKey>();
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          keys.add(key(rows));
        }
      }
      return keys;
    } catch (SQLException e) {
      throw new StoreFault("The event store could not be read: " + e.getMessage(), e);
    }
  }

  private static ApiKey key(ResultSet row) throws SQLException {
    var fractals = row.getString(3);
    long revoked = row.getLong(5);
    var revokedAt = row.wasNull() ? null : Micros.toInstant(revoked);
    return new ApiKey(row.getString(1), Role.ofCode(row.getString(2)).orElseThrow(),
        fractals == null ? List.of() : JSON.readValue(fractals, TEXTS),
        Micros.toInstant(row.getLong(4)), revokedAt);
  }

  private static void setFractals(PreparedStatement insert, List<String> fractals)
      throws SQLException {
    if (fractals.isEmpty()) {
      insert.setNull(4, Types.VARCHAR);
    } else {
      insert.setString(4, JSON.writeValueAsString(fractals));
    }
  }

  private static boolean isKnown(String name, Session session) throws SQLException {
    var select = session.statements().get("SELECT 1 FROM api_key WHERE name = ?");
    select.setString(1, name);
    try (var row = select.executeQuery()) {
      return row.next();
    }
  }

  private void append(KeyEvent event, Origin origin, Session session) throws SQLException {
    appending.work(List.of(new NewEvent(ids.next(), NewEvent.NEXT, event,
        Envelope.live(Envelope.SYSTEM_ROOT, origin)))).run(session);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
