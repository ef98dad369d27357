package org.fractalgoals.api.cli;

import java.util.Optional;

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
      case METRIC, SPLIT, PROGRAM, BLOCK, DAY -> Optional.empty();
    };
  }
}
