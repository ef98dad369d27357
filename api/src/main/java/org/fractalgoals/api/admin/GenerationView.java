package org.fractalgoals.api.admin;

import org.fractalgoals.projections.Generation;

/**
 * One file of a read model.
 *
 * @param file its name in the data directory
 * @param position the last event applied; 0 for none
 * @param current whether it answers queries
 */
record GenerationView(String file, String fingerprint, long position, long bytes,
    boolean current) {

  static GenerationView of(Generation generation) {
    return new GenerationView(String.valueOf(generation.file().getFileName()),
        generation.fingerprint(), generation.position(), generation.bytes(),
        generation.current());
  }
}
