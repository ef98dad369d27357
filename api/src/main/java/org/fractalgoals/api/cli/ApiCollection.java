package org.fractalgoals.api.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.fractalgoals.domain.entity.Entities;
import org.fractalgoals.domain.entity.Entity;
import org.fractalgoals.domain.entity.Kind;

/** Where the API keeps the things of a kind that can be restored. */
final class ApiCollection {

  private ApiCollection() {}

  /** The segment of the path; empty for what is deleted and restored only as a part of something else. */
  static Optional<String> of(Kind kind) {
    return switch (kind) {
      case GOAL -> Optional.of("goals");
      case SESSION -> Optional.of("sessions");
      case INSTANCE -> Optional.of("activity-instances");
      case ACTIVITY -> Optional.of("activities");
      case GROUP -> Optional.of("activity-groups");
      case TEMPLATE -> Optional.of("session-templates");
      case NOTE -> Optional.of("notes");
      case PROGRAM -> Optional.of("programs");
      case BLOCK -> Optional.of("blocks");
      case DAY -> Optional.of("days");
      case METRIC, SPLIT -> Optional.empty();
    };
  }

  /** The segments of the path to a thing, the fractal not counted: blocks and days stand below their program. */
  static List<String> pathOf(Entity thing, Entities entities) {
    var own = Stream.of(of(thing.ref().kind()).orElseThrow(), thing.ref().id());
    var kind = thing.ref().kind();
    return kind == Kind.BLOCK || kind == Kind.DAY
        ? Stream.concat(pathOf(entities.find(thing.place()).orElseThrow(), entities).stream(),
            own).toList()
        : own.toList();
  }
}
