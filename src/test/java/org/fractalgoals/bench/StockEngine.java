package org.fractalgoals.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import org.axonframework.common.jdbc.ConnectionWrapperFactory;
import org.axonframework.common.jdbc.ConnectionWrapperFactory.NoOpCloseHandler;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.jdbc.AbstractEventTableFactory;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.sqlite.SQLiteConfig;

/**
 * Axon's own JDBC engine on a SQLite file that is as durable as that of the product: one connection, which each transaction
 * has for itself, as SQLite has one writer.
 */
final class StockEngine implements AutoCloseable {

  private final Connection connection;
  private final ReentrantLock lock = new ReentrantLock();
  private final JdbcEventStorageEngine engine;

  private StockEngine(Connection connection) {
    this.connection = connection;
    var serializer = Jackson3Serializer.builder()
        .jsonMapperBuilderCustomizer(mapper -> mapper
            .changeDefaultVisibility(visibility -> visibility
                .withVisibility(PropertyAccessor.FIELD, Visibility.ANY)
                .withVisibility(PropertyAccessor.GETTER, Visibility.NONE)
                .withVisibility(PropertyAccessor.IS_GETTER, Visibility.NONE)))
        .build();
    this.engine = JdbcEventStorageEngine.builder().eventSerializer(serializer)
        .snapshotSerializer(serializer)
        .connectionProvider(
            () -> ConnectionWrapperFactory.wrap(connection, new NoOpCloseHandler()))
        .transactionManager(transactions())
        .persistenceExceptionResolver(failure -> false).build();
  }

  static StockEngine open(Path file) throws SQLException {
    var config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setGetGeneratedKeys(false);
    config.setPragma(SQLiteConfig.Pragma.CACHE_SIZE, "-16000");
    var stock = new StockEngine(config.createConnection("jdbc:sqlite:" + file));
    stock.engine.createSchema(new SqliteTables());
    return stock;
  }

  JdbcEventStorageEngine engine() {
    return engine;
  }

  /** Transactions of a thread may nest: the outermost counts. */
  private TransactionManager transactions() {
    return () -> {
      lock.lock();
      var outermost = lock.getHoldCount() == 1;
      execute(outermost, "BEGIN IMMEDIATE");
      return new Transaction() {

        @Override
        public void commit() {
          end("COMMIT");
        }

        @Override
        public void rollback() {
          end("ROLLBACK");
        }

        private void end(String sql) {
          try {
            execute(outermost, sql);
          } finally {
            lock.unlock();
          }
        }
      };
    };
  }

  private void execute(boolean really, String sql) {
    if (really) {
      try (var statement = connection.createStatement()) {
        statement.execute(sql);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  /** Axon has no tables for SQLite. */
  private static final class SqliteTables extends AbstractEventTableFactory {

    @Override
    protected String idColumnType() {
      return "INTEGER";
    }

    @Override
    protected String payloadType() {
      return "BLOB";
    }
  }
}
