package org.fractalgoals.eventstore;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.fractalgoals.domain.entity.Entities;
import org.fractalgoals.domain.event.EventAppender;
import org.fractalgoals.domain.event.EventHistory;
import org.fractalgoals.domain.event.EventReader;
import org.fractalgoals.domain.event.EventStreams;
import org.fractalgoals.eventstore.axon.SqliteEventStorageEngine;
import org.fractalgoals.eventstore.chain.ChainCheck;
import org.fractalgoals.eventstore.codec.EventCatalogue;
import org.fractalgoals.eventstore.codec.EventCodec;
import org.fractalgoals.eventstore.sqlite.SqliteDatabase.Durability;

/** A store in a SQLite file of a temporary directory. */
final class SqliteStoreUnderTest implements StoreUnderTest {

  static final EventCodec SUITE_CODEC = new EventCodec(
      new EventCatalogue(List.of(SuiteEvent.class), List.of()));

  private final Path file;
  private final SqliteEventStore store;

  private SqliteStoreUnderTest(Path file, SqliteEventStore store) {
    this.file = file;
    this.store = store;
  }

  static SqliteStoreUnderTest open(Path directory, Clock clock, EventCodec codec) {
    var file = directory.resolve(SqliteEventStore.FILE);
    return new SqliteStoreUnderTest(file, SqliteEventStore.open(file,
        new StoreOptions(ZoneId.of("Europe/Berlin"), "testing", clock), Durability.DURABLE, codec));
  }

  SqliteEventStore store() {
    return store;
  }

  @Override
  public EventAppender appender() {
    return store;
  }

  @Override
  public EventReader reader() {
    return store;
  }

  @Override
  public EventHistory history() {
    return store.history();
  }

  @Override
  public Entities entities() {
    return store.entities();
  }

  @Override
  public EventStreams streams() {
    return store;
  }

  @Override
  public EventStorageEngine axon(List<Class<?>> aggregates) {
    return new SqliteEventStorageEngine(store, aggregates);
  }

  @Override
  public ChainCheck.Result walkTheChain() {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      return new ChainCheck(connection, Codecs.current()).walk(store.storeId(), position -> {});
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public List<String> eventIdsSeenByOthers() {
    var ids = new ArrayList<String>();
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT event_id FROM events ORDER BY position")) {
      while (rows.next()) {
        ids.add(rows.getString(1));
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    return ids;
  }

  @Override
  public void close() {
    store.close();
  }
}
