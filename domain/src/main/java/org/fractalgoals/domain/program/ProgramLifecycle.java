package org.fractalgoals.domain.program;

import java.time.Instant;

import org.fractalgoals.domain.entity.Entity;
import org.fractalgoals.domain.entity.Kind;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.program.ProgramEvent.ProgramDeleted;
import org.fractalgoals.domain.program.ProgramEvent.ProgramRenamed;
import org.fractalgoals.domain.program.ProgramEvent.ProgramRestored;
import org.fractalgoals.domain.trash.Lifecycle;

/** How programs are deleted and restored. Blocks and days keep their own state meanwhile. */
public final class ProgramLifecycle implements Lifecycle {

  @Override
  public Kind kind() {
    return Kind.PROGRAM;
  }

  @Override
  public DomainEvent deleted(Entity program, Instant at) {
    return new ProgramDeleted(program.ref().id(), at);
  }

  @Override
  public DomainEvent restored(Entity program, Instant at) {
    return new ProgramRestored(program.ref().id(), at);
  }

  @Override
  public DomainEvent renamed(Entity program, String name, Instant at) {
    return new ProgramRenamed(program.ref().id(), name, at);
  }
}
