package org.fractalgoals.projections.file;

import java.nio.file.Path;

/**
 * What the file of a read model says of itself.
 *
 * @param fingerprint SHA-256, 64 lower-case hexadecimal digits
 * @param storeId the store whose events it shows
 * @param position the last event applied; 0 for none
 * @param hash chain hash of the store at that position
 */
public record StoredPosition(Path file, String fingerprint, String storeId, long position,
    String hash) {}
