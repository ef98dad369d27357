package org.fractalgoals.projections;

import java.nio.file.Path;

/**
 * One file of a read model.
 *
 * @param fingerprint of the program whose rows it has: SHA-256, 64 lower-case hexadecimal digits
 * @param position the last event applied; 0 for none
 * @param bytes its size, without what has not been moved into it yet
 * @param current whether it answers queries; the others are kept for going back
 */
public record Generation(Path file, String fingerprint, long position, long bytes,
    boolean current) {}
