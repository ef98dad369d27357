package org.fractalgoals.domain.program;

import java.time.Instant;

import org.fractalgoals.domain.entity.Entity;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.entity.Kind;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.program.DayEvent.DayBroughtBack;
import org.fractalgoals.domain.program.DayEvent.DayRemoved;
import org.fractalgoals.domain.program.DayEvent.DayRenamed;
import org.fractalgoals.domain.trash.Lifecycle;

/** How days are removed from their block and brought back. */
public final class DayLifecycle implements Lifecycle {

  private static final int BEFORE_ID = EntityRef.program("").toString().length();

  @Override
  public Kind kind() {
    return Kind.DAY;
  }

  @Override
  public DomainEvent deleted(Entity day, Instant at) {
    return new DayRemoved(programOf(day), day.ref().id(), at);
  }

  @Override
  public DomainEvent restored(Entity day, Instant at) {
    return new DayBroughtBack(programOf(day), day.ref().id(), at);
  }

  @Override
  public DomainEvent renamed(Entity day, String name, Instant at) {
    return new DayRenamed(programOf(day), day.ref().id(), name, at);
  }

  /** A day stands below its block, and in the stream of the program. */
  private static String programOf(Entity day) {
    return day.stream().substring(BEFORE_ID);
  }
}
