package org.fractalgoals.projections.engine;

import java.sql.SQLException;
import java.util.function.Predicate;

import org.fractalgoals.domain.event.RecordedEvent;

/** Keeps a row for each event, and chokes on some after it has written. Would count a doubled event twice. */
record Toy(Predicate<RecordedEvent> chokesOn) implements Projector {

  @Override
  public String name() {
    return "toy";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public void apply(RecordedEvent event, Statements rows) throws SQLException {
    rows.update("INSERT INTO toy (position) VALUES (?1)", event.position());
    if (chokesOn.test(event)) {
      throw new IllegalStateException("too big to swallow");
    }
  }
}
