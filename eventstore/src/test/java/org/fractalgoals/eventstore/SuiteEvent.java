package org.fractalgoals.eventstore;

import java.time.Instant;
import java.util.List;

import org.fractalgoals.domain.entity.EntityChange;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.event.StoredAs;
import org.jspecify.annotations.Nullable;

/** Events of the conformance suite's own: things of any kind, with names and parents, and plain notes. */
public sealed interface SuiteEvent extends DomainEvent {

  EntityRef ref();

  @Override
  default String stream() {
    return ref().toString();
  }

  @Override
  default List<EntityChange> changes() {
    return switch (this) {
      case Noted noted -> List.of();
      case Added(var ref, var parent, var name, var sortOrder, var at) -> List
          .of(new EntityChange.Added(ref, parent, name, sortOrder));
      case Presumed(var ref, var parent, var at) -> List
          .of(new EntityChange.Presumed(ref, parent));
      case Renamed(var ref, var name, var at) -> List.of(new EntityChange.Renamed(ref, name));
      case Moved(var ref, var parent, var at) -> List.of(new EntityChange.Moved(ref, parent, 0));
      case Placed(var ref, var sortOrder, var at) -> List
          .of(new EntityChange.Reordered(ref, sortOrder));
      case Deleted(var ref, var at) -> List.of(new EntityChange.Deleted(ref));
      case Restored(var ref, var at) -> List.of(new EntityChange.Restored(ref));
    };
  }

  /** Happens to nothing that the lookup knows. */
  @StoredAs("suite.noted")
  record Noted(EntityRef ref, @Nullable String text, @Nullable Instant at) implements SuiteEvent {}

  @StoredAs("suite.added")
  record Added(EntityRef ref, @Nullable EntityRef parent, @Nullable String name, long sortOrder,
      @Nullable Instant at) implements SuiteEvent {}

  @StoredAs("suite.presumed")
  record Presumed(EntityRef ref, @Nullable EntityRef parent, @Nullable Instant at)
      implements
        SuiteEvent {}

  @StoredAs("suite.renamed")
  record Renamed(EntityRef ref, String name, @Nullable Instant at) implements SuiteEvent {}

  @StoredAs("suite.moved")
  record Moved(EntityRef ref, EntityRef parent, @Nullable Instant at) implements SuiteEvent {}

  @StoredAs("suite.placed")
  record Placed(EntityRef ref, long sortOrder, @Nullable Instant at) implements SuiteEvent {}

  @StoredAs("suite.deleted")
  record Deleted(EntityRef ref, @Nullable Instant at) implements SuiteEvent {}

  @StoredAs("suite.restored")
  record Restored(EntityRef ref, @Nullable Instant at) implements SuiteEvent {}
}
