package org.fractalgoals.eventstore.codec;

import tools.jackson.databind.node.ObjectNode;

/**
 * Takes the payload of one revision of an event type to the next shape, which may have another type name. Pure.
 *
 * @param type stored type name it applies to
 * @param revision stored revision it applies to
 * @param toType type name of the result
 * @param toRevision revision of the result
 * @param change changes the payload in place
 */
public record Upcaster(String type, int revision, String toType, int toRevision, Change change) {

  /** What happens to the payload. */
  @FunctionalInterface
  public interface Change {
    void apply(ObjectNode payload);
  }

  /** The type was renamed and nothing else. */
  public static Upcaster renamed(String type, int revision, String toType) {
    return new Upcaster(type, revision, toType, revision, payload -> {});
  }
}
