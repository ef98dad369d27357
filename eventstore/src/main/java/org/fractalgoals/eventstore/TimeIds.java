package org.fractalgoals.eventstore;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;

import org.fractalgoals.domain.action.EventIds;

/** UUIDv7: later ids sort after earlier ones, so that indexes on them grow at their end. */
public final class TimeIds implements EventIds {

  private final TimeBasedEpochGenerator generator = Generators.timeBasedEpochGenerator();

  @Override
  public String next() {
    return generator.generate().toString();
  }
}
