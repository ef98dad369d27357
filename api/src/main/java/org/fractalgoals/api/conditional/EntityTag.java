package org.fractalgoals.api.conditional;

/**
 * Names a state of a thing, and of the fractal it belongs to.
 *
 * @param version how often the thing itself has been changed; the place in its stream of the last event that did
 * @param position of the last event of its fractal
 */
record EntityTag(long version, long position) {

  /** As the header {@code ETag} has it. */
  String header() {
    return "\"%d.%d\"".formatted(version, position);
  }
}
