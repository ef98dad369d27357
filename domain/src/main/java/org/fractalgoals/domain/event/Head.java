package org.fractalgoals.domain.event;

/**
 * A point in the history of a store.
 *
 * @param position position of an event; 0 before the first
 * @param hash chain hash at that position, 64 lower-case hexadecimal digits
 */
public record Head(long position, String hash) {}
