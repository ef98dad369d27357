package org.fractalgoals.domain.program;

import java.time.Instant;
import java.util.Objects;

import org.fractalgoals.domain.entity.Entity;
import org.fractalgoals.domain.entity.Kind;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.program.BlockEvent.BlockBroughtBack;
import org.fractalgoals.domain.program.BlockEvent.BlockRemoved;
import org.fractalgoals.domain.program.BlockEvent.BlockRenamed;
import org.fractalgoals.domain.trash.Lifecycle;

/** How blocks are removed from their program and brought back. */
public final class BlockLifecycle implements Lifecycle {

  @Override
  public Kind kind() {
    return Kind.BLOCK;
  }

  @Override
  public DomainEvent deleted(Entity block, Instant at) {
    return new BlockRemoved(programOf(block), block.ref().id(), at);
  }

  @Override
  public DomainEvent restored(Entity block, Instant at) {
    return new BlockBroughtBack(programOf(block), block.ref().id(), at);
  }

  @Override
  public DomainEvent renamed(Entity block, String name, Instant at) {
    return new BlockRenamed(programOf(block), block.ref().id(), name, at);
  }

  private static String programOf(Entity block) {
    return Objects.requireNonNull(block.parent()).id();
  }
}
